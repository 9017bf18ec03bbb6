/** A world small enough for chance to hit its edges: few events, few values, and spans that the gaps of logs repeat. */
import fc from "fast-check";

export const NAMES = ["A", "B", "C", "Order Completed"] as const;
/** Ends a silence. */
export const WAKES = ["C"];
export const STAGES = ["high", "middle", "low"] as const;
export const SEGMENTS = ["one", "two", "three", "four"] as const;
export const SPANS = ["1s", "1m", "10m", "30m", "1h", "1d", "2d", "1w", "30d", "1mo", "90d", "1y"] as const;

export const span = fc.constantFrom(...SPANS);
const operators = ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte"] as const;

/** One or two operators with operands. */
export function comparison<Operand>(operand: fc.Arbitrary<Operand>) {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...operators), operand), {
      minLength: 1,
      maxLength: 2,
      selector: ([operator]) => operator,
    })
    .map((pairs) => Object.fromEntries(pairs) as { [operator in (typeof operators)[number]]?: Operand });
}

type Defined<Shape> = {
  [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key];
} & { [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined> };

/** The object without what is undefined in it. */
export function defined<Shape extends object>(shape: Shape): Defined<Shape> {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Defined<Shape>;
}

/** The value `freq` times for each time it is nothing: the library counts the nothing in. */
export const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 3): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: freq + 1 });

const { GHOSTLIGHT_RUNS, GHOSTLIGHT_SEED } = process.env;

/** A long search looks at most at that many times the usual cases: each is a whole life, told twice. */
const LONGEST = 10;

/** ms that a property may take on a machine that is busy with others. */
export const PATIENCE = GHOSTLIGHT_RUNS === undefined ? 120_000 : 1_800_000;

/** As many as the environment asks for, to search longer than every test run can afford; with its seed, to repeat a search. */
export const runs = (usual: number): fc.Parameters<unknown> => ({
  numRuns: Math.min(Number(GHOSTLIGHT_RUNS ?? usual), LONGEST * usual),
  ...(GHOSTLIGHT_SEED !== undefined && { seed: Number(GHOSTLIGHT_SEED) }),
});
