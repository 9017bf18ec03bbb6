import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BATCH_BYTES, bytesOf, fitting, parseRetryAfter, retryDelay } from "./batch.ts";

const HOUR = 3_600_000;
const texts = (...all: readonly string[]) => all.map((text) => ({ text }));

describe("the bytes of a text", () => {
  test("are those of UTF-8, for whatever JSON may hold", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 20 }), (units) => {
        const text = JSON.stringify(`%é${String.fromCharCode(...units)}🏮`);
        expect(bytesOf(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe("a batch", () => {
  test("takes everything that fits", () => {
    expect(fitting([])).toEqual([]);
    expect(fitting(texts("a", "b", "c"))).toHaveLength(3);
  });

  test("ends before what would be too much, commas counted", () => {
    const half = "x".repeat(BATCH_BYTES / 2 - 1);
    expect(fitting(texts(half, half, ""))).toHaveLength(2);
    expect(fitting(texts(half, `${half}x`))).toHaveLength(1);
  });

  test("takes one at least, and none that comes after one that does not fit", () => {
    expect(fitting(texts("x".repeat(BATCH_BYTES * 2), "y"))).toHaveLength(1);
    expect(fitting(texts("x", "x".repeat(BATCH_BYTES), "y"))).toHaveLength(1);
  });

  test("never exceeds its bytes by more than one item, and never leaves room for the next", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(BATCH_BYTES), { minLength: 1, maxLength: 8 }), (sizes) => {
        const items = texts(...sizes.map((size) => "x".repeat(size)));
        const { length } = fitting(items);
        const sum = (end: number) => sizes.slice(0, end).reduce((total, one) => total + one + 1, 0);
        expect(fitting(items)).toEqual(items.slice(0, length));
        expect(length).toBeGreaterThan(0);
        if (length > 1) expect(sum(length)).toBeLessThanOrEqual(BATCH_BYTES);
        if (length < items.length) expect(sum(length + 1)).toBeGreaterThan(BATCH_BYTES);
      }),
    );
  });
});

test("the longest wait after failures doubles from a second to ten minutes", () => {
  expect([1, 2, 3, 4, 10, 11, 12, 2_000].map(retryDelay)).toEqual([
    1_000, 2_000, 4_000, 8_000, 512_000, 600_000, 600_000, 600_000,
  ]);
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

  test.each([[""], ["soon"], ["-5 apples"]])("%o says nothing", (header) => {
    expect(parseRetryAfter(header, now)).toBeNaN();
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
