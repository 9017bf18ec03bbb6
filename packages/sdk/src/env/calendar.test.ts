/** Days of the device's zone, where clocks change. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { LOCAL } from "./calendar.ts";

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = "Europe/Rome";
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const at = (text: string): number => Date.parse(text);

test.each([
  ["an ordinary day", "2026-11-22T10:00:00Z", 0, "2026-11-21T23:00:00Z"],
  ["the night of a day", "2026-11-22T23:30:00Z", 0, "2026-11-22T23:00:00Z"],
  ["a day of 23 hours", "2026-03-29T12:00:00Z", 1, "2026-03-29T22:00:00Z"],
  ["a day of 25 hours", "2026-10-25T12:00:00Z", 1, "2026-10-25T23:00:00Z"],
  ["days ago", "2026-03-30T12:00:00Z", -1, "2026-03-28T23:00:00Z"],
  ["a leap day", "2028-02-28T12:00:00Z", 1, "2028-02-28T23:00:00Z"],
  ["the end of a year", "2026-12-31T12:00:00Z", 1, "2026-12-31T23:00:00Z"],
])("%s begins when the clock there says so", (_, instant, shift, expected) => {
  expect(new Date(LOCAL.startOfDay(at(instant), shift)).toISOString()).toBe(new Date(expected).toISOString());
});

test.each([
  ["2026-11-22T22:59:59Z", "2026-11-22"],
  ["2026-11-22T23:00:00Z", "2026-11-23"],
  ["2026-01-05T00:00:00Z", "2026-01-05"],
])("%s is on %s", (instant, date) => {
  expect(LOCAL.dateOf(at(instant))).toBe(date);
});
