/** Reads a batch: text in, events to store or one refusal out. Either all of it is good or none is stored. */
import type { Fault, FaultIssue } from "../errors.ts";
import type { Arrival, Arrivals } from "../store/store.ts";
import type { Batch, Message } from "./event.ts";
import { correctSkew, parseInstant } from "./instant.ts";
import { eventsOf, findIssues, MAX_ISSUES } from "./shape.ts";

/** What of a batch's request and of the edge its events depend on. */
export interface Receipt {
  /** ms by the edge's clock. */
  readonly receivedAt: number;
  /** Whether the request carried Global Privacy Control: then each stored event says so in its `context.consent.gpc`. */
  readonly gpc: boolean;
  /** Most events. */
  readonly batchEvents: number;
  /** Largest event, as JSON, in bytes. */
  readonly eventBytes: number;
}

export type BatchResult =
  | { readonly ok: true; readonly arrivals: Arrivals }
  | { readonly ok: false; readonly fault: Fault };

// Deep enough for any real property, and shallow enough for every reader of the event to recurse.
const MAX_DEPTH = 32;
// The object around the batch, and its list.
const BATCH_DEPTH = 2;

export function parseBatch(text: string, { receivedAt, gpc, batchEvents, eventBytes }: Receipt): BatchResult {
  const json = parseJson(text);
  if (!json.ok) return refuse(400, "bad_json", "The body is not JSON.");
  const { length } = eventsOf(json.value);
  if (length > batchEvents) {
    const message = `A batch may have ${batchEvents} events at most.`;
    const mend = `it holds ${length} events; send them in several batches`;
    return refuse(413, "body_too_large", message, [{ path: "batch", message: mend }]);
  }
  if (isDeeper(json.value, MAX_DEPTH + BATCH_DEPTH)) {
    return refuse(400, "bad_event", `An event may be nested ${MAX_DEPTH} levels deep at most.`, deepest(json.value));
  }
  const issues = findIssues(json.value);
  if (issues[0]) return refuse(400, "bad_event", "The batch is not as it should be.", issues);

  // What is stored is the value as sent, not the parser's copy of it, so that nothing of it is lost.
  const sent = json.value as Batch;
  const sentAt = instantOf(sent.sentAt);
  const events = sent.batch.map((event) => arrival(event, sentAt, receivedAt));
  const large = events.findIndex(({ body }) => isLarger(body, eventBytes));
  if (large >= 0) {
    const message = `An event may have ${eventBytes} bytes at most.`;
    return refuse(413, "body_too_large", message, [{ path: `batch.${large}`, message: "it is too large" }]);
  }
  return { ok: true, arrivals: { receivedAt, sentAt, events: gpc ? events.map(withSignal) : events } };
}

/**
 * The event with the signal recorded. It changes nothing else: whether a later explicit choice overrides
 * the signal, only the device knows.
 */
function withSignal(arrival: Arrival): Arrival {
  const event = JSON.parse(arrival.body) as Message;
  const { context } = event;
  const marked = { ...event, context: { ...context, consent: { ...context.consent, gpc: true } } };
  return { ...arrival, body: JSON.stringify(marked) };
}

function arrival(event: Message, sentAt: number, receivedAt: number): Arrival {
  const at = correctSkew(instantOf(event.timestamp), sentAt, receivedAt);
  return { id: event.messageId, at, body: JSON.stringify(event) };
}

function instantOf(checked: string): number {
  const instant = parseInstant(checked);
  if (instant === undefined) throw new Error("A time passed the check and cannot be read.");
  return instant;
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** The events that are nested too deep, if it is events at all. */
function deepest(value: unknown): FaultIssue[] {
  return eventsOf(value)
    .flatMap((event, index) => (isDeeper(event, MAX_DEPTH) ? [`batch.${index}`] : []))
    .slice(0, MAX_ISSUES)
    .map((path) => ({ path, message: "it is nested too deep" }));
}

function refuse(status: 400 | 413, code: Fault["code"], message: string, issues?: readonly FaultIssue[]): BatchResult {
  return { ok: false, fault: { status, code, message, ...(issues?.length && { issues }) } };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

function isLarger(text: string, bytes: number): boolean {
  // A UTF-16 unit takes at most three bytes in UTF-8, so most texts need no encoding to be sure.
  if (text.length * 3 <= bytes) return false;
  return text.length > bytes || new TextEncoder().encode(text).byteLength > bytes;
}
