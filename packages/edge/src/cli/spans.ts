/** How long something is, in words. */

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** A span of a rule: ms, or `[months]`. In as many units as it takes: `1 day 12 hours`, `6 months`, `2 years`. */
export function spanInWords(span: unknown): string {
  if (!Array.isArray(span)) return inWords(Number(span), UNITS.length);
  const months = Number(span[0]);
  return months % 12 ? count(months, "month") : count(months / 12, "year");
}

/** An age in ms, in the two largest units that it takes: `45 days 3 hours`. */
export function ageInWords(ms: number): string {
  return inWords(ms, 2);
}

function inWords(ms: number, units: number): string {
  let rest = ms;
  const parts = UNITS.flatMap(([unit, length]) => {
    const number = Math.floor(rest / length);
    rest -= number * length;
    return number ? [count(number, unit)] : [];
  });
  return parts.slice(0, units).join(" ") || `${rest} ms`;
}

function count(number: number, unit: string): string {
  return `${number.toLocaleString("en")} ${unit}${number === 1 ? "" : "s"}`;
}
