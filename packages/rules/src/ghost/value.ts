/** Values of properties, as far as a ghost keeps them, and amounts by name. */
import { own } from "../condition/path.ts";

/** Characters of a text that are kept: a ghost stays small, whatever a page tells. */
const LONGEST = 64;

/** A text, cut; undefined for anything else, and for none. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" && value ? value.slice(0, LONGEST) : undefined;
}

/** A text, a number or a yes or no. */
export function asScalar(value: unknown): string | number | boolean | undefined {
  return typeof value === "boolean" || Number.isFinite(value) ? (value as boolean | number) : asText(value);
}

export function sumOf(amounts: Readonly<Record<string, number>>): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}

export function amountOf(amounts: Readonly<Record<string, number>>, name: string): number {
  return own(amounts, name) ?? 0;
}

/** Amounts under any other name, the largest first. */
export function largestBut(names: readonly string[], amounts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(amounts)
    .filter(([name]) => !names.includes(name))
    .sort(([, a], [, b]) => b - a);
}

/** The largest amount: sums of a few thousand are exact to the cent, and never infinite. */
const MOST = 1e12;

/** A number, or a text that says one: shops write "25.00" too. */
export function asAmount(value: unknown): number | undefined {
  const amount = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof amount === "number" && Math.abs(amount) <= MOST ? amount : undefined;
}
