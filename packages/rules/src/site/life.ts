/** How long something stays on a device: as a site file writes it, and in words. */

/** Durations with months and years; or `session`, which ends with the browser. */
export const LIFE = /^(session|[1-9]\d{0,3}(s|m|h|d|w|mo|y))$/;

const UNITS: Readonly<Record<string, string>> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  mo: "month",
  y: "year",
};

/** `"2y"` → "2 years"; empty for a session, undefined for a text that is no life. */
export function lifeInWords(life: string, language: string): string | undefined {
  if (!LIFE.test(life)) return undefined;
  const [, amount, unit] = /^(\d+)(\D+)$/.exec(life) ?? [];
  if (amount === undefined || unit === undefined) return "";
  // A language's words for years and days are the same in all its regions, and a bare language is never refused.
  const words = new Intl.NumberFormat(language.split("-")[0], {
    style: "unit",
    unit: UNITS[unit] ?? unit,
    unitDisplay: "long",
    useGrouping: false,
  });
  return words.format(Number(amount));
}
