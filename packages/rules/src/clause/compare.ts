/** Numbers against a comparison, and ages against one. */
import type { AgeComparison, Comparison, Span } from "../plan.ts";
import { later } from "../time/span.ts";
import { NEVER, type Outcome } from "./outcome.ts";

type Operator = keyof Comparison;

const HOLDS: Readonly<Record<Operator, (value: number, operand: number) => boolean>> = {
  $eq: (value, operand) => value === operand,
  $ne: (value, operand) => value !== operand,
  $gt: (value, operand) => value > operand,
  $gte: (value, operand) => value >= operand,
  $lt: (value, operand) => value < operand,
  $lte: (value, operand) => value <= operand,
};

const entries = <Operand>(comparison: { readonly [operator in Operator]?: Operand }): readonly [Operator, Operand][] =>
  Object.entries(comparison) as [Operator, Operand][];

/** Whether every operator holds. */
export function compares(value: number, comparison: Comparison): boolean {
  return entries(comparison).every(([operator, operand]) => HOLDS[operator](value, operand));
}

/** Whether, at `at`, it is as long since `since` as the comparison wants: older than a span is later than its end. */
export function isAged(since: number, comparison: AgeComparison, at: number): boolean {
  return entries(comparison).every(([operator, span]) => HOLDS[operator](at, later(since, span)));
}

/** Whether an instant is as long ago as the comparison wants; one that never came satisfies none. ms since 1970. */
export function aged(since: number | undefined, comparison: AgeComparison, now: number): Outcome {
  if (since === undefined) return { held: false, flip: NEVER };
  // $gt and $lte change one ms after the others.
  const ends = entries<Span>(comparison).map(([, span]) => later(since, span));
  const turns = ends.flatMap((end) => [end, end + 1]);
  return { ...turning((at) => isAged(since, comparison, at), turns, now), actual: now - since };
}

/** Whether something holds now, and the first of the instants after now at which it does not hold as it does now. */
export function turning(holds: (at: number) => boolean, turns: readonly number[], now: number): Outcome {
  const held = holds(now);
  const flips = turns.filter((at) => at > now && holds(at) !== held);
  return { held, flip: Math.min(...flips) };
}
