import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choice, dayOf, formatChoice, isAlive, parseChoice } from "./choice.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 9, 30);
const choice: Choice = { day: dayOf(NOW), revision: 2, answers: { analytics: true, marketing: false } };

const purpose = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/);
const choices = fc.record({
  day: fc.nat(999_999),
  revision: fc.nat(999_999),
  answers: fc.dictionary(purpose, fc.constantFrom(true, false, null), {
    minKeys: 1,
    maxKeys: 6,
    noNullPrototype: true,
  }),
});

describe("as text", () => {
  test("every choice comes back as it was", () => {
    fc.assert(
      fc.property(choices, (one) => {
        expect(parseChoice(formatChoice(one))).toEqual(one);
      }),
    );
  });

  test("a text that is cut short never answers every question", () => {
    fc.assert(
      fc.property(choices, fc.nat(), (one, cut) => {
        const text = formatChoice(one);
        const left = parseChoice(text.slice(0, cut % text.length));
        expect(Object.keys(left?.answers ?? {}).length).toBeLessThan(Object.keys(one.answers).length);
      }),
    );
  });

  test("a changed character gives no choice, or one that would be written just so", () => {
    fc.assert(
      fc.property(choices, fc.nat(), fc.string({ maxLength: 2 }), (one, at, junk) => {
        const text = formatChoice(one);
        const place = at % text.length;
        const forged = text.slice(0, place) + junk + text.slice(place + 1);
        const read = parseChoice(forged);
        expect(read && formatChoice(read)).toBe(read && forged);
      }),
    );
  });

  test.each([
    ["nothing", undefined],
    ["empty", ""],
    ["another version", "2.20778.0.analytics:1"],
    ["no answers", "1.20778.0"],
    ["an answer that is none", "1.20778.0.analytics:3"],
    ["an answer without a purpose", "1.20778.0.:1"],
    ["a day that is no number", "1.today.0.analytics:1"],
    ["a day with a sign", "1.-5.0.analytics:1"],
    ["a day beyond all calendars", "1.9999999.0.analytics:1"],
    ["a day with a zero before it", "1.020778.0.analytics:1"],
    ["the same purpose twice", "1.20778.0.analytics:0.analytics:1"],
    ["a prototype", "1.20778.0.__proto__:1"],
    ["something after it", "1.20778.0.analytics:1 "],
    ["a line after it", "1.20778.0.analytics:1\n1"],
    ["JSON", '{"analytics":true}'],
  ])("%s is no choice", (_, text) => {
    expect(parseChoice(text)).toBeUndefined();
  });

  test("two visitors with the same answers on the same day have the same text", () => {
    const morning = formatChoice({ ...choice, day: dayOf(Date.UTC(2026, 10, 21, 0, 0)) });
    const evening = formatChoice({ ...choice, day: dayOf(Date.UTC(2026, 10, 21, 23, 59, 59, 999)) });
    expect(morning).toBe(evening);
    expect(morning).toBe("1.20778.2.analytics:1.marketing:0");
  });

  test("the cookie of a site that asks much stays within 300 bytes", () => {
    const purposes = ["functional", "analytics", "personalization", "marketing", "social-media", "fraud-prevention"];
    const answers = Object.fromEntries(purposes.map((id) => [id, true]));
    expect(`ghostlight=${formatChoice({ day: 999_999, revision: 999_999, answers })}`.length).toBeLessThanOrEqual(300);
  });
});

describe("is alive", () => {
  test("from its day until the last day of the grant", () => {
    expect(isAlive(choice, 182, NOW)).toBe(true);
    expect(isAlive(choice, 182, NOW + 181 * DAY)).toBe(true);
  });

  test.each([
    ["the grant has run out", choice, NOW + 182 * DAY],
    ["it is from tomorrow", { ...choice, day: choice.day + 1 }, NOW],
    ["the clock is broken", choice, Number.NaN],
  ])("not when %s", (_, one, now) => {
    expect(isAlive(one, 182, now)).toBe(false);
  });
});
