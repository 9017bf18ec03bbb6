import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesWith, siteWith } from "../../test/site.ts";
import { GROUPS, regimeOf } from "./regimes.ts";

const plain = siteWith();
const ruled = (regimes: Record<string, string>) => siteWith({ regimes });

describe("what ships", () => {
  test.each([
    ["IT", "opt-in"],
    ["DE", "opt-in"],
    ["NO", "opt-in"],
    ["GB", "opt-in"],
    ["CH", "opt-in"],
    ["BR", "opt-in"],
    ["CA-QC", "opt-in"],
    ["CA", "opt-in"],
    ["CA-ON", "opt-in"],
    ["US", "opt-out"],
    ["US-CA", "opt-out"],
    ["US-TX", "opt-out"],
    ["US-FL", "opt-out"],
    ["JP", "opt-in"],
    ["XX", "opt-in"],
  ])("in %s is %s", (country, regime) => {
    expect(regimeOf(plain, country)).toBe(regime);
    expect(regimeOf(plain, country.toLowerCase())).toBe(regime);
  });

  test("is opt-in in each part of a country that is", () => {
    expect(["IT-25", "FR-75", "GB-SCT", "ES-CT"].map((part) => regimeOf(plain, part))).toEqual(Array(4).fill("opt-in"));
  });

  test("names each place once, by its code, with where to read it", () => {
    const places = GROUPS.flatMap((group) => group.places.split(" "));
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) expect(place).toMatch(/^[A-Z]{2}(-[A-Z]{2})?$/);
    for (const { source } of GROUPS) expect(source).toMatch(/^https:\/\//);
  });

  test("has all of the EU and the EEA", () => {
    const union = GROUPS[0]?.places.split(" ") ?? [];
    expect(union).toHaveLength(27 + 3);
  });
});

describe("what is no country", () => {
  test.each([
    "",
    "I",
    "ITA",
    "Italy",
    "US-",
    "-CA",
    "US-CALI",
    "US_CA",
    " US",
    "US ",
    "US\n",
    "U5",
    "__proto__",
    "default",
  ])("%j is opt-in, whatever the default", (text) => {
    expect(regimeOf(ruled({ default: "notice", US: "opt-out" }), text)).toBe("opt-in");
  });

  test("never throws and never loosens what ships", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^us(-|$)/i.test(text)) expect(regimeOf(plain, text)).toBe("opt-in");
      }),
    );
  });
});

describe("the site's own word", () => {
  test.each<[regimes: Record<string, string>, country: string | undefined, regime: string]>([
    [{}, undefined, "opt-in"],
    [{ default: "notice" }, undefined, "notice"],
    [{ default: "notice" }, "JP", "notice"],
    [{ default: "notice" }, "JP-13", "notice"],
    [{ default: "notice" }, "IT", "opt-in"],
    [{ default: "opt-in" }, "US", "opt-out"],
    [{ JP: "notice" }, "JP", "notice"],
    [{ JP: "notice" }, "JP-13", "notice"],
    [{ JP: "notice", "JP-13": "opt-in" }, "JP-13", "opt-in"],
    [{ US: "opt-in" }, "US", "opt-in"],
    [{ US: "opt-in" }, "US-FL", "opt-in"],
    [{ CH: "notice" }, "CH", "notice"],
    [{ CH: "notice" }, "CH-ZH", "notice"],
    [{ "US-CA": "opt-in" }, "US-CA", "opt-in"],
    [{ "US-CA": "opt-in" }, "US", "opt-out"],
    [{ "CA-QC": "opt-out" }, "CA-QC", "opt-out"],
  ])("%j in %s is %s", (regimes, country, regime) => {
    expect(regimeOf(ruled(regimes), country)).toBe(regime);
  });

  test("on a country never loosens what ships for a part of it, but may tighten it", () => {
    expect(regimeOf(ruled({ CA: "notice" }), "CA-QC")).toBe("opt-in");
    expect(regimeOf(ruled({ CA: "notice" }), "CA-ON")).toBe("notice");
    expect(regimeOf(ruled({ US: "notice" }), "US-CA")).toBe("opt-out");
    expect(regimeOf(ruled({ US: "opt-in" }), "US-CA")).toBe("opt-in");
  });
});

describe("in the site file", () => {
  const code = 'write its code, such as "IT" or, for a part of it, "US-CA"; "default" is for all others';
  test.each<[regimes: unknown, path: string, value: unknown, message: string, mend: string]>([
    [1, "regimes", 1, "this is not a set of regimes", 'write {"default": "opt-in", "US": "opt-out"}'],
    [{ IT: "in" }, "regimes.IT", "in", "this is not a regime", 'write "opt-in", "opt-out" or "notice"'],
    ...["it", "Italy", "ITA", "US-", "US_CA", "other"].map((key): [unknown, string, unknown, string, string] => [
      { [key]: "notice" },
      `regimes.${key}`,
      "notice",
      "this is not a country",
      code,
    ]),
    [{ UK: "notice" }, "regimes.UK", "notice", 'the code of the United Kingdom is "GB"', 'write "GB"'],
    [{ EL: "notice" }, "regimes.EL", "notice", 'the code of Greece is "GR"', 'write "GR"'],
    [{ EU: "opt-in" }, "regimes.EU", "opt-in", "the European Union is no country", "name its countries one by one"],
  ])("%j is refused", (regimes, path, value, message, mend) => {
    expect(issuesWith({ regimes })).toEqual([{ path, value, message, mend }]);
  });
});
