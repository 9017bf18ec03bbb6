/** What the instants in a window come to: how many, how much, or how many different. */
import type { Tally } from "../ghost/ghost.ts";
import type { Comparison, Window } from "../plan.ts";
import { compares } from "./compare.ts";
import { always, NEVER, type Outcome } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { stayIn } from "./window.ts";

export function counted(
  kind: "count" | "sum" | "distinct",
  tally: Tally | undefined,
  comparison: Comparison,
  window: Window | undefined,
  reading: Reading,
): Outcome {
  const { at = [], of = [], n = 0, value = 0 } = tally ?? {};
  if (!window) {
    const actual = kind === "count" ? n : kind === "sum" ? Number(value) : at.length;
    return always(compares(actual, comparison), actual);
  }
  const { now } = reading;
  const isSum = kind === "sum";
  let actual = 0;
  /** When anything comes or goes next. */
  let next = NEVER;
  /** What comes and goes from here on. Not of sums: to take fractions off a sum is not to sum up the rest. */
  const ahead: (readonly [at: number, amount: number])[] = [];
  at.forEach((instant, index) => {
    const [enter, leave] = stayIn(window, instant, reading);
    if (leave <= now || leave <= enter) return;
    if (enter <= now) actual += isSum ? Number(of[index]) : 1;
    next = Math.min(next, enter > now ? enter : leave);
    if (isSum) return;
    if (enter > now) ahead.push([enter, 1]);
    if (leave < NEVER) ahead.push([leave, -1]);
  });
  // As the sum of all that ever came; once, for this is done with each event.
  if (isSum) actual = +actual.toFixed(6);
  const held = compares(actual, comparison);
  return { held, actual, flip: isSum ? next : nextTurn(ahead, actual, comparison, held) };
}

/** The first instant at which the comparison comes out otherwise. */
function nextTurn(
  ahead: (readonly [at: number, amount: number])[],
  actual: number,
  comparison: Comparison,
  held: boolean,
): number {
  ahead.sort(([a], [b]) => a - b);
  let total = actual;
  const turn = ahead.find(([at, amount], index) => {
    total += amount;
    return ahead[index + 1]?.[0] !== at && compares(total, comparison) !== held;
  });
  return turn?.[0] ?? NEVER;
}
