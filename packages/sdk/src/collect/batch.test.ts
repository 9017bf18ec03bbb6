import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BATCH_BYTES, bytesOf, fitting, parseRetryAfter } from "./batch.ts";

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

  test.each([["0"], ["-5"], ["Sat, 21 Nov 2026 08:00:00 GMT"]])("%s has come already, or says nothing", (header) => {
    expect(parseRetryAfter(header, now)).not.toBeGreaterThan(0);
  });

  test.each([["2592000"], ["9".repeat(400)], ["Sat, 21 Nov 2099 09:00:00 GMT"]])(
    "%s is more than an hour",
    (header) => {
      expect(parseRetryAfter(header, now)).toBeGreaterThan(3_600_000);
    },
  );
});
