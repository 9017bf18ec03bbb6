/** Durations as a site file writes them. */
import type { Span } from "../plan.ts";

const MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

const MONTHS: Readonly<Record<string, number>> = { mo: 1, y: 12 };

/** `"90s" "30m" "12h" "7d" "2w" "6mo" "1y"`: a whole number and one unit. */
export const DURATION = /^([1-9]\d{0,5})(s|m|h|d|w|mo|y)$/;

/** A day is 24 hours; months and years are those of the calendar. Undefined where the text is no duration. */
export function parseSpan(text: string): Span | undefined {
  const [, amount, unit = ""] = DURATION.exec(text) ?? [];
  if (!amount) return undefined;
  const months = MONTHS[unit];
  return months ? [Number(amount) * months] : Number(amount) * (MS[unit] ?? 0);
}

/** The same of a duration that was checked with the file; an unreadable one is a bug. */
export function spanOf(text: string): Span {
  const span = parseSpan(text);
  if (span === undefined) throw new TypeError(`"${text}" is not a duration`);
  return span;
}

/** ms, a month taken for 30.4 days: to tell which of two is longer, never to reckon with. */
export function roughLength(text: string): number {
  const span = spanOf(text);
  return typeof span === "number" ? span : span[0] * MONTH;
}

const MONTH = 30.4 * 86_400_000;
