import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choice, dayOf, formatChoice, isAlive, parseChoice } from "./choice.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 9, 30);
const choice: Choice = {
  day: dayOf(NOW),
  revision: 2,
  answers: { analytics: true, marketing: false },
  services: {},
  gpc: false,
};
const mixed: Choice = {
  ...choice,
  answers: { analytics: true, functional: false, marketing: null },
  services: { analytics: { matomo: false }, functional: { youtube: true, vimeo: true }, chat: { widget: false } },
};

const purpose = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/);
const choices = fc.record({
  day: fc.nat(999_999),
  revision: fc.nat(999_999),
  answers: fc.dictionary(purpose, fc.constantFrom(true, false, null), {
    minKeys: 1,
    maxKeys: 6,
    noNullPrototype: true,
  }),
  services: fc.dictionary(
    purpose,
    fc.dictionary(purpose, fc.boolean(), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
    { maxKeys: 4, noNullPrototype: true },
  ),
  gpc: fc.boolean(),
});
/** Every purpose and service with an answer. */
const answered = ({ answers, services }: Choice): string[] => [
  ...Object.keys(answers),
  ...Object.entries(services).flatMap(([id, of]) => Object.keys(of).map((service) => `${id}~${service}`)),
];

describe("as text", () => {
  test("every choice comes back as it was", () => {
    fc.assert(
      fc.property(choices, (one) => {
        expect(parseChoice(formatChoice(one))).toEqual(one);
      }),
    );
  });

  test("what is asked for in one go is told apart: no purpose is read as a service, nor the other way round", () => {
    fc.assert(
      fc.property(choices, (one) => {
        expect(answered(parseChoice(formatChoice(one)) ?? choice).toSorted()).toEqual(answered(one).toSorted());
      }),
    );
  });

  test("a text that is cut short never answers every question; with services it is no choice at all", () => {
    fc.assert(
      fc.property(choices, fc.nat(), (one, cut) => {
        const text = formatChoice(one);
        const left = parseChoice(text.slice(0, cut % text.length));
        expect(Object.keys(left?.answers ?? {}).length).toBeLessThan(Object.keys(one.answers).length);
        if (Object.keys(one.services).length) expect(left).toBeUndefined();
      }),
    );
  });

  test("text taken out anywhere, or put in, loses no service's answer in silence", () => {
    fc.assert(
      fc.property(choices, fc.nat(), fc.nat(12), fc.string({ maxLength: 3 }), (one, at, length, junk) => {
        const text = formatChoice(one);
        const place = at % text.length;
        const read = parseChoice(text.slice(0, place) + junk + text.slice(place + length));
        expect(
          read === undefined || formatChoice(read) === text.slice(0, place) + junk + text.slice(place + length),
        ).toBe(true);
      }),
    );
  });

  test("whatever is written into the cookie, nothing is thrown", () => {
    const pieces = fc.constantFrom(
      "1",
      "2",
      ".",
      "~",
      ":",
      "!",
      "analytics",
      "youtube",
      "0",
      "constructor",
      "__proto__",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
        const read = parseChoice(parts.join(""));
        if (read) expect(formatChoice(read)).toBe(parts.join(""));
      }),
      { numRuns: 2000 },
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
    ["empty", ""],
    ["another version", "2.20778.0.analytics:1"],
    ["a version that is not yet", "5.20778.0.analytics:1"],
    ["a service in the third version", "3.20778.0.analytics:1~matomo:0!"],
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
    ["a service without the end's mark", "2.20778.0.analytics:1~matomo:0"],
    ["a service in the first version", "1.20778.0.analytics:1~matomo:0"],
    ["an end's mark without a service", "1.20778.0.analytics:1!"],
    ["the second version without a service", "2.20778.0.analytics:1"],
    ["a purpose without an answer or a service", "2.20778.0.analytics:1~matomo:0.marketing!"],
    ["a service told, and not asked", "2.20778.0.analytics:1~matomo:2!"],
    ["a service without an answer", "2.20778.0.analytics:1~matomo!"],
    ["a service without a purpose", "2.20778.0.~matomo:1!"],
    ["the same service twice", "2.20778.0.analytics:1~matomo:0~matomo:1!"],
    ["the same purpose's services twice", "2.20778.0.analytics:1~matomo:0.analytics~clarity:1!"],
    ["a prototype's service", "2.20778.0.constructor~matomo:1!"],
  ])("%s is no choice", (_, text) => {
    expect(parseChoice(text)).toBeUndefined();
  });

  test("two visitors with the same answers on the same day have the same text", () => {
    const morning = formatChoice({ ...choice, day: dayOf(Date.UTC(2026, 10, 21, 0, 0)) });
    const evening = formatChoice({ ...choice, day: dayOf(Date.UTC(2026, 10, 21, 23, 59, 59, 999)) });
    expect(morning).toBe(evening);
    expect(morning).toBe("1.20778.2.analytics:1.marketing:0");
  });

  test("a service that differs stands after its purpose, also where that has no answer", () => {
    const text = "2.20778.2.analytics:1~matomo:0.functional:0~youtube:1~vimeo:1.marketing:2.chat~widget:0!";
    expect(formatChoice(mixed)).toBe(text);
    expect(parseChoice(text)).toEqual(mixed);
  });

  test("one that was made with privacy control on says so, with and without services", () => {
    const texts = [choice, mixed].map((one) => formatChoice({ ...one, gpc: true }));
    expect(texts[0]).toBe("3.20778.2.analytics:1.marketing:0");
    expect(texts[1]).toMatch(/^4\.20778\.2\.analytics:1~matomo:0\..*!$/);
    expect(texts.map((text) => parseChoice(text)?.gpc)).toEqual([true, true]);
  });

  test("the cookie of a site that asks much stays within 300 bytes", () => {
    const purposes = ["functional", "analytics", "personalization", "marketing", "social-media", "fraud-prevention"];
    const answers = Object.fromEntries(purposes.map((id) => [id, true]));
    expect(
      `ghostlight=${formatChoice({ day: 999_999, revision: 999_999, answers, services: {}, gpc: true })}`.length,
    ).toBeLessThanOrEqual(300);
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
