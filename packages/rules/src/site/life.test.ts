import fc from "fast-check";
import { expect, test } from "vitest";
import { lifeInWords } from "./life.ts";

test.each([
  ["session", "en", ""],
  ["session", "it", ""],
  ["2y", "en", "2 years"],
  ["1y", "en", "1 year"],
  ["2y", "it", "2 anni"],
  ["13mo", "en", "13 months"],
  ["13mo", "it", "13 mesi"],
  ["30m", "en-GB", "30 minutes"],
  ["30m", "it-CH", "30 minuti"],
  ["1d", "it", "1 giorno"],
  ["182d", "en", "182 days"],
  ["2w", "en", "2 weeks"],
  ["12h", "en", "12 hours"],
  ["90s", "en", "90 seconds"],
  ["1500d", "en", "1500 days"],
])("%s in %s is %j", (life, language, words) => {
  expect(lifeInWords(life, language)).toBe(words);
});

test.each([
  "",
  "y",
  "2",
  "0d",
  "-1d",
  "1.5y",
  "2 y",
  "2Y",
  "2years",
  "10000d",
  "sessions",
  " 2y",
  "2y\n",
  "constructor",
])("%j is no life", (text) => {
  expect(lifeInWords(text, "en")).toBeUndefined();
});

test("every amount of every unit has words in every language, its number among them", () => {
  const tag = fc.stringMatching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/);
  const unit = fc.constantFrom("s", "m", "h", "d", "w", "mo", "y");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), unit, tag, (amount, unit, language) => {
      expect(lifeInWords(`${amount}${unit}`, language)).toMatch(/\S/);
      expect(lifeInWords(`${amount}${unit}`, "en")).toContain(String(amount));
    }),
  );
});
