/** Dates of a command line, in zones on both sides of the date line. */
import { UTC } from "@ghostlight/rules";
import { expect, test } from "vitest";
import { calendarOf } from "../simulate/zone.ts";
import { momentOf } from "./moment.ts";

test.each([
  ["UTC", "2026-03-01", "2026-03-01T00:00:00.000Z"],
  ["Europe/Rome", "2026-03-01", "2026-02-28T23:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-03-01", "2026-02-28T10:00:00.000Z"],
  ["Pacific/Pago_Pago", "2026-03-01", "2026-03-01T11:00:00.000Z"],
  ["Europe/Rome", "2026-03-01T12:00:00+01:00", "2026-03-01T11:00:00.000Z"],
])("in %s, %s is %s", (zone, text, instant) => {
  const at = momentOf(text, calendarOf(zone) ?? UTC);
  expect(at !== undefined && new Date(at).toISOString()).toBe(instant);
});

test.each(["", "now", "2026", "2026-3-1", "2026-02-29", "2026-03-01T12:00:00", "1772366400000"])(
  "%j is none",
  (text) => {
    expect(momentOf(text, UTC)).toBeUndefined();
  },
);

test("a day that a place left out is none", () => {
  expect(momentOf("2011-12-30", calendarOf("Pacific/Apia") ?? UTC)).toBeUndefined();
});
