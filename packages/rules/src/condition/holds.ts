/**
 * Conditions on named values: the MongoDB-style language that GrowthBook documents, with its semantics.
 * Without saved groups, which no site file has: `evaluate.ts` adds them, and no page loads that.
 * It differs in three things, all of them about values that no JSON of an honest page holds: inherited names are missing,
 * expressions and versions look at the first 256 characters, and what has no meaning at all does not hold, without a throw.
 * @see https://docs.growthbook.io/features/targeting
 */
import type { Condition, Json, Tests } from "./condition.ts";
import { lower, same } from "./membership.ts";
import { PLAIN } from "./operators.ts";
import { own, valueAt } from "./path.ts";

/** Takes anything for a condition, by its entries: a number has none, and holds. Throws where there can be none. */
export type Holds = (condition: Json, attributes: unknown) => boolean;

/**
 * With joints and operators beside its own. Joints are the keys that join whole conditions, or stand for one: what they
 * say of all attributes.
 */
export function createLanguage(moreJoints?: Tests, moreOperators?: Tests): Holds {
  const holds: Holds = (condition, attributes) =>
    Object.entries(condition as Condition).every(
      ([key, expected]) => own(joints, key)?.(attributes, expected) ?? matches(expected, valueAt(attributes, key)),
    );

  /** An empty list asks for nothing. */
  const isAny = (attributes: unknown, expected: Json): boolean => {
    const all = listOf(expected);
    return !all.length || all.some((one) => holds(one, attributes));
  };
  const joints: Tests = {
    $and: (attributes, expected) => listOf(expected).every((one) => holds(one, attributes)),
    $or: isAny,
    $nor: (attributes, expected) => !isAny(attributes, expected),
    $not: (attributes, expected) => !holds(expected, attributes),
    ...moreJoints,
  };

  const hasAll = (actual: unknown, expected: Json, fold: typeof same | typeof lower): boolean =>
    Array.isArray(actual) &&
    Array.isArray(expected) &&
    expected.every((wanted) => actual.some((one) => matches(wanted, one, fold)));
  const operators: Tests = {
    ...PLAIN,
    $not: (actual, expected) => !matches(expected, actual),
    $size: (actual, expected) => Array.isArray(actual) && matches(expected, actual.length),
    $all: (actual, expected) => hasAll(actual, expected, same),
    $alli: (actual, expected) => hasAll(actual, expected, lower),
    $elemMatch: (actual, expected) =>
      Array.isArray(actual) &&
      actual.some((one) => (one ?? null) !== null && (hasOperators(expected) ? matches : holds)(expected, one)),
    ...moreOperators,
  };

  /** A plain text, number or truth value is compared as what it is: `"42"` is the number 42, and so is `["42"]`. */
  function matches(expected: Json, actual: unknown, fold: typeof same | typeof lower = same): boolean {
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
    return Object.entries(expected).every(([operator, operand]) => operators[operator]?.(actual, operand));
  }

  return holds;
}

const holds = /* @__PURE__ */ createLanguage();

/** Whether values satisfy a condition of a site file. Never throws. */
export function meets(attributes: { readonly [key: string]: unknown }, condition: Condition): boolean {
  try {
    return holds(condition, attributes);
  } catch {
    return false;
  }
}

function listOf(expected: Json): Json[] {
  return Array.from(expected as readonly Json[]);
}

function hasOperators(expected: Json): boolean {
  const keys = Object.keys(expected as object);
  return keys.length > 0 && keys.every((key) => key[0] === "$");
}
