import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesWith, siteWith } from "../../test/site.ts";
import { asksDoubleOptIn, RULES } from "./double-opt-in.ts";

const asks = (doubleOptIn: unknown, country?: string) =>
  asksDoubleOptIn(siteWith(doubleOptIn === undefined ? {} : { doubleOptIn }), country);

describe("an address waits for its confirmation", () => {
  test.each([
    ["DE", true],
    ["AT", true],
    ["de", true],
    ["DE-BY", true],
    ["IT", false],
    ["CH", false],
    ["US", false],
    ["US-DE", false],
    // Nobody knows where this is, so it may be where it is asked.
    [undefined, true],
    ["", true],
    ["Germany", true],
    ["D\u0045\n", true],
  ])("in %j: %j, by what ships", (country, expected) => {
    expect(asks(undefined, country)).toBe(expected);
  });

  test.each<[own: unknown, country: string | undefined, expected: boolean]>([
    [true, "IT", true],
    [true, undefined, true],
    [false, "DE", false],
    [false, undefined, false],
    [["IT"], "IT", true],
    [["IT"], "DE", false],
    [["IT"], undefined, true],
    [["US-CA"], "US-CA", true],
    [["US-CA"], "US-NY", false],
    [["US-CA"], "US", false],
    [[], "DE", false],
    [[], undefined, false],
  ])("%j in %s: %j, by the site's own word", (own, country, expected) => {
    expect(asks(own, country)).toBe(expected);
  });

  test("in whatever is no country, unless it never does", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/i.test(text)),
        (text) => asks(undefined, text) && asks(["IT"], text) && !asks([], text),
      ),
    );
  });

  test("by a rule that can be read, one for each country", () => {
    expect(new Set(RULES.map(({ country }) => country)).size).toBe(RULES.length);
    for (const { source } of RULES) expect(source).toMatch(/^https:\/\//);
  });
});

describe("in the site file", () => {
  const where = "this does not say where an address is confirmed";
  test.each<[value: unknown, path: string, message: string]>([
    ["DE", "doubleOptIn", where],
    [1, "doubleOptIn", where],
    [{}, "doubleOptIn", where],
    [["Germany"], "doubleOptIn.0", "this is not a country"],
    [["DE", "default"], "doubleOptIn.1", "this is not a country"],
    [["UK"], "doubleOptIn.0", 'the code of the United Kingdom is "GB"'],
    [["EU"], "doubleOptIn.0", "the European Union is no country"],
  ])("%j is refused", (doubleOptIn, path, message) => {
    expect(issuesWith({ doubleOptIn })).toMatchObject([{ path, message }]);
    for (const { mend } of issuesWith({ doubleOptIn })) expect(mend).not.toBe("");
  });

  test.each([true, false, [], ["DE", "US-CA"]])("%j is taken", (doubleOptIn) => {
    expect(siteWith({ doubleOptIn }).doubleOptIn).toEqual(doubleOptIn);
  });
});
