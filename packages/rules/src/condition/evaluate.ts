/**
 * Conditions on named values: the MongoDB-style language that GrowthBook documents, with its semantics.
 * It differs in three things, all of them about values that no JSON of an honest page holds: inherited names are missing,
 * expressions and versions look at the first 256 characters, and what has no meaning at all does not hold, without a throw.
 * @see https://docs.growthbook.io/features/targeting
 */
import type { Condition, Json, SavedGroups, Test } from "./condition.ts";
import { isIn, lower, same } from "./membership.ts";
import { PLAIN } from "./operators.ts";
import { valueAt } from "./path.ts";

export type { Condition, Json, SavedGroups } from "./condition.ts";

/** The keys that join whole conditions, or stand for one. */
export const JOINTS: readonly string[] = ["$and", "$or", "$nor", "$not", "$savedGroup"];

/**
 * Whether `attributes` satisfy `condition`. Never throws: what is no condition does not hold.
 * A path walks nested objects and lists by dots; what is missing is `null`.
 * @param savedGroups what `$inGroup`, `$notInGroup` and `$savedGroup` name
 */
export function evaluateCondition(
  condition: Condition,
  attributes: { readonly [key: string]: unknown },
  savedGroups: SavedGroups = {},
): boolean {
  try {
    return holds(condition, attributes, savedGroups);
  } catch {
    return false;
  }
}

/** Takes anything for a condition, by its entries: a number has none, and holds. */
function holds(condition: Json, attributes: unknown, groups: SavedGroups): boolean {
  const isTrue = (one: Json) => holds(one, attributes, groups);
  return Object.entries(condition as Condition).every(([key, expected]) => {
    switch (key) {
      case "$and":
        return conditions(expected).every(isTrue);
      case "$or":
        return isAny(expected, isTrue);
      case "$nor":
        return !isAny(expected, isTrue);
      case "$not":
        return !isTrue(expected);
      case "$savedGroup":
        return inSavedGroup(expected, attributes, groups);
      default:
        return matches(expected, valueAt(attributes, key), groups);
    }
  });
}

/** An empty list asks for nothing. */
function isAny(expected: Json, isTrue: (one: Json) => boolean): boolean {
  const all = conditions(expected);
  return !all.length || all.some(isTrue);
}

function conditions(expected: Json): Json[] {
  return Array.from(expected as readonly Json[]);
}

/** A group is a list of values of one attribute, which the reference may name anew, or a condition. */
function inSavedGroup(reference: Json, attributes: unknown, groups: SavedGroups): boolean {
  const { id, attributeKey } = Object(reference);
  if (typeof id !== "string" || (attributeKey !== undefined && typeof attributeKey !== "string")) return false;
  const group = Object(groups[id]);
  if (group.type === "list") {
    const key = attributeKey ?? group.attributeKey;
    return typeof key === "string" && Array.isArray(group.values) && isIn(valueAt(attributes, key), group.values);
  }
  // Within itself a group is known no more: a ring ends there.
  const others = { ...groups, [id]: null };
  return group.type === "condition" && Object(group.condition) === group.condition
    ? holds(group.condition, attributes, others)
    : false;
}

/** A plain text, number or truth value is compared as what it is: `"42"` is the number 42, and so is `["42"]`. */
function matches(
  expected: Json,
  actual: unknown,
  groups: SavedGroups,
  fold: typeof same | typeof lower = same,
): boolean {
  switch (typeof expected) {
    case "string":
      return fold(`${actual}`) === fold(expected);
    case "number":
      return Number(actual) === expected;
    case "boolean":
      return actual !== null && !!actual === expected;
  }
  if (expected === null) return actual === null;
  if (!hasOperators(expected)) return JSON.stringify(actual) === JSON.stringify(expected);
  return Object.entries(expected).every(([operator, operand]) =>
    (PLAIN[operator] ?? NESTED[operator] ?? never)(actual, operand, groups),
  );
}

const NESTED: { readonly [operator: string]: Test } = {
  $not: (actual, expected, groups) => !matches(expected, actual, groups),
  $size: (actual, expected, groups) => Array.isArray(actual) && matches(expected, actual.length, groups),
  $all: (actual, expected, groups) => hasAll(actual, expected, groups, same),
  $alli: (actual, expected, groups) => hasAll(actual, expected, groups, lower),
  $elemMatch: (actual, expected, groups) =>
    Array.isArray(actual) &&
    actual.some((one) => (one ?? null) !== null && (hasOperators(expected) ? matches : holds)(expected, one, groups)),
};

/** What {@link evaluateCondition} knows of values; the site file's check refuses any other. */
export const OPERATORS: readonly string[] = /* @__PURE__ */ Object.keys({ ...PLAIN, ...NESTED });

function hasAll(actual: unknown, expected: Json, groups: SavedGroups, fold: typeof same | typeof lower): boolean {
  return (
    Array.isArray(actual) &&
    Array.isArray(expected) &&
    expected.every((wanted) => actual.some((one) => matches(wanted, one, groups, fold)))
  );
}

function hasOperators(expected: Json): boolean {
  const keys = Object.keys(expected as object);
  return keys.length > 0 && keys.every((key) => key[0] === "$");
}

function never(): boolean {
  return false;
}
