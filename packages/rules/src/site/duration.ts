/** Durations as a site file writes them. */

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/** `"90s" "30m" "12h" "7d" "2w"`: a whole number and one unit. A day is 24 hours. */
export const DURATION = /^([1-9]\d{0,5})(s|m|h|d|w)$/;

/** Length in ms, or undefined where the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit] = DURATION.exec(text) ?? [];
  const size = UNITS[unit ?? ""];
  return amount && size ? Number(amount) * size : undefined;
}
