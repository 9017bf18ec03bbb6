/** Plays with the outbox: seals of made-up messages, an edge that refuses some, tabs that send in turns and die. */
import type { Message } from "../src/collect/message.ts";
import { enlist, type Item, type Mail, NO_MAIL, nextBatch, settle, waitOf } from "../src/collect/outbox.ts";
import type { Seal } from "../src/collect/seal.ts";

/** A seal that notes in the traits which ids were sealed before it. */
export function seal(id: string, text = "{}", weight: Item["weight"] = 1): Seal {
  return (before) => {
    const seen = [...((before?.traits?.seen as string[] | undefined) ?? []), id];
    const session = { id: 1, last: 1, campaign: "" };
    const identity = { anonymousId: "a", since: 1, session, ...before, traits: { seen } };
    return { identity, message: { messageId: id } as Message, text, weight };
  };
}

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
    const status = batch.some(({ id }) => unwanted(id)) ? 400 : 200;
    if (status === 200) taken.push(...batch.map(({ id }) => id));
    left = settle(left, batch, { status, wait: Number.NaN }, 0, 0);
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
    resent.push(...batch.map(({ id }) => id).filter((id) => confirmed.has(id)));
  }

  function arrive(batch: readonly Item[]): number {
    if (batch.some(({ id }) => unwanted(id))) return 400;
    for (const { id } of batch) stored.add(id);
    return 200;
  }

  function answer(who: number, given: (batch: readonly Item[]) => number): void {
    const batch = flights.get(who);
    if (!batch) return;
    flights.delete(who);
    const status = given(batch);
    if (status === 200) for (const { id } of batch) confirmed.add(id);
    mail = settle(mail, batch, { status, wait: Number.NaN }, now, 1);
  }

  const moves: Readonly<Record<string, (who: number) => void>> = {
    add() {
      const id = `m${added.length}`;
      added.push(id);
      mail = enlist(mail, [seal(id)]);
    },
    claim,
    taken: (who) => answer(who, arrive),
    unheard: (who) => answer(who, (batch) => arrive(batch) * 0),
    garbage: (who) => answer(who, () => 0),
    busy: (who) => answer(who, () => 503),
    die: (who) => flights.delete(who),
    wait() {
      now += 6_000;
    },
    end() {
      flights.clear();
      for (let round = 0; round < 1_000 && nextBatch(mail).length; round++) {
        now += waitOf(mail, now);
        claim(0);
        answer(0, arrive);
      }
    },
  };
  return (what, who) => {
    moves[what]?.(who);
    return { added, stored, confirmed, resent, mail };
  };
}
