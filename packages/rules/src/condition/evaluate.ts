/**
 * Conditions on named values: the MongoDB-style subset that GrowthBook documents,
 * without its array, version, group, type and regular expression operators.
 * @see https://docs.growthbook.io/features/targeting
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** `{"path.to.value": 5}`, `{"price": {"$gte": 100}}`, `{"$or": [...]}`. Every entry must hold. */
export type Condition = { readonly [key: string]: Json };

/** The operators that {@link evaluateCondition} knows; the site file's check refuses any other. */
export const OPERATORS: readonly string[] = [
  "$eq",
  "$ne",
  "$gt",
  "$gte",
  "$lt",
  "$lte",
  "$in",
  "$nin",
  "$exists",
  "$not",
];

/** The keys that join whole conditions. */
export const JOINTS: readonly string[] = ["$and", "$or", "$nor", "$not"];

type Attributes = { readonly [key: string]: unknown };

/**
 * Whether `attributes` satisfy `condition`. Never throws: what is no condition does not hold.
 * A path walks nested objects by dots; a missing value equals `null`.
 */
export function evaluateCondition(condition: Condition, attributes: Attributes): boolean {
  return Object.entries(condition).every(([key, expected]) => {
    switch (key) {
      case "$and":
        return conditions(expected).every((one) => evaluateCondition(one, attributes));
      case "$or":
        return !conditions(expected).length || conditions(expected).some((one) => evaluateCondition(one, attributes));
      case "$nor":
        return !conditions(expected).some((one) => evaluateCondition(one, attributes));
      case "$not":
        return isRecord(expected) && !evaluateCondition(expected, attributes);
      default:
        return matches(expected, valueAt(attributes, key));
    }
  });
}

function matches(expected: Json, actual: unknown): boolean {
  if (isRecord(expected)) {
    const entries = Object.entries(expected);
    if (entries.some(([operator]) => operator.startsWith("$"))) {
      return entries.every(([operator, operand]) => compare(operator, operand, actual));
    }
  }
  return equal(expected, actual);
}

function compare(operator: string, operand: Json, actual: unknown): boolean {
  switch (operator) {
    case "$eq":
      return equal(operand, actual);
    case "$ne":
      return !equal(operand, actual);
    case "$gt":
      return order(actual, operand) > 0;
    case "$gte":
      return order(actual, operand) >= 0;
    case "$lt":
      return order(actual, operand) < 0;
    case "$lte":
      return order(actual, operand) <= 0;
    case "$in":
      return Array.isArray(operand) && operand.some((one) => among(one, actual));
    case "$nin":
      return Array.isArray(operand) && !operand.some((one) => among(one, actual));
    case "$exists":
      return (actual !== undefined && actual !== null) === Boolean(operand);
    case "$not":
      return !matches(operand, actual);
    default:
      return false;
  }
}

/** An array holds a value when one of its items is that value. */
function among(wanted: Json, actual: unknown): boolean {
  return Array.isArray(actual) ? actual.some((item) => equal(wanted, item)) : equal(wanted, actual);
}

/** Below, at or above zero like a subtraction; NaN, which no comparison accepts, when the two have no order. */
function order(actual: unknown, operand: Json): number {
  if (typeof actual === "string" && typeof operand === "string") {
    return actual < operand ? -1 : actual > operand ? 1 : 0;
  }
  return number(actual) - number(operand);
}

/** Numbers in text compare as numbers and a missing value as 0, as GrowthBook has it. */
function number(value: unknown): number {
  if ((typeof value === "object" && value) || typeof value === "symbol") return Number.NaN;
  return value === undefined ? 0 : Number(value);
}

function equal(expected: Json, actual: unknown): boolean {
  if (expected === null || typeof expected !== "object") return expected === (actual ?? null);
  return JSON.stringify(expected) === JSON.stringify(actual);
}

function valueAt(attributes: Attributes, path: string): unknown {
  let value: unknown = attributes;
  for (const step of path.split(".")) {
    value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

function conditions(value: Json): readonly Condition[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
