import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BATCH_BYTES, countFitting, parseRetryAfter, retryDelay } from "./batch.ts";

const HOUR = 3_600_000;
const size = (text: string): number => text.length;

describe("a batch", () => {
  test("takes everything that fits", () => {
    expect(countFitting([], size)).toBe(0);
    expect(countFitting(["a", "b", "c"], size)).toBe(3);
  });

  test("ends before what would be too much, commas counted", () => {
    const half = "x".repeat(BATCH_BYTES / 2 - 1);
    expect(countFitting([half, half, ""], size)).toBe(2);
    expect(countFitting([half, `${half}x`], size)).toBe(1);
  });

  test("takes one at least", () => {
    expect(countFitting(["x".repeat(BATCH_BYTES * 2), "y"], size)).toBe(1);
  });

  test("never exceeds its bytes by more than one item, and never leaves room for the next", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(BATCH_BYTES), { minLength: 1, maxLength: 8 }), (sizes) => {
        const items = sizes.map(String);
        const count = countFitting(items, Number);
        const sum = (end: number) => sizes.slice(0, end).reduce((total, one) => total + one + 1, 0);
        expect(count).toBeGreaterThan(0);
        if (count > 1) expect(sum(count)).toBeLessThanOrEqual(BATCH_BYTES);
        if (count < items.length) expect(sum(count + 1)).toBeGreaterThan(BATCH_BYTES);
      }),
    );
  });
});

describe("the wait after failures", () => {
  test("doubles from a second to a minute", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 2_000].map((failures) => retryDelay(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });

  test("is spread by chance over its later half", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const [wait, longest] = [retryDelay(failures, random), retryDelay(failures, 1)];
        expect(wait).toBeGreaterThanOrEqual(longest / 2);
        expect(wait).toBeLessThanOrEqual(longest);
      }),
    );
  });
});

describe("Retry-After", () => {
  const now = Date.UTC(2026, 10, 21, 9, 0, 0);

  test.each([
    ["120", 120_000],
    ["Sat, 21 Nov 2026 09:02:00 GMT", 120_000],
    ["Saturday, 21-Nov-26 09:02:00 GMT", 120_000],
  ])("%s is two minutes", (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });

  test.each([[null], [""], ["soon"], ["-5 apples"]])("%o says nothing", (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });

  test.each([["0"], ["Sat, 21 Nov 2026 08:00:00 GMT"]])(
    "%s is a second: no server wants to be asked in a loop",
    (header) => {
      expect(parseRetryAfter(header, now)).toBe(1_000);
    },
  );

  test.each([["2592000"], ["9".repeat(400)], ["Sat, 21 Nov 2099 09:00:00 GMT"]])(
    "%s is an hour: timers fire at once when they are set too far",
    (header) => {
      expect(parseRetryAfter(header, now)).toBe(HOUR);
    },
  );
});
