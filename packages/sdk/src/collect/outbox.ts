/**
 * What waits to be sent, and how sending goes, as one plain value: all tabs of a visitor change it in turn, each in one
 * transaction. What lies here leaves when the edge has it, or, counted, where there is too much of it.
 */
import { fitting, retryDelay } from "./batch.ts";
import type { Identity } from "./identity.ts";
import type { Seal, Sealed } from "./seal.ts";

export interface Item {
  /** Its `messageId`. */
  readonly id: string;
  /** The message, as JSON. */
  readonly text: string;
  readonly weight: Sealed["weight"];
  /** Status of the answer that refused it, and it alone: it is kept to be looked at, and not sent again. */
  readonly parked?: number;
}

export interface Mail {
  readonly identity?: Identity | undefined;
  /** Oldest first. */
  readonly items: readonly Item[];
  /** Attempts in a row that came to nothing, by the fault of the way there. */
  readonly failures: number;
  /** ms since 1970 before which nobody sends. */
  readonly until: number;
  /** How many of the first were refused together: one of them is at fault. */
  readonly suspects: number;
  /** Events given up and not yet told of. */
  readonly dropped: number;
}

/** What the edge said to a batch. */
export interface Answer {
  /** Of HTTP; 200 only where it has every event, 0 where nothing of sense came back. */
  readonly status: number;
  /** ms that it asked for; NaN where it did not. */
  readonly wait: number;
}

export const NO_MAIL: Mail = { items: [], failures: 0, until: 0, suspects: 0, dropped: 0 };

/** Events kept at most, and characters of all of them. */
export const MOST_ITEMS = 500;
export const MOST_TEXT = 512 * 1_024;
export const MOST_PARKED = 20;

/** ms; no wait is longer, so what lies further ahead was set by a clock that was wrong. */
const LONGEST = 3_600_000;

/** Answers that blame the events; any other refusal is about the site. */
const OF_EVENTS = [400, 413, 422];

/** Whether asking again would change nothing. Three of the kind speak of the moment. */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}

/** Takes what is stored for what it should be, or for nothing. */
export function reviveMail(stored: unknown): Mail {
  const mail = stored as Partial<Mail> | null | undefined;
  return Array.isArray(mail?.items) ? { ...NO_MAIL, ...mail } : NO_MAIL;
}

/** With what the seals come to, in their order, each once. */
export function enlist(mail: Mail, seals: readonly Seal[]): Mail {
  let { identity } = mail;
  const items = [...mail.items];
  for (const seal of seals) {
    const { message, text, weight, ...next } = seal(identity);
    identity = next.identity;
    const id = message?.messageId;
    if (id && text && !items.some((item) => item.id === id)) items.push({ id, text, weight });
  }
  return bound({ ...mail, identity, items });
}

/** Gives up what was refused, then what weighs least, the oldest of it first, as far as there is too much; and counts it. */
function bound(mail: Mail): Mail {
  const { items } = mail;
  const gone = new Set(items.filter(({ parked }) => parked).slice(0, -MOST_PARKED));
  const rank = ({ parked, weight }: Item): number => (parked ? -1 : weight);
  let text = items.reduce((sum, item) => sum + item.text.length, 0);
  for (const item of [...items].sort((a, b) => rank(a) - rank(b))) {
    if (items.length - gone.size <= MOST_ITEMS && text <= MOST_TEXT) break;
    text -= item.text.length;
    gone.add(item);
  }
  return { ...mail, items: items.filter((item) => !gone.has(item)), dropped: mail.dropped + gone.size };
}

/** What goes next. */
export function nextBatch({ items, suspects }: Mail): readonly Item[] {
  const batch = fitting(items.filter(({ parked }) => !parked));
  return suspects ? batch.slice(0, Math.ceil(suspects / 2)) : batch;
}

/** ms until anybody may send. */
export function waitOf({ until }: Mail, now: number): number {
  const wait = Math.max(0, until - now);
  return wait > LONGEST ? 0 : wait;
}

/** After an answer to a batch, the first of those that wait. `random` from 0 to 1. */
export function settle(mail: Mail, batch: readonly Item[], answer: Answer, now: number, random: number): Mail {
  const { status } = answer;
  const { length } = batch;
  const ids = new Set(batch.map(({ id }) => id));
  const ofEvents = OF_EVENTS.includes(status);
  if (status === 200) {
    const items = mail.items.filter(({ id }) => !ids.has(id));
    return { ...mail, items, failures: 0, until: 0, suspects: Math.max(0, mail.suspects - length) };
  }
  // Which of them it is, is found by asking on at once.
  if (ofEvents && length > 1) return { ...mail, until: 0, suspects: length };
  const wait = isRefusal(status) && !ofEvents ? LONGEST : answer.wait;
  const failures = wait ? 0 : mail.failures + 1;
  const later = { ...mail, failures, until: now + (wait || random * retryDelay(failures)) };
  if (!ofEvents) return later;
  const park = (item: Item): Item => (ids.has(item.id) ? { ...item, parked: status } : item);
  return bound({ ...later, items: mail.items.map(park), suspects: 0 });
}

/** With the event that tells of those that were given up, if any were; `report` makes it of their number. */
export function confess(mail: Mail, report: (count: number) => Seal): Mail {
  return mail.dropped ? enlist({ ...mail, dropped: 0 }, [report(mail.dropped)]) : mail;
}

/** The way is free again, as far as it was the way; what the edge asked for still counts. */
export function resume(mail: Mail): Mail {
  return mail.failures ? { ...mail, until: 0 } : mail;
}
