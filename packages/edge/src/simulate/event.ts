/** One line of events, as the Segment spec has them, as one step in somebody's life. */
import { IDENTIFIED, PAGE_VIEWED } from "@ghostlight/rules";
import { nearest, type SiteIssue } from "@ghostlight/rules/site";
import { parseInstant } from "../ingest/instant.ts";
import { isRecord, type Loose, pageFacts, touchOf } from "./circumstances.ts";

/** What of an event the rules can see; `id`, `name`, `properties` and `touch` as in a signal. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly properties: Loose;
  readonly touch: string;
  /** Whether it says who did it. */
  readonly known: boolean;
  /** Purposes in force; undefined where the event does not say. */
  readonly purposes?: readonly string[];
  readonly facts: Loose;
}

export interface Recorded {
  /** ms since 1970. */
  readonly at: number;
  readonly user?: string;
  readonly device?: string;
  /** An `alias`: everything of this id is the user's. */
  readonly previous?: string;
  /** Left out of an `alias`, which nobody does on a site. */
  readonly step?: Step;
}

export type EventResult =
  | { readonly ok: true; readonly event: Recorded }
  | { readonly ok: false; readonly fault: SiteIssue };

/** The names under which rules know calls that are no `track`. */
const NAMES: Readonly<Record<string, string>> = {
  page: PAGE_VIEWED,
  screen: "Screen Viewed",
  identify: IDENTIFIED,
  group: "Grouped",
};

const TYPES = ["track", "alias", ...Object.keys(NAMES)];
const AS_EXPORTED = "write one JSON object a line, as `ghostlight export` prints them";

/** `number` of the line, from 1: it stands in for a `messageId` that is not there. */
export function readEvent(text: string, number: number): EventResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse("", text, "this is no JSON", AS_EXPORTED);
  }
  if (!isRecord(json)) {
    const mend = Array.isArray(json) ? "write each event of the list on a line of its own" : AS_EXPORTED;
    return refuse("", json, "this is no event", mend);
  }
  const fault = faultOf(json);
  return fault ? { ok: false, fault } : { ok: true, event: recorded(json, `line ${number}`) };
}

function refuse(path: string, value: unknown, message: string, mend: string): EventResult {
  return { ok: false, fault: { path, value, message, mend } };
}

function faultOf(event: Loose): SiteIssue | undefined {
  const { type, timestamp, userId, anonymousId } = event;
  if (typeof type !== "string" || !TYPES.includes(type)) {
    const near = typeof type === "string" ? nearest(type, TYPES) : undefined;
    return fault(
      "type",
      type,
      "this is no type of event",
      near ? `did you mean "${near}"?` : `one of ${TYPES.join(", ")}`,
    );
  }
  if (typeof timestamp !== "string" || parseInstant(timestamp) === undefined) {
    const message = "this is no ISO 8601 time with its zone";
    return fault("timestamp", timestamp, message, 'write one such as "2026-03-01T12:00:00.000Z"');
  }
  for (const key of ["userId", "anonymousId", "messageId"] as const) {
    const id = event[key] ?? undefined;
    if (id !== undefined && (typeof id !== "string" || id === "")) {
      return fault(
        key,
        id,
        "this is no id",
        `write a text that is not empty, such as ${JSON.stringify(String(id || "u1"))}`,
      );
    }
  }
  if (!(userId ?? anonymousId)) return fault("", undefined, "nobody did this", 'add a "userId" or an "anonymousId"');
  if (type === "track" && (typeof event.event !== "string" || event.event === "")) {
    return fault("event", event.event, "this names no event", 'write its name, such as "Product Viewed"');
  }
  if (type === "alias" && !userId)
    return fault("userId", userId, "this joins nobody", 'add the "userId" that holds from now on');
  if (type === "alias" && (typeof event.previousId !== "string" || event.previousId === "")) {
    return fault("previousId", event.previousId, "this is no id", "write the id that was used before, as a text");
  }
  return shapeFault(event);
}

function shapeFault({ properties, traits, context }: Loose): SiteIssue | undefined {
  const consent = isRecord(context) ? context.consent : undefined;
  const objects: Loose = {
    properties,
    traits,
    context,
    "context.consent": consent,
    "context.consent.categoryPreferences": isRecord(consent) ? consent.categoryPreferences : undefined,
  };
  for (const [path, value] of Object.entries(objects)) {
    if ((value ?? undefined) !== undefined && !isRecord(value))
      return fault(path, value, "this is no object", "write {…}, or leave it out");
  }
  return undefined;
}

const fault = (path: string, value: unknown, message: string, mend: string): SiteIssue => ({
  path,
  value,
  message,
  mend,
});

/** Of an event without fault. */
function recorded(event: Loose, otherwiseId: string): Recorded {
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const { type, timestamp } = event;
  const [user, device] = [text(event.userId), text(event.anonymousId)];
  const at = parseInstant(text(timestamp) ?? "") ?? 0;
  const who = { at, ...(user && { user }), ...(device && { device }) };
  if (type === "alias") return { ...who, previous: text(event.previousId) ?? "" };
  const context = isRecord(event.context) ? event.context : {};
  const own = type === "identify" || type === "group" ? (event.traits ?? event.properties) : event.properties;
  const purposes = purposesOf(context);
  const step: Step = {
    id: text(event.messageId) ?? otherwiseId,
    name: NAMES[text(type) ?? ""] ?? text(event.event) ?? "",
    // The page rules see it in both places; so does the script in the page.
    properties: { ...(isRecord(context.page) && context.page), ...(isRecord(own) && own) },
    touch: touchOf(context),
    known: user !== undefined,
    ...(purposes && { purposes }),
    facts: pageFacts(context),
  };
  return { ...who, step };
}

function purposesOf({ consent }: Loose): readonly string[] | undefined {
  const answers = isRecord(consent) ? consent.categoryPreferences : undefined;
  if (!isRecord(answers)) return undefined;
  return Object.keys(answers).filter((purpose) => answers[purpose] === true);
}
