/** Folds one event into a ghost. */
import { meets } from "../condition/holds.ts";
import { own } from "../condition/path.ts";
import type { Context } from "../context.ts";
import type { CounterPlan, Plan } from "../plan.ts";
import { UTC } from "../time/calendar.ts";
import { later } from "../time/span.ts";
import { WHOLE } from "../whole.ts";
import { addAffinities } from "./affinity.ts";
import type { Ghost, Tally } from "./ghost.ts";
import { markOf } from "./mark.ts";
import { beginsSession, nextSession } from "./session.ts";
import { IDENTIFIED, type Signal } from "./signal.ts";
import { addToTally } from "./tally.ts";
import { addTouch } from "./touches.ts";

/** What folding reads of a context. */
type Around = Pick<Context, "calendar" | "holds">;

/** How many marks a ghost remembers, of events and of orders. */
const RECENT = 64;
const ONCE = 32;

/**
 * The ghost after the event: what it remembers, not where it stands. Late events fall into their place; the same
 * ghost, where the event is known already, or came at no time that a date can have.
 */
export function foldSignal(ghost: Ghost, signal: Signal, plan: Plan, around: Around): Ghost {
  const { at, name } = signal;
  if (!isTime(at)) return ghost;
  const mark = markOf(signal.id);
  const order = orderMark(signal);
  if (ghost.recent.includes(mark) || (order && ghost.once.includes(order))) return ghost;
  const changed = (own(plan.events, name) ?? []).flatMap((index) => {
    const counter = plan.counters[index];
    if (!counter || !counts(counter, signal, ghost, plan, around)) return [];
    const tally = addToTally(tallyOf(ghost, counter), counter, signal);
    return tally ? [[counter.key, tally] as const] : [];
  });
  return {
    ...ghost,
    seen: ghost.session.n ? Math.max(ghost.seen, at) : at,
    session: nextSession(ghost, signal, plan.wakes),
    tallies: { ...ghost.tallies, ...Object.fromEntries(changed) },
    affinities: addAffinities(ghost, plan.affinities, signal),
    touches: beginsSession(ghost, at) ? addTouch(ghost.touches, signal.touch) : ghost.touches,
    identified: ghost.identified || name === IDENTIFIED,
    recent: [...ghost.recent, mark].slice(-RECENT),
    ...(order && { once: [...ghost.once, order].slice(-ONCE) }),
  };
}

/** The same where nobody has to load the days of UTC, and all operators. `context`: for counters of calendar days; UTC without. */
export function reduceGhost(ghost: Ghost, signal: Signal, plan: Plan, context?: Pick<Context, "calendar">): Ghost {
  return foldSignal(ghost, signal, plan, { ...WHOLE, calendar: context?.calendar ?? UTC });
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
export function tallyOf(
  { tallies }: Pick<Ghost, "tallies">,
  counter: Pick<CounterPlan, "key"> | undefined,
): Tally | undefined {
  return own(tallies, counter?.key ?? "");
}

function counts(
  { where, dates, after }: CounterPlan,
  { at, properties }: Signal,
  ghost: Ghost,
  plan: Plan,
  { calendar, holds }: Around,
): boolean {
  if (where && !meets(properties, where, holds)) return false;
  if (dates) {
    const day = calendar.dateOf(at);
    if (day < dates[0] || day > dates[1]) return false;
  }
  if (!after) return true;
  const tally = tallyOf(ghost, plan.counters[after[0]]);
  // The latest before it: if that is too long ago, so are the others. Of none it is -Infinity.
  const came = tally ? [...tally.at, tally.last].filter((instant) => instant <= at) : [];
  return at <= later(Math.max(...came), after[1]);
}
