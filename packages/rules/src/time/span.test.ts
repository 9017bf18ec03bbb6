import { expect, test } from "vitest";
import type { Span } from "../plan.ts";
import { UTC } from "./calendar.ts";
import { later } from "./span.ts";

test.each<[from: string, span: Span, to: string]>([
  ["2026-06-01T12:00:00.000Z", 0, "2026-06-01T12:00:00.000Z"],
  ["2026-06-01T12:00:00.000Z", 86_400_000, "2026-06-02T12:00:00.000Z"],
  ["2026-06-15T12:00:00.000Z", [1], "2026-07-15T12:00:00.000Z"],
  ["2026-11-15T12:00:00.000Z", [3], "2027-02-15T12:00:00.000Z"],
  ["2026-06-15T12:00:00.000Z", [12], "2027-06-15T12:00:00.000Z"],
  ["2027-02-28T12:00:00.000Z", [12], "2028-02-28T12:00:00.000Z"],
  // The month lacks the day: it is over when it ends.
  ["2026-01-31T10:00:00.000Z", [1], "2026-03-01T00:00:00.000Z"],
  ["2026-01-29T10:00:00.000Z", [1], "2026-03-01T00:00:00.000Z"],
  ["2028-01-29T10:00:00.000Z", [1], "2028-02-29T10:00:00.000Z"],
  ["2028-02-29T10:00:00.000Z", [12], "2029-03-01T00:00:00.000Z"],
  ["2026-08-31T23:59:59.999Z", [6], "2027-03-01T00:00:00.000Z"],
  ["2026-03-31T00:00:00.000Z", [1], "2026-05-01T00:00:00.000Z"],
])("%s and %j is %s", (from, span, to) => {
  expect(new Date(later(Date.parse(from), span)).toISOString()).toBe(to);
});

test("what happened later is never older, in any month", () => {
  const HALF_DAY = 43_200_000;
  for (const months of [1, 2, 6, 11]) {
    let before = 0;
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 11, 31); at += HALF_DAY) {
      const next = later(at, [months]);
      expect(next).toBeGreaterThanOrEqual(before);
      before = next;
    }
  }
});

test("days of UTC begin at its midnight", () => {
  const noon = Date.UTC(2026, 11, 31, 12);
  expect(UTC.startOfDay(noon, 0)).toBe(Date.UTC(2026, 11, 31));
  expect(UTC.startOfDay(noon, 1)).toBe(Date.UTC(2027, 0, 1));
  expect(UTC.startOfDay(noon, -31)).toBe(Date.UTC(2026, 10, 30));
  expect(UTC.dateOf(noon)).toBe("2026-12-31");
});
