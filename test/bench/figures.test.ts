import { describe, expect, test } from "vitest";
import { quantile, shuffle, spreadOf } from "./figures.mjs";

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
