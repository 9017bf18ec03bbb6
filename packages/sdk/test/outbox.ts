/** Plays with the outbox: seals of made-up messages, an edge that refuses some, tabs that send in turns and die. */
import type { Message } from "../src/collect/message.ts";
import { enlist, type Item, type Mail, NO_MAIL, nextBatch, settle, waitOf } from "../src/collect/outbox.ts";
import type { Seal } from "../src/collect/seal.ts";

/** A seal that notes in the traits which ids were sealed before it. */
export function seal(messageId: string, filling = "", weight: 0 | 1 | 2 = 1): Seal {
  return (before, dropped) => {
    const seen = [...((before?.traits?.seen as string[] | undefined) ?? []), messageId];
    const session = { sessionId: 1, last: 1, campaign: "" };
    const identity = { anonymousId: "a", since: 1, ...session, ...before, traits: { seen } };
    const text = JSON.stringify({ messageId, filling, ...(dropped && { dropped }) });
    return { identity, message: { messageId } as Message, text, weight: dropped ? 2 : weight };
  };
}

/** An outbox of so many. */
export const filled = (count: number, filling = ""): Mail =>
  enlist(
    NO_MAIL,
    Array.from({ length: count }, (_, at) => seal(`m${at}`, filling)),
  );

export const idOf = ({ text }: Pick<Item, "text">): string => JSON.parse(text).messageId;

export const ids = (items: readonly Item[]): string[] => items.map(idOf);

/** How many were given up before this, as it tells. */
export const toldBy = ({ text }: Item): number => JSON.parse(text).dropped ?? 0;

export interface Sent {
  readonly posts: number;
  readonly mail: Mail;
  /** Ids that the edge took, in its order. */
  readonly taken: readonly string[];
}

/** Sends until nothing waits, to an edge that refuses every batch with an event that it does not want. */
export function postsUntilEmpty(mail: Mail, unwanted: (id: string) => boolean): Sent {
  const taken: string[] = [];
  let left = mail;
  let posts = 0;
  for (; posts < 5_000; posts++) {
    const batch = nextBatch(left);
    if (!batch.length) break;
    const fault = batch.some((item) => unwanted(idOf(item))) ? "400 why" : "";
    if (!fault) taken.push(...ids(batch));
    left = settle(left, batch, fault, Number.NaN, 0, 0);
  }
  return { posts, mail: left, taken };
}

export interface World {
  readonly added: readonly string[];
  /** Ids that the edge has. */
  readonly stored: ReadonlySet<string>;
  /** Ids of which some tab was told so. */
  readonly confirmed: ReadonlySet<string>;
  /** Ids that were sent although that had been told. */
  readonly resent: readonly string[];
  readonly mail: Mail;
}

/** ms of the lease in `transport.ts`. */
const LEASE = 20_000;

/**
 * Tabs that share an outbox under a lease. The edge does not want every seventh event. A tab that lost its lease may still
 * hear its answer, long after others went on.
 */
export function world(start: number): (what: string, who: number) => World {
  const added: string[] = [];
  const stored = new Set<string>();
  const confirmed = new Set<string>();
  const resent: string[] = [];
  const flights = new Map<number, readonly Item[]>();
  let mail = NO_MAIL;
  let now = start;

  const unwanted = (id: string): boolean => Number(id.slice(1)) % 7 === 3;

  function claim(who: number): void {
    const batch = nextBatch(mail);
    if (flights.has(who) || waitOf(mail, now) || !batch.length) return;
    mail = { ...mail, until: now + LEASE };
    flights.set(who, batch);
    resent.push(...ids(batch).filter((id) => confirmed.has(id)));
  }

  function arrive(batch: readonly Item[]): string {
    if (ids(batch).some(unwanted)) return "400 why";
    for (const id of ids(batch)) stored.add(id);
    return "";
  }

  function hear(who: number, given: (batch: readonly Item[]) => string): void {
    const batch = flights.get(who);
    if (!batch) return;
    flights.delete(who);
    const fault = given(batch);
    if (!fault) for (const id of ids(batch)) confirmed.add(id);
    mail = settle(mail, batch, fault, Number.NaN, now, 1);
  }

  const moves: Readonly<Record<string, (who: number) => void>> = {
    add() {
      const id = `m${added.length}`;
      added.push(id);
      mail = enlist(mail, [seal(id)]);
    },
    claim,
    taken: (who) => hear(who, arrive),
    unheard: (who) => hear(who, (batch) => `TypeError: reset after ${arrive(batch)}`),
    garbage: (who) => hear(who, () => "200 <html>"),
    busy: (who) => hear(who, () => "503 why"),
    die: (who) => flights.delete(who),
    wait() {
      now += 6_000;
    },
    end() {
      flights.clear();
      for (let round = 0; round < 1_000 && nextBatch(mail).length; round++) {
        now += waitOf(mail, now);
        claim(0);
        hear(0, arrive);
      }
    },
  };
  return (what, who) => {
    moves[what]?.(who);
    return { added, stored, confirmed, resent, mail };
  };
}
