/** The operators that nearly every site uses, and that look at nothing but a value and what it is compared with. */
import type { Json, Tests } from "./condition.ts";
import { isIn } from "./membership.ts";

/** Order is that of JavaScript: two texts by letter, anything else as numbers, nothing as 0. */
export const ORDER = {
  $eq: (actual, expected) => actual === expected,
  $ne: (actual, expected) => actual !== expected,
  $gt: (actual, expected) => (actual as number) > (expected as number),
  $gte: (actual, expected) => (actual as number) >= (expected as number),
  $lt: (actual, expected) => (actual as number) < (expected as number),
  $lte: (actual, expected) => (actual as number) <= (expected as number),
} satisfies { readonly [operator: string]: (actual: unknown, expected: Json) => boolean };

export const PLAIN: Tests = {
  ...ORDER,
  $in: (actual, expected) => !!isIn(actual, expected),
  $nin: (actual, expected) => isIn(actual, expected) === false,
  $exists: (actual, expected) => ((actual ?? null) !== null) === !!expected,
};
