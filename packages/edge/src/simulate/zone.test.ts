/** Days by Intl, against the days of this runtime's own clock in the same zone. */
import { afterAll, describe, expect, test } from "vitest";
import { calendarOf } from "./zone.ts";

const own = process.env.TZ;
afterAll(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Clocks that change at night, at midnight, by half an hour, not at all, and one that left out a day. */
const ZONES = [
  "Europe/Rome",
  "America/New_York",
  "America/Havana",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Pacific/Apia",
  "UTC",
];

describe.each(ZONES)("%s", (zone) => {
  const calendar = calendarOf(zone);

  test("has the days of its own clocks", () => {
    process.env.TZ = zone;
    // Steps of a prime number of minutes, so that all hours come by.
    for (let at = Date.UTC(2011, 11, 25); at < Date.UTC(2012, 0, 5); at += 97 * 60_000) compare(at);
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 1_013 * 60_000) compare(at);
    // In Tehran clocks went back at midnight, half past an hour of Greenwich.
    for (let at = Date.UTC(2021, 8, 21, 18); at < Date.UTC(2021, 8, 21, 22); at += 7 * 60_000) compare(at);
  });

  function compare(at: number): void {
    const date = new Date(at);
    const midnight = (shift: number) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + shift).getTime();
    for (const shift of [0, 1, -1, 7, 90]) {
      expect(calendar?.startOfDay(at, shift), `${date.toISOString()} ${shift}`).toBe(midnight(shift));
    }
    expect(calendar?.dateOf(at)).toBe(date.toLocaleDateString("sv"));
  }
});

test("a day in Rome has 23, 24 or 25 hours", () => {
  const rome = calendarOf("Europe/Rome");
  const length = (at: number) => ((rome?.startOfDay(at, 1) ?? 0) - (rome?.startOfDay(at, 0) ?? 0)) / HOUR;
  expect([Date.UTC(2026, 2, 29, 12), Date.UTC(2026, 2, 30, 12), Date.UTC(2026, 9, 25, 12)].map(length)).toEqual([
    23, 24, 25,
  ]);
  expect(rome?.dateOf(Date.UTC(2026, 0, 1, 22, 59))).toBe("2026-01-01");
  expect(rome?.dateOf(Date.UTC(2026, 0, 1, 23))).toBe("2026-01-02");
  expect(rome?.startOfDay(Date.UTC(1950, 0, 1), 0)).toBe(Date.UTC(1950, 0, 1) - HOUR);
});

test("more hours than are kept are right, too", () => {
  const rome = calendarOf("Europe/Rome");
  for (let day = 0; day < 6_000; day++) rome?.dateOf(day * DAY);
  expect(rome?.startOfDay(Date.UTC(2026, 6, 1), 0)).toBe(Date.UTC(2026, 6, 1) - 2 * HOUR);
});

test("is undefined where there is no such zone", () => {
  expect(calendarOf("Europe/Rom")).toBeUndefined();
});
