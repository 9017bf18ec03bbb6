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

const RECEIVED = Date.parse("2026-03-01T12:00:00.000Z");
const correct = (timestamp: string, sentAt: string) =>
  new Date(correctSkew(Date.parse(timestamp), Date.parse(sentAt), RECEIVED)).toISOString();

test.each([
  ["a clock that is right", "2026-03-01T11:59:50Z", "2026-03-01T12:00:00Z", "2026-03-01T11:59:50.000Z"],
  ["one that is years behind", "1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z", "2026-03-01T11:59:00.000Z"],
  ["one that is years ahead", "9999-12-31T23:00:00Z", "9999-12-31T23:59:00Z", "2026-03-01T11:01:00.000Z"],
  ["a device that was offline for weeks", "2031-01-01T00:00:00Z", "2031-02-01T00:00:00Z", "2026-01-29T12:00:00.000Z"],
  [
    "an old event, told of by a clock that is right",
    "2011-03-01T12:00:00Z",
    "2026-03-01T11:00:00Z",
    "2011-03-01T13:00:00.000Z",
  ],
  [
    "an event after its sending, whose time is none either",
    "2026-03-01T12:00:10Z",
    "2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00.000Z",
  ],
  [
    "a clock set back since, as the event's time is possible",
    "2026-03-01T11:00:00Z",
    "2016-01-01T00:00:00Z",
    "2026-03-01T11:00:00.000Z",
  ],
  [
    "a clock set ahead since, as the event's time is possible",
    "2026-03-01T11:00:00Z",
    "9999-12-31T23:59:00Z",
    "2026-03-01T11:00:00.000Z",
  ],
  ["a clock set right since, from ahead", "2099-01-01T00:00:00Z", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z"],
  ["a clock set from behind to ahead", "1999-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2026-03-01T12:00:00.000Z"],
  ["a clock set from ahead to behind", "2099-01-01T00:00:00Z", "1999-01-01T00:00:00Z", "2026-03-01T12:00:00.000Z"],
])("%s", (_, timestamp, sentAt, at) => {
  expect(correct(timestamp, sentAt)).toBe(at);
});

test("nothing happens later than it is received, and what a wrong clock says is never years ago", () => {
  const any = fc.integer({ min: Date.parse("0000-01-01T00:00:00Z"), max: Date.parse("9999-12-31T23:59:59Z") });
  const near = fc.integer({ min: -4e11, max: 4e11 }).map((ms) => RECEIVED + ms);
  fc.assert(
    fc.property(fc.oneof(any, near), fc.oneof(any, near), (timestamp, sentAt) => {
      const at = correctSkew(timestamp, sentAt, RECEIVED);
      expect(at).toBeLessThanOrEqual(RECEIVED);
      if (Math.abs(sentAt - RECEIVED) > 86_400_000) expect(at).toBeGreaterThan(RECEIVED - 761 * 86_400_000);
    }),
  );
});

test("the device's clock cancels out: an event ten seconds before sending happened ten seconds before receipt", () => {
  const received = 1_000_000;
  for (const skew of [0, 3_600_000, -86_400_000 * 365]) {
    expect(correctSkew(received - 10_000 + skew, received + skew, received)).toBe(received - 10_000);
  }
});
