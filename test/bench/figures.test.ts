import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutDown, cutUp, quantile, shuffle, spreadOf } from "./figures.mjs";

describe("quantiles", () => {
  test.each([
    [[3], 0.5, 3],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[4, 1, 3, 2, 5], 0.25, 2],
    [[10, 20], 0.75, 17.5],
  ])("of %j at %d", (values, share, right) => {
    expect(quantile(values, share)).toBe(right);
  });

  test("of nothing there is none", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  test("an outlier moves the median no more than any other value", () => {
    expect(spreadOf([10, 11, 12, 13, 900])).toEqual({ median: 12, low: 11, high: 13 });
  });
});

describe("a figure beside a bound", () => {
  test.each([
    [0.7999, "0.79", "0.80"],
    [0.725, "0.72", "0.73"],
    [0.29, "0.29", "0.29"],
    [1.1, "1.10", "1.10"],
    [Number.NaN, "NaN", "NaN"],
  ])("%d is shown as %s, or %s", (value, down, up) => {
    expect([cutDown(value), cutUp(value)]).toEqual([down, up]);
  });

  test("with so many places as are asked for", () => {
    expect([cutDown(99.6, 0), cutUp(99.2, 0), cutDown(99, 0)]).toEqual(["99", "100", "99"]);
  });

  test("is on the same side of it as the value", () => {
    // Near each other, and also on the bound itself.
    const places = fc.integer({ min: 0, max: 3 });
    const shift = fc.oneof(fc.constant(0), fc.double({ min: -0.02, max: 0.02, noNaN: true }));
    fc.assert(
      fc.property(places, fc.nat(2_000), shift, (digits, steps, by) => {
        const bound = Number((steps / 10 ** digits).toFixed(digits));
        const value = Math.max(0, bound + by);
        expect(Number(cutDown(value, digits)) >= bound).toBe(value >= bound);
        expect(Number(cutUp(value, digits)) <= bound).toBe(value <= bound);
      }),
    );
  });
});

describe("shuffle", () => {
  const all = Array.from({ length: 12 }, (_, index) => index);

  test("keeps everything, once", () => {
    expect([...shuffle(all, 7)].sort((one, other) => one - other)).toEqual(all);
  });

  test("is the same for a seed, and another for another", () => {
    expect(shuffle(all, 1)).toEqual(shuffle(all, 1));
    expect(shuffle(all, 1)).not.toEqual(shuffle(all, 2));
    expect(shuffle(all, 1)).not.toEqual(all);
  });
});
