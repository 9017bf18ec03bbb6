/** What holds of redaction whatever the text: nothing planted comes through, nothing is redacted twice, no text takes long. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactorOf } from "./redactor.ts";
import { FRAGMENTS, text } from "./texts.ts";

const { clean, isSuspect } = redactorOf({ keys: ["loyalty_card_number"] });

test("what was redacted is not redacted again", () => {
  fc.assert(
    fc.property(text, (one) => {
      const once = clean(one);
      expect(clean(once)).toBe(once);
    }),
    { numRuns: 5_000 },
  );
});

describe("never comes through, whatever stands around it:", () => {
  const gap = fc.constantFrom(...' \n,;()<>"/?&#=');
  const SECRETS: readonly (readonly [name: string, planted: string, secret: RegExp])[] = [
    ["an address", "zq.secret@mail.example", /zq|secret/],
    ["an escaped address", "zq%2Bsecret%40mail.example", /zq|secret/],
    ["an address escaped twice", "zqsecret%2540mail.example", /zq/],
    ["a token by its name", "access_token=zqsecret", /zq/],
    ["an escaped one", "%3Faccess_token%3Dzqsecret", /zq/],
    ["a JSON web token", "eyJhbGciOi.eyJzdWIzq.zqsig", /zq/],
    ["a card", "4000056655665556", /5566556/],
    ["a card in groups", "4000 0566 5566 5556", /5566/],
  ];
  test.each(SECRETS)("%s", (_, planted, secret) => {
    fc.assert(
      fc.property(text, gap, gap, text, (before, open, close, after) => {
        fc.pre(!secret.test(before + open) && !secret.test(close + after));
        // What is secret by its name ends where an address would end it, be the planted one in the middle of it.
        fc.pre(!/%3D[^&=?#\s]*$/.test(before + open));
        expect(clean(before + open + planted + close + after)).not.toMatch(secret);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("any JSON keeps its shape and what has nothing in it", () => {
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value !== "object" || value === null) return typeof value;
    return Object.values(value).map(shape);
  };
  const plain = fc.object({
    key: fc.constantFrom("a", "b", "__proto__", "toJSON", "constructor", "then"),
    values: [fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom("x", "Red boots")],
  });
  fc.assert(
    fc.property(plain, (value) => {
      const json = JSON.stringify(value);
      expect(JSON.stringify(clean(JSON.parse(json)))).toBe(json);
      expect(shape(clean(value))).toEqual(shape(value));
    }),
  );
});

/** Time of the processor, which other work on the machine does not lengthen. */
function msOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

test.each<[string, (text: string) => unknown]>([
  ["cleans", clean],
  ["suspects", (text) => isSuspect({ text, [text]: 1 })],
])(
  "time grows with the text alone, whatever is in it: %s",
  (_, look) => {
    const SHORT = 60_000;
    const bits = [
      ...FRAGMENTS,
      "a@a",
      "a.",
      "-eyJ",
      "%25",
      "%41 ",
      "25",
      "token=a&",
      "x=%2540&",
      "4111 ",
      "token/a",
      "://a",
      "aA",
      '"',
      "pass",
      "loyalty ",
      "?pwd",
      "%20",
      "/aaaaaaa",
    ];
    const msFor = (look: (text: string) => unknown) => (bit: string, length: number) => {
      const long = `${bit.repeat(length / bit.length)}!@x=%4`;
      return msOf(() => look(long));
    };
    // Four times as long takes four times as long; by the square it would be sixteen. Below 25 ms the clock tells nothing.
    const ms = msFor(look);
    const slow = bits
      .map((bit) => [bit, Math.max(25, ms(bit, SHORT)), ms(bit, 4 * SHORT)] as const)
      .filter(([, short, long]) => long > 8 * short);
    expect(slow).toEqual([]);
  },
  60_000,
);
