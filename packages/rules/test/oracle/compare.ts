/** Comparisons and conditions, as far as the generators write them. */

import { after } from "./span.ts";
import type { Ages, Numbers, Where } from "./words.ts";

/** Whether a number satisfies every operator. */
export function satisfies(value: number, wanted: Numbers): boolean {
  return (
    (wanted.$eq === undefined || value === wanted.$eq) &&
    (wanted.$ne === undefined || value !== wanted.$ne) &&
    (wanted.$gt === undefined || value > wanted.$gt) &&
    (wanted.$gte === undefined || value >= wanted.$gte) &&
    (wanted.$lt === undefined || value < wanted.$lt) &&
    (wanted.$lte === undefined || value <= wanted.$lte)
  );
}

/** The same of how long before `now` the instant `then` was. */
export function isOfAge(then: number, now: number, wanted: Ages): boolean {
  const limits = Object.entries(wanted).map(([operator, text]) => [operator, after(then, text)]);
  return satisfies(now, Object.fromEntries(limits));
}

/** What lies at a path of names joined by dots; null where nothing does. */
export function at(values: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    const found = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return found ? (value as Record<string, unknown>)[key] : null;
  }, values);
}

/** Whether values satisfy a condition of plain values and simple operators; a bug in the test where it is written otherwise. */
export function meets(values: unknown, where: Where | undefined): boolean {
  return Object.entries(where ?? {}).every(([path, wanted]) => {
    const value = at(values, path);
    if (typeof wanted !== "object" || wanted === null) return isPlainly(value, wanted);
    return Object.entries(wanted).every(([operator, operand]) => meetsOne(value, operator, operand));
  });
}

/** Plain values are taken for what is wanted of them first, as in the language these conditions come from. */
function isPlainly(value: unknown, wanted: unknown): boolean {
  if (typeof wanted === "number") return Number(value) === wanted;
  if (typeof wanted === "string") return String(value) === wanted;
  if (typeof wanted === "boolean") return value !== null && Boolean(value) === wanted;
  return value === wanted;
}

function meetsOne(value: unknown, operator: string, operand: unknown): boolean {
  if (operator === "$in" && Array.isArray(operand)) return operand.includes(value);
  if (operator === "$nin" && Array.isArray(operand)) return !operand.includes(value);
  if (operator === "$exists") return (value !== null) === operand;
  if (operator === "$eq") return value === operand;
  if (operator === "$ne") return value !== operand;
  if (typeof operand !== "number" || !/^\$[gl]te?$/.test(operator))
    throw new TypeError(`the oracle knows no ${operator}`);
  // A missing value compares like zero, as in the language these conditions come from.
  return satisfies(Number(value ?? 0), { [operator]: operand });
}

/** A text of at most 64 characters; undefined for none. */
export const asText = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value.slice(0, 64) : undefined;

/** A text, a number or a yes or no. */
export const asScalar = (value: unknown): string | number | boolean | undefined =>
  typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)) ? value : asText(value);

/** A number, or a text that says one. */
export function asAmount(value: unknown): number | undefined {
  const amount = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof amount === "number" && Number.isFinite(amount) ? amount : undefined;
}

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** How many different values a property has among events. */
export const kindsOf = (values: readonly unknown[]): number => new Set(values.map(asScalar).filter(isThere)).size;

/** What the amounts are together, in millionths, as people add them: digit by digit. */
export function totalOf(values: readonly unknown[]): number {
  const amounts = values.map(asAmount).filter(isThere);
  const total = amounts.reduce((sum, amount) => sum + BigInt(amount.toFixed(6).replace(".", "")), 0n);
  const digits = `${total}`.replace("-", "").padStart(7, "0");
  return Number(`${total < 0n ? "-" : ""}${digits.slice(0, -6)}.${digits.slice(-6)}`);
}
