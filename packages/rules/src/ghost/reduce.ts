/** Folds one event into a ghost. */
import { evaluateCondition } from "../condition/evaluate.ts";
import type { CounterPlan, Plan } from "../plan.ts";
import { type Ghost, RECENT, type Tally, tallyOf } from "./ghost.ts";

/** What a rule can see of an event. */
export interface Signal {
  /** `messageId`; the same id counts once. */
  readonly id: string;
  /** Name as rules write it; a page call is `Page Viewed`. */
  readonly name: string;
  /** When it happened, ms since 1970. */
  readonly at: number;
  readonly properties: { readonly [key: string]: unknown };
}

/** The name under which rules know a page call. */
export const PAGE_VIEWED = "Page Viewed";

/** The ghost after the event. Late events fall into their place; tallies that no rule reads any more are dropped. */
export function reduceGhost(ghost: Ghost, signal: Signal, plan: Plan): Ghost {
  if (ghost.recent.includes(signal.id)) return ghost;
  const tallies = plan.counters.flatMap((counter) => {
    const before = tallyOf(ghost, counter.key);
    const after = counts(counter, signal) ? add(before, signal.at, counter.keep) : before;
    return after ? [[counter.key, after] as const] : [];
  });
  return {
    v: 1,
    born: Math.min(ghost.born, signal.at),
    seen: Math.max(ghost.seen, signal.at),
    tallies: Object.fromEntries(tallies),
    recent: [...ghost.recent, signal.id].slice(-RECENT),
  };
}

function counts(counter: CounterPlan, signal: Signal): boolean {
  return counter.event === signal.name && (!counter.where || evaluateCondition(counter.where, signal.properties));
}

function add(tally: Tally | undefined, at: number, keep: number): Tally {
  if (!tally) return { n: 1, first: at, last: at, at: keep ? [at] : [] };
  return {
    n: tally.n + 1,
    first: Math.min(tally.first, at),
    last: Math.max(tally.last, at),
    at: keep ? [...tally.at, at].sort((a, b) => a - b).slice(-keep) : [],
  };
}
