/** The operators that look at nothing but one value and what it is compared with. */
import type { Json, Test, Tests } from "./condition.ts";
import { cut } from "./cut.ts";
import { isIn, lower } from "./membership.ts";
import { sortableVersion } from "./version.ts";

/** Order is that of JavaScript: two texts by letter, anything else as numbers, nothing as 0. */
export const ORDER = {
  $eq: (actual, expected) => actual === expected,
  $ne: (actual, expected) => actual !== expected,
  $gt: (actual, expected) => (actual as number) > (expected as number),
  $gte: (actual, expected) => (actual as number) >= (expected as number),
  $lt: (actual, expected) => (actual as number) < (expected as number),
  $lte: (actual, expected) => (actual as number) <= (expected as number),
} satisfies Tests;

const byVersion =
  (test: Test): Test =>
  (actual, expected) =>
    test(sortableVersion(actual), sortableVersion(expected));

export const PLAIN: Tests = {
  ...ORDER,

  $veq: /* @__PURE__ */ byVersion(ORDER.$eq),
  $vne: /* @__PURE__ */ byVersion(ORDER.$ne),
  $vgt: /* @__PURE__ */ byVersion(ORDER.$gt),
  $vgte: /* @__PURE__ */ byVersion(ORDER.$gte),
  $vlt: /* @__PURE__ */ byVersion(ORDER.$lt),
  $vlte: /* @__PURE__ */ byVersion(ORDER.$lte),

  $in: (actual, expected) => !!isIn(actual, expected),
  $nin: (actual, expected) => isIn(actual, expected) === false,
  $ini: (actual, expected) => !!isIn(actual, expected, lower),
  $nini: (actual, expected) => isIn(actual, expected, lower) === false,

  $exists: (actual, expected) => ((actual ?? null) !== null) === !!expected,
  $type: (actual, expected) => typeName(actual) === expected,
  $regex: (actual, expected) => matchesExpression(actual, expected),
  $regexi: (actual, expected) => matchesExpression(actual, expected, "i"),
};

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const name = typeof value;
  return ["string", "number", "boolean", "object", "undefined"].includes(name) ? name : "unknown";
}

/** An expression that does not parse matches nothing. */
function matchesExpression(actual: unknown, source: Json, flags?: string): boolean {
  if (typeof source !== "string") return false;
  try {
    return new RegExp(source, flags).test(cut(actual));
  } catch {
    return false;
  }
}
