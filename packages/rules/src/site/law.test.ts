import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { lawOf, lawsOf, nameOfLaw } from "./law.ts";

const law = (patch: Record<string, unknown>, country?: string) => nameOfLaw(lawOf(siteWith(patch), country));
const CHANNELS = { channels: ["email"] };

describe("the law of a visit", () => {
  test.each<[country: string | undefined, name: string]>([
    ["DE", "opt-in+"],
    ["AT", "opt-in+"],
    ["IT", "opt-in"],
    ["US", "opt-out"],
    [undefined, "opt-in+"],
  ])("from %s is %s", (country, name) => {
    expect(law(CHANNELS, country)).toBe(name);
  });

  test("asks to confirm no address where there are none", () => {
    expect([law({}, "DE"), law({ doubleOptIn: true }, "IT")]).toEqual(["opt-in", "opt-in"]);
  });
});

describe("the laws that there can be", () => {
  const names = (patch: Record<string, unknown>) => lawsOf(siteWith(patch)).map(nameOfLaw);

  test("are three, or six", () => {
    const three = ["opt-in", "opt-out", "notice"];
    for (const patch of [{}, { ...CHANNELS, doubleOptIn: false }, { ...CHANNELS, doubleOptIn: [] }]) {
      expect(names(patch)).toEqual(three);
    }
    expect(names({ ...CHANNELS, doubleOptIn: true })).toEqual(three.map((name) => `${name}+`));
    expect(names(CHANNELS).toSorted()).toEqual([...three, ...three.map((name) => `${name}+`)].toSorted());
  });

  test("are all that a visit meets, wherever it comes from", () => {
    const own = fc.constantFrom<unknown>(undefined, true, false, [], ["IT"], ["DE", "US-CA"]);
    const country = fc.option(fc.constantFrom("DE", "DE-BY", "IT", "US", "US-CA", "XX", "", "?"), { nil: undefined });
    fc.assert(
      fc.property(own, country, fc.constantFrom([], ["email"]), (doubleOptIn, from, channels) => {
        const patch = { channels, regimes: { US: "notice" }, ...(doubleOptIn !== undefined && { doubleOptIn }) };
        expect(names(patch)).toContain(law(patch, from));
      }),
    );
  });
});
