/** The small parts of a ghost: marks, ways, values. */
import { describe, expect, test } from "vitest";
import { markOf } from "./mark.ts";
import { addTouch } from "./touches.ts";
import { asAmount, asScalar, asText } from "./value.ts";

describe("a mark", () => {
  // Vectors of FNV-1a, 32 bits, by its authors.
  test.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
  ])("of %j is that of FNV-1a", (text, hash) => {
    expect(markOf(text)).toBe(hash.toString(36));
  });
});

describe("ways", () => {
  test("are counted", () => {
    expect(addTouch(addTouch({ email: 1 }, "email"), "direct")).toEqual({ email: 2, direct: 1 });
  });
  test("that are none are not", () => {
    const ways = { email: 1 };
    expect(addTouch(ways, undefined)).toBe(ways);
    expect(addTouch(ways, "")).toBe(ways);
  });
  test("are twelve at most: the rarest goes, never the newest", () => {
    const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`way${index}`, index + 2]));
    const next = addTouch(twelve, "new");
    expect(Object.keys(next)).toHaveLength(12);
    expect([next.way0, next.way1, next.new]).toEqual([undefined, 3, 1]);
  });
});

describe("values", () => {
  test("texts are cut and never empty", () => {
    expect(["x", "", 5, null].map(asText)).toEqual(["x", undefined, undefined, undefined]);
    expect(asText("y".repeat(65))).toBe("y".repeat(64));
  });
  test("amounts are numbers, or texts that say one", () => {
    expect([1.5, "1.5", " 2 ", "-3", "1e3"].map(asAmount)).toEqual([1.5, 1.5, 2, -3, 1000]);
    expect([1e12, -1e12, 1.1e12, "-1e13", Number.POSITIVE_INFINITY].map(asAmount)).toEqual([1e12, -1e12, ...Array(3)]);
    expect(["", " ", "5 EUR", null, true, Number.NaN, [1]].map(asAmount)).toEqual(Array(7).fill(undefined));
  });
  test("scalars are texts, numbers, yes and no", () => {
    expect(["x", 0, false].map(asScalar)).toEqual(["x", 0, false]);
    expect(["", Number.NaN, null, {}, []].map(asScalar)).toEqual(Array(5).fill(undefined));
  });
});
