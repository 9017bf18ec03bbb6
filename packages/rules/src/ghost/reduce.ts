/** Folds one event into a ghost. */
import { evaluateCondition } from "../condition/evaluate.ts";
import type { Context } from "../context.ts";
import type { CounterPlan, Plan } from "../plan.ts";
import { UTC } from "../time/calendar.ts";
import { later } from "../time/span.ts";
import { addAffinities } from "./affinity.ts";
import type { Ghost, Tally } from "./ghost.ts";
import { markOf } from "./mark.ts";
import { beginsSession, nextSession } from "./session.ts";
import { IDENTIFIED, type Signal } from "./signal.ts";
import { addToTally } from "./tally.ts";
import { addTouch } from "./touches.ts";

/** How many marks a ghost remembers, of events and of orders. */
const RECENT = 64;
const ONCE = 32;

/**
 * The ghost after the event: what it remembers, not where it stands. Late events fall into their place; the same
 * ghost, where the event is known already, or came at no time that a date can have. `context`: for counters of calendar days; UTC without.
 */
export function reduceGhost(ghost: Ghost, signal: Signal, plan: Plan, context?: Pick<Context, "calendar">): Ghost {
  if (!isTime(signal.at)) return ghost;
  const mark = markOf(signal.id);
  const order = orderMark(signal);
  if (ghost.recent.includes(mark) || (order && ghost.once.includes(order))) return ghost;
  const touched = Object.hasOwn(plan.events, signal.name) ? (plan.events[signal.name] ?? []) : [];
  const changed = touched.flatMap((index) => {
    const counter = plan.counters[index];
    if (!counter || !counts(counter, signal, ghost, plan, context)) return [];
    const tally = addToTally(tallyOf(ghost, counter), counter, signal);
    return tally ? [[counter.key, tally] as const] : [];
  });
  return {
    ...ghost,
    seen: ghost.session.n ? Math.max(ghost.seen, signal.at) : signal.at,
    session: nextSession(ghost, signal, plan.wakes),
    tallies: changed.length ? { ...ghost.tallies, ...Object.fromEntries(changed) } : ghost.tallies,
    affinities: addAffinities(ghost, plan.affinities, signal),
    touches: beginsSession(ghost, signal.at) ? addTouch(ghost.touches, signal.touch) : ghost.touches,
    identified: ghost.identified || signal.name === IDENTIFIED,
    recent: [...ghost.recent, mark].slice(-RECENT),
    ...(order && { once: [...ghost.once, order].slice(-ONCE) }),
  };
}

/** Whether a number is an instant, in ms since 1970: https://tc39.es/ecma262/#sec-time-values-and-time-range */
export function isTime(at: number): boolean {
  return Math.abs(at) <= 8.64e15;
}

/** The same order counts once under each name. */
function orderMark({ name, properties }: Signal): string | undefined {
  const { order_id } = properties;
  return typeof order_id === "string" || typeof order_id === "number" ? markOf(`${name}|${order_id}`) : undefined;
}

/** What was counted by a counter, where anything was. */
export function tallyOf({ tallies }: Pick<Ghost, "tallies">, { key }: Pick<CounterPlan, "key">): Tally | undefined {
  return Object.hasOwn(tallies, key) ? tallies[key] : undefined;
}

function counts(
  { where, dates, after }: CounterPlan,
  { at, properties }: Signal,
  ghost: Ghost,
  plan: Plan,
  context: Pick<Context, "calendar"> | undefined,
): boolean {
  if (where && !evaluateCondition(where, properties)) return false;
  if (dates) {
    const day = (context?.calendar ?? UTC).dateOf(at);
    if (day < dates[0] || day > dates[1]) return false;
  }
  if (!after) return true;
  const first = plan.counters[after[0]];
  const tally = first && tallyOf(ghost, first);
  // The latest before it: if that is too long ago, so are the others.
  const came = [...(tally?.at ?? []), ...(tally ? [tally.last] : [])].filter((instant) => instant <= at);
  return came.length > 0 && at <= later(Math.max(...came), after[1]);
}
