/**
 * What waits to be sent, and how sending goes, as one plain value: all tabs of a visitor change it in turn, each in one
 * transaction. What lies here leaves when the edge has it, or, counted, where there is too much of it.
 */
import { fitting } from "./batch.ts";
import type { Identity } from "./identity.ts";
import type { Seal, Sealed } from "./seal.ts";

export interface Item {
  /** Of the message; not there where an older release kept it, or a middleware took it out. */
  readonly id?: string | undefined;
  /** The message, as JSON: with an id of its own, so no two are alike. */
  readonly text: string;
  /** -1: parked, as it was refused, and it alone. It is kept to be looked at, and not sent again. */
  readonly weight: Sealed["weight"] | -1;
}

export interface Mail {
  readonly identity?: Identity | undefined;
  /** Oldest first. */
  readonly items: readonly Item[];
  /** ms to wait at most, twice as long after each attempt that came to nothing by the fault of the way there. */
  readonly delay: number;
  /** ms since 1970 before which nobody sends. */
  readonly until: number;
  /** How many may go together: half of those that were refused together, twice as many after each success. */
  readonly most: number;
  /** Events given up and not yet told of. */
  readonly dropped: number;
}

export const NO_MAIL: Mail = { items: [], delay: 0, until: 0, most: 1_000, dropped: 0 };

/** Characters of all messages kept at most. */
export const MOST_TEXT = 512 * 1_024;

/** ms; no wait is longer, so what lies further ahead was set by a clock that was wrong. */
const LONGEST = 3_600_000;

/** Whether asking again would change nothing. Three of the kind speak of the moment. */
export function isRefusal(fault: string): boolean {
  return /^4(?!08|25|29)/.test(fault);
}

/** Takes what is stored for what it should be, or for nothing. */
export function reviveMail(stored: unknown): Mail {
  const mail = stored as Mail | null | undefined;
  return Array.isArray(mail?.items) ? mail : NO_MAIL;
}

/**
 * With what the seals come to, in their order, each once: a page that was left may have kept what it also left to the next,
 * where it may come to say something else, as how many were given up before it.
 * A message tells how many were given up before it. One by one, so that it makes no difference how many are enlisted at once.
 */
export function enlist(mail: Mail, seals: Iterable<Seal>): Mail {
  let after = mail;
  for (const seal of seals) {
    const { identity, message, text, weight } = seal(after.identity, after.dropped);
    const id = message?.messageId;
    const isNew = text && !after.items.some((item) => item.text === text || (id && item.id === id));
    after = { ...after, identity };
    if (isNew) after = bound({ ...after, items: [...after.items, { id, text, weight }], dropped: 0 });
  }
  return after;
}

/**
 * Gives up what weighs least, the oldest of it first, where there is too much; and counts it. A tenth at once, so that
 * not every message has a count to carry.
 */
function bound(mail: Mail): Mail {
  const { items, dropped } = mail;
  if (items.reduce((sum, { text }) => sum + text.length, 0) <= MOST_TEXT) return mail;
  const gone = [...items].sort((a, b) => a.weight - b.weight).slice(0, items.length / 10 + 1);
  return bound({ ...mail, items: items.filter((item) => !gone.includes(item)), dropped: dropped + gone.length });
}

/** What goes next. */
export function nextBatch({ items, most }: Mail): readonly Item[] {
  return fitting(items.filter(({ weight }) => weight >= 0).slice(0, most));
}

/** ms until anybody may send. */
export function waitOf({ until }: Mail, now: number): number {
  const wait = until - now;
  return wait > 0 && wait <= LONGEST ? wait : 0;
}

/**
 * After an answer to a batch, the first of those that wait. `fault`: its status and text, or why nothing of sense came
 * back; empty where the edge has every event. `wait`: ms that it asked for, NaN where it did not. `random` from 0 to 1.
 */
export function settle(
  mail: Mail,
  batch: readonly Item[],
  fault: string,
  wait: number,
  now: number,
  random: number,
): Mail {
  const texts = batch.map(({ text }) => text);
  if (!fault) {
    const items = mail.items.filter(({ text }) => !texts.includes(text));
    return { ...mail, items, delay: 0, until: 0, most: 2 * mail.most };
  }
  // Answers that blame the events; any other refusal is about the site, and passes as what fails on the way does.
  const ofEvents = /^4(00|13|22)/.test(fault);
  // Which of them it is, is found by asking on at once.
  if (ofEvents && texts.length > 1) return { ...mail, until: 0, most: texts.length / 2 };
  const told = ofEvents ? 0 : Math.min(LONGEST, wait);
  const delay = told > 0 ? 0 : Math.min(LONGEST / 6, 2 * mail.delay || 1_000);
  const park = (item: Item): Item => (item.text === texts[0] ? { ...item, weight: -1 } : item);
  const items = ofEvents ? mail.items.map(park) : mail.items;
  return { ...mail, items, delay, until: now + (delay ? random * delay : told) };
}

/** The way is free again, as far as it was the way; what the edge asked for still counts. */
export function resume(mail: Mail): Mail {
  return mail.delay ? { ...mail, until: 0 } : mail;
}
