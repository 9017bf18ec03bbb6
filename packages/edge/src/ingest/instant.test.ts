/** Times of events: strict to read, corrected for devices whose clock is wrong. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { correctSkew, parseInstant } from "./instant.ts";

test("reads what devices write", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true }),
      (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      },
    ),
  );
});

test.each([
  ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z"],
  ["2026-03-01T12:00:00.5Z", "2026-03-01T12:00:00.500Z"],
  ["2026-03-01T12:00:00.123456789+02:00", "2026-03-01T10:00:00.123Z"],
  ["2026-03-01T12:00:00-0530", "2026-03-01T17:30:00.000Z"],
  ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
])("%s is %s", (text, iso) => {
  expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(iso);
});

test.each([
  "",
  "now",
  "2026-03-01",
  "2026-03-01T12:00:00",
  "2026-03-01 12:00:00Z",
  "2026-02-29T12:00:00Z",
  "2026-13-01T12:00:00Z",
  "2026-00-01T12:00:00Z",
  "2026-03-00T12:00:00Z",
  "2026-03-01T24:00:00Z",
  "2026-03-01T12:60:00Z",
  "2026-03-01T12:00:00+2:00",
  "+012026-03-01T12:00:00Z",
  "1772366400000",
  " 2026-03-01T12:00:00Z",
  "2026-03-01T12:00:00Z\n",
])("%j is no time", (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test("the device's clock cancels out: an event ten seconds before sending happened ten seconds before receipt", () => {
  const received = 1_000_000;
  for (const skew of [0, 3_600_000, -86_400_000 * 365]) {
    expect(correctSkew(received - 10_000 + skew, received + skew, received)).toBe(received - 10_000);
  }
});
