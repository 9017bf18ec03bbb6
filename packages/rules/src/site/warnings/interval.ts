/** What a comparison leaves possible. */
import type { ComparisonSource } from "../clause/source.ts";

/** A bound that is not known to the ms, such as a month: at least and at most. */
export type Bound = number | readonly [least: number, most: number];

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Whether the bounds themselves are out. */
  readonly above: boolean;
  readonly below: boolean;
  /** Values that are out, too. */
  readonly holes: readonly number[];
}

/** All that is at least `low`. */
export function from(low: number, high = Number.POSITIVE_INFINITY): Interval {
  return { low, high, above: false, below: false, holes: [] };
}

/** Narrows to where every operator holds; where a bound is not exact, to a little more. */
export function narrow(interval: Interval, comparison: ComparisonSource<Bound>): Interval {
  const least = (bound: Bound) => (typeof bound === "number" ? bound : bound[0]);
  const most = (bound: Bound) => (typeof bound === "number" ? bound : bound[1]);
  const { $eq, $ne, $gt, $gte, $lt, $lte } = comparison;
  const all = [
    ...($eq === undefined ? [] : [from(least($eq), most($eq))]),
    ...($gte === undefined ? [] : [from(least($gte))]),
    ...($gt === undefined ? [] : [{ ...from(least($gt)), above: typeof $gt === "number" }]),
    ...($lte === undefined ? [] : [from(Number.NEGATIVE_INFINITY, most($lte))]),
    ...($lt === undefined ? [] : [{ ...from(Number.NEGATIVE_INFINITY, most($lt)), below: typeof $lt === "number" }]),
    ...(typeof $ne === "number" ? [{ ...from(Number.NEGATIVE_INFINITY), holes: [$ne] }] : []),
  ];
  return all.reduce(both, interval);
}

/** What is in the one and in the other. */
export function both(a: Interval, b: Interval): Interval {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return {
    low,
    high,
    above: (a.low === low && a.above) || (b.low === low && b.above),
    below: (a.high === high && a.below) || (b.high === high && b.below),
    holes: [...a.holes, ...b.holes],
  };
}

/** Whether nothing is left; `whole`: of whole numbers. */
export function isEmpty(interval: Interval, whole = false): boolean {
  if (!whole) {
    const { low, high, above, below, holes } = interval;
    return low > high || (low === high && (above || below || holes.includes(low)));
  }
  const [first, last] = wholeEnds(interval);
  return first > last;
}

/** Whether all that `a` leaves possible, `b` does. */
export function isWithin(a: Interval, b: Interval, whole = false): boolean {
  if (whole) {
    const [first, last] = wholeEnds(a);
    const [low, high] = wholeEnds(b);
    return (
      first >= low && last <= high && b.holes.every((hole) => hole < first || hole > last || a.holes.includes(hole))
    );
  }
  const out = (hole: number) => hole < a.low || hole > a.high || a.holes.includes(hole);
  return (
    (a.low > b.low || (a.low === b.low && (a.above || !b.above))) &&
    (a.high < b.high || (a.high === b.high && (a.below || !b.below))) &&
    b.holes.every(out)
  );
}

/** First and last whole number that is in, holes at the ends left out. */
function wholeEnds({ low, high, above, below, holes }: Interval): readonly [number, number] {
  let first = above && Number.isInteger(low) ? low + 1 : Math.ceil(low);
  let last = below && Number.isInteger(high) ? high - 1 : Math.floor(high);
  while (holes.includes(first) && first <= last) first++;
  while (holes.includes(last) && first <= last) last--;
  return [first, last];
}
