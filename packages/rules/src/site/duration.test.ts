import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDuration } from "./duration.ts";

test.each([
  ["1s", 1_000],
  ["90s", 90_000],
  ["30m", 1_800_000],
  ["12h", 43_200_000],
  ["7d", 604_800_000],
  ["2w", 1_209_600_000],
  ["999999w", 604_799_395_200_000],
])("%s is %i ms", (text, length) => {
  expect(parseDuration(text)).toBe(length);
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
  "1y",
  "1ms",
  "٣d",
])("%j is no duration", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("twice the amount is twice as long, in every unit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 499_999 }), fc.constantFrom("s", "m", "h", "d", "w"), (amount, unit) => {
      expect(parseDuration(`${2 * amount}${unit}`)).toBe(2 * (parseDuration(`${amount}${unit}`) ?? Number.NaN));
    }),
  );
});
