/** The operators that look at nothing but one value and what it is compared with. */
import type { Json, SavedGroups, Test } from "./condition.ts";
import { cut } from "./cut.ts";
import { isIn, lower } from "./membership.ts";
import { sortableVersion } from "./version.ts";

/** Order is that of JavaScript: two texts by letter, anything else as numbers, nothing as 0. */
export const PLAIN: { readonly [operator: string]: Test } = {
  $eq: (actual, expected) => actual === expected,
  $ne: (actual, expected) => actual !== expected,
  $gt: (actual, expected) => (actual as number) > (expected as number),
  $gte: (actual, expected) => (actual as number) >= (expected as number),
  $lt: (actual, expected) => (actual as number) < (expected as number),
  $lte: (actual, expected) => (actual as number) <= (expected as number),

  $veq: (actual, expected) => sortableVersion(actual) === sortableVersion(expected),
  $vne: (actual, expected) => sortableVersion(actual) !== sortableVersion(expected),
  $vgt: (actual, expected) => sortableVersion(actual) > sortableVersion(expected),
  $vgte: (actual, expected) => sortableVersion(actual) >= sortableVersion(expected),
  $vlt: (actual, expected) => sortableVersion(actual) < sortableVersion(expected),
  $vlte: (actual, expected) => sortableVersion(actual) <= sortableVersion(expected),

  $in: (actual, expected) => Array.isArray(expected) && isIn(actual, expected),
  $nin: (actual, expected) => Array.isArray(expected) && !isIn(actual, expected),
  $ini: (actual, expected) => Array.isArray(expected) && isIn(actual, expected, lower),
  $nini: (actual, expected) => Array.isArray(expected) && !isIn(actual, expected, lower),

  $inGroup: (actual, expected, groups) => {
    const values = valuesOf(groups, expected);
    return Array.isArray(values) && isIn(actual, values);
  },
  $notInGroup: (actual, expected, groups) => {
    const values = valuesOf(groups, expected);
    return Array.isArray(values) && !isIn(actual, values);
  },

  $exists: (actual, expected) => ((actual ?? null) !== null) === !!expected,
  $type: (actual, expected) => typeName(actual) === expected,
  $regex: (actual, expected) => matchesExpression(actual, expected),
  $regexi: (actual, expected) => matchesExpression(actual, expected, "i"),
};

/** A group that nobody saved is empty; one without values of its own, or malformed, has no list. */
function valuesOf(groups: SavedGroups, id: Json): unknown {
  const group = groups[id as string];
  if (group === undefined) return [];
  const { type, values } = Object(group);
  return type === "list" ? values : group;
}

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
