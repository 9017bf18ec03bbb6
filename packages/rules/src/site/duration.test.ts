import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSpan, roughLength, spanOf } from "./duration.ts";

test.each([
  ["1s", 1_000],
  ["90s", 90_000],
  ["30m", 1_800_000],
  ["12h", 43_200_000],
  ["7d", 604_800_000],
  ["2w", 1_209_600_000],
  ["999999w", 604_799_395_200_000],
])("%s is %i ms", (text, length) => {
  expect(parseSpan(text)).toBe(length);
});

test.each([
  "",
  "s",
  "7",
  "0d",
  "07d",
  "-1d",
  "1.5h",
  "7 d",
  "7D",
  "7days",
  " 7d",
  "7d ",
  "7d\n",
  "1000000s",
  "1M",
  "1mon",
  "0mo",
  "1ms",
  "٣d",
])("%j is no duration", (text) => {
  expect(parseSpan(text)).toBeUndefined();
});

test.each([
  ["1mo", 1],
  ["6mo", 6],
  ["1y", 12],
  ["13y", 156],
])("%s is %i months of the calendar", (text, months) => {
  expect(parseSpan(text)).toEqual([months]);
});

test("a length that was checked is there, another one is a bug", () => {
  expect([spanOf("7d"), spanOf("2y")]).toEqual([604_800_000, [24]]);
  expect(() => spanOf("soon")).toThrow(new TypeError('"soon" is not a duration'));
});

test("lengths can be ordered, months among them", () => {
  const ordered = ["1s", "59m", "12h", "27d", "1mo", "5w", "2mo", "12mo", "53w", "2y"];
  expect([...ordered].sort((a, b) => roughLength(a) - roughLength(b))).toEqual(ordered);
});

test("twice the amount is twice as long, in every unit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 499_999 }), fc.constantFrom("s", "m", "h", "d", "w"), (amount, unit) => {
      expect(parseSpan(`${2 * amount}${unit}`)).toBe(2 * Number(parseSpan(`${amount}${unit}`)));
    }),
  );
});
