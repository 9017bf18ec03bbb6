/**
 * Conditions on named values: the MongoDB-style language that GrowthBook documents, with its semantics.
 * Without saved groups, which no site file has: `evaluate.ts` adds them, and no page loads that.
 * It differs in three things, all of them about values that no JSON of an honest page holds: inherited names are missing,
 * expressions and versions look at the first 256 characters, and what has no meaning at all does not hold, without a throw.
 * @see https://docs.growthbook.io/features/targeting
 */
import type { Condition, Holds, Joints, Json, Matches, Tests } from "./condition.ts";
import { PLAIN } from "./operators.ts";
import { own, valueAt } from "./path.ts";
import { hasOperators } from "./shape.ts";

/** With operators and joints beside its own. Joints are the keys that join whole conditions, or stand for one. */
export function createLanguage(moreOperators?: Tests, moreJoints?: Joints): Holds {
  const holds: Holds = (condition, attributes) =>
    Object.entries(condition as Condition).every(
      ([key, expected]) => own(joints, key)?.(attributes, expected) ?? matches(expected, valueAt(attributes, key)),
    );

  /** An empty list asks for nothing. */
  const isAny = (attributes: unknown, expected: Json): boolean => {
    const all = listOf(expected);
    return !all.length || all.some((one) => holds(one, attributes));
  };
  const joints: Joints = {
    $and: (attributes, expected) => listOf(expected).every((one) => holds(one, attributes)),
    $or: isAny,
    $nor: (attributes, expected) => !isAny(attributes, expected),
    $not: (attributes, expected) => !holds(expected, attributes),
    ...moreJoints,
  };
  const operators: Tests = {
    ...PLAIN,
    $not: (actual, expected) => !matches(expected, actual),
    ...moreOperators,
  };

  /** A plain text, number or truth value is compared as what it is: `"42"` is the number 42, and so is `["42"]`. */
  const matches: Matches = (expected, actual) => {
    switch (typeof expected) {
      case "string":
        return `${actual}` === expected;
      case "number":
        return Number(actual) === expected;
      case "boolean":
        return actual !== null && !!actual === expected;
    }
    if (expected === null) return actual === null;
    if (!hasOperators(expected)) return JSON.stringify(actual) === JSON.stringify(expected);
    return Object.entries(expected).every(([operator, operand]) =>
      operators[operator]?.(actual, operand, matches, holds),
    );
  };

  return holds;
}

/** Whether values satisfy a condition of a site file, in its language. Never throws. */
export function meets(attributes: { readonly [key: string]: unknown }, condition: Condition, holds: Holds): boolean {
  try {
    return holds(condition, attributes);
  } catch {
    return false;
  }
}

function listOf(expected: Json): Json[] {
  return Array.from(expected as readonly Json[]);
}
