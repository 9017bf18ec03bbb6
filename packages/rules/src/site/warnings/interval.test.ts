import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ComparisonSource } from "../clause/source.ts";
import { type Bound, both, from, isEmpty, isWithin, narrow } from "./interval.ts";

const OPERATORS = ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte"] as const;
const comparison = fc.dictionary(
  fc.constantFrom(...OPERATORS),
  fc.integer({ min: -2, max: 10 }).map((n) => n / 2),
) as fc.Arbitrary<ComparisonSource<number>>;

/** What the operators say of one number. */
function holds(n: number, { $eq, $ne, $gt, $gte, $lt, $lte }: ComparisonSource<number>): boolean {
  return (
    ($eq === undefined || n === $eq) &&
    ($ne === undefined || n !== $ne) &&
    ($gt === undefined || n > $gt) &&
    ($gte === undefined || n >= $gte) &&
    ($lt === undefined || n < $lt) &&
    ($lte === undefined || n <= $lte)
  );
}

const WHOLE = Array.from({ length: 12 }, (_, n) => n);
/** Between any two operands there is one of these. */
const PARTS = WHOLE.flatMap((n) => [n, n + 0.25, n + 0.5, n + 0.75]);

describe.each([
  [true, WHOLE],
  [false, PARTS],
])("whole: %s", (whole, numbers) => {
  test("is empty where no number from 0 on holds", () => {
    fc.assert(
      fc.property(comparison, (one) => {
        expect(isEmpty(narrow(from(0), one), whole)).toBe(!numbers.some((n) => holds(n, one)));
      }),
      { numRuns: 2000 },
    );
  });

  test("two together are empty where no number holds for both", () => {
    fc.assert(
      fc.property(comparison, comparison, (a, b) => {
        const left = both(narrow(from(0), a), narrow(from(0), b));
        expect(isEmpty(left, whole)).toBe(!numbers.some((n) => holds(n, a) && holds(n, b)));
      }),
      { numRuns: 2000 },
    );
  });

  test("one is within another only where each of its numbers holds there", () => {
    fc.assert(
      fc.property(comparison, comparison, (a, b) => {
        const inside = isWithin(narrow(from(0), a), narrow(from(0), b), whole);
        if (inside) for (const n of numbers) if (holds(n, a)) expect(holds(n, b)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test("is within itself, and within all", () => {
  fc.assert(
    fc.property(comparison, (one) => {
      const interval = narrow(from(0), one);
      expect([isWithin(interval, interval), isWithin(interval, from(0))]).toEqual([true, true]);
    }),
  );
});

describe("a bound that is not known to the ms", () => {
  const month: Bound = [28, 31];
  test.each<[one: ComparisonSource<Bound>, empty: boolean]>([
    [{ $gt: month, $lt: 28 }, true],
    [{ $gt: month, $lt: 29 }, false],
    [{ $gte: 32, $lt: month }, true],
    [{ $gte: 31, $lte: month }, false],
    [{ $eq: month, $gt: 31 }, true],
    [{ $eq: month, $gt: 28 }, false],
    [{ $ne: month }, false],
  ])("%j is empty only where that is sure: %s", (one, empty) => {
    expect(isEmpty(narrow(from(0), one))).toBe(empty);
  });
});
