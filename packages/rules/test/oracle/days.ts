/** Calendars for tests: UTC by arithmetic, any zone through Intl. */
import type { Days } from "./words.ts";

const DAY = 86_400_000;

export const utc: Days = {
  startOfDay: (at, shift) => (Math.floor(at / DAY) + shift) * DAY,
  dateOf: (at) => new Date(at).toISOString().slice(0, 10),
};

/** The calendar of a zone such as `Europe/Rome`; finds where days begin by looking, to the ms. */
export function zoned(timeZone: string): Days {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const begins = new Map<string, number>();
  const dateOf = (at: number): string => format.format(at);
  const firstOf = (date: string): number => {
    const known = begins.get(date);
    if (known !== undefined) return known;
    // Zones are at most 14 hours ahead and 12 behind; days follow one another, so the first ms of one can be halved out.
    let [before, within] = [Date.parse(date) - 15 * 3_600_000, Date.parse(date) + 13 * 3_600_000];
    while (within - before > 1) {
      const middle = Math.floor((before + within) / 2);
      if (dateOf(middle) < date) before = middle;
      else within = middle;
    }
    begins.set(date, within);
    return within;
  };
  const startOfDay = (at: number, shift: number): number =>
    firstOf(new Date(Date.parse(dateOf(at)) + shift * DAY).toISOString().slice(0, 10));
  return { startOfDay, dateOf };
}
