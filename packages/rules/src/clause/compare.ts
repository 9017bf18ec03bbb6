/** Numbers against a comparison, and ages against one. */
import type { Json } from "../condition/condition.ts";
import { ORDER } from "../condition/operators.ts";
import type { AgeComparison, Comparison, Span } from "../plan.ts";
import { later } from "../time/span.ts";
import { always, type Outcome } from "./outcome.ts";

const same = <Value>(value: Value): Value => value;

/**
 * Whether every operator holds. `boundOf`: what an operand comes to; of a comparison of ages, the instant at which
 * something is that old, for older than a span is later than its end.
 */
export function compares<Operand = number>(
  value: number,
  comparison: { readonly [operator in keyof Comparison]?: Operand },
  boundOf: (operand: Operand) => Json = same as (operand: Operand) => Json,
): boolean {
  return Object.entries(comparison).every(([operator, operand]) =>
    ORDER[operator as keyof Comparison](value, boundOf(operand)),
  );
}

/** Whether an instant is as long ago as the comparison wants; one that never came satisfies none. ms since 1970. */
export function aged(since: number | undefined, comparison: AgeComparison, now: number): Outcome {
  if (since === undefined) return always(false);
  const end = (span: Span): number => later(since, span);
  // $gt and $lte change one ms after the others.
  const turns = Object.values(comparison).flatMap((span) => [end(span), end(span) + 1]);
  return { ...turning((at) => compares(at, comparison, end), turns, now), actual: now - since };
}

/** Whether something holds now, and the first of the instants after now at which it does not hold as it does now. */
export function turning(holds: (at: number) => boolean, turns: readonly number[], now: number): Outcome {
  const held = holds(now);
  const flips = turns.filter((at) => at > now && holds(at) !== held);
  return { held, flip: Math.min(...flips) };
}
