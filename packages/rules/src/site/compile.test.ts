import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { checkSite, parseSite } from "./check.ts";
import { compileSite } from "./compile.ts";
import { SHOP_STAGES } from "./stages.ts";
import { TEXTS } from "./texts.ts";

const CHUNKS = { en: { banner: "b.en.js", engine: "e.en.js", debug: "d.en.js" } };
const compile = (patch: Record<string, unknown> = {}, language = "en") =>
  compileSite(siteWith(patch), language, CHUNKS);
const viewed = { event: "Product Viewed" };

describe("the entry's part", () => {
  test("has what an entry needs and nothing else", () => {
    expect(compile({ revision: 2, beforeChoice: "drop", grantDays: 30, purposes: { marketing: {} } }).entry).toEqual({
      site: "shop",
      revision: 2,
      purposes: ["analytics", "personalization", "marketing"],
      beforeChoice: "drop",
      grantDays: 30,
      chunks: CHUNKS,
    });
  });
});

describe("the page receives only what it needs", () => {
  const file = {
    $schema: "https://schema.example/site.json",
    site: "shop",
    origins: ["https://origin.example"],
    languages: ["en", "it"],
    policy: { en: "/english-policy", it: "/italian-policy" },
    purposes: {
      marketing: { name: { en: "English marketing", it: "Italian marketing" } },
      analytics: false,
    },
    services: { "service-id": { name: "Service Name", purpose: "marketing" } },
    experiences: {
      hello: { slot: "top", if: { stage: "new" }, show: { text: { en: "English hello", it: "Italian hello" } } },
    },
    texts: { en: { title: "English title" }, it: { title: "Italian title" } },
  };
  const checked = checkSite(file);
  const sent = (language: string) => (checked.ok ? JSON.stringify(compileSite(checked.site, language, CHUNKS)) : "");

  test("no origins, no schema, no ids of services, no purpose that is off", () => {
    for (const absent of ["origin.example", "schema.example", "service-id", '"analytics"']) {
      expect(sent("en")).not.toContain(absent);
    }
    expect(sent("en")).toContain("Service Name");
  });

  test.each([
    ["en", "English", "Italian", "en", "it"],
    ["it", "Italian", "English", "it", "en"],
  ] as const)("one language only: %s", (language, own, other, ownTexts, otherTexts) => {
    expect(sent(language).match(new RegExp(own, "gi"))).toHaveLength(4);
    expect(sent(language)).not.toMatch(new RegExp(other, "i"));
    expect(sent(language)).toContain(TEXTS[ownTexts]?.texts.body);
    expect(sent(language)).not.toContain(TEXTS[otherTexts]?.texts.body);
  });

  test("and it survives JSON, with nothing undefined in it", () => {
    const compiled = compile({ segments: { s: { if: viewed } }, texts: { en: {} } });
    expect(JSON.parse(JSON.stringify(compiled))).toStrictEqual(compiled);
  });

  test("and the file is left as it was", () => {
    const before = structuredClone(checked);
    sent("en");
    expect(checked).toEqual(before);
  });
});

describe("the banner's part", () => {
  test("has the texts of the language, with the site's in their place", () => {
    const languages = ["en", "it", "en-GB"];
    const texts = { en: { title: "Mine", refuse: "" } };
    expect(compile({ languages, texts }).banner.texts).toEqual({ ...TEXTS.en?.texts, title: "Mine", refuse: "" });
    expect(compile({ languages, texts }, "it").banner.texts).toEqual(TEXTS.it?.texts);
    expect(compile({ languages, texts }, "en-GB").banner).toMatchObject({ language: "en-GB", texts: TEXTS.en?.texts });
  });

  test("skips a sentence that was given as undefined", () => {
    const site = { ...siteWith(), texts: { en: { title: undefined } } };
    expect(compileSite(site, "en", CHUNKS).banner.texts.title).toBe(TEXTS.en?.texts.title);
  });

  test.each([
    ["en", "ltr"],
    ["it-CH", "ltr"],
    ["da", "ltr"],
    ["ar", "rtl"],
    ["ar-EG", "rtl"],
    ["fa", "rtl"],
    ["he", "rtl"],
    ["ur", "rtl"],
    ["ps", "rtl"],
    ["sd", "rtl"],
    ["ug", "rtl"],
    ["yi", "rtl"],
    ["dv", "rtl"],
    ["ckb", "rtl"],
  ])("in %s is written %s", (language, direction) => {
    const texts = { [language]: TEXTS.en?.texts };
    expect(compile({ languages: [language], texts }, language).banner.direction).toBe(direction);
  });

  test("links to the policy only where there is one", () => {
    expect(compile().banner).not.toHaveProperty("policy");
    expect(compile({ policy: "/privacy" }).banner.policy).toBe("/privacy");
    expect(compile({ languages: ["en", "it"], policy: { en: "/en", it: "/it" } }, "it").banner.policy).toBe("/it");
  });
});

describe("the engine's part", () => {
  test("has the stages in order of priority, the last for everybody", () => {
    const { counters, stages } = compile().engine.plan;
    expect(stages.map(([name]) => name)).toEqual(["waiting", "occasional", "lead", "new"]);
    expect(stages.at(-1)).toEqual(["new", ["all", []]]);
    const [added, ordered, seen] = ["Product Added", "Order Completed", "Product Viewed"].map((event) =>
      counters.findIndex((counter) => counter.event === event),
    );
    expect(stages.slice(0, -1)).toEqual([
      ["waiting", ["without", added, ordered, 1_800_000]],
      ["occasional", ["count", ordered, { $gte: 1 }]],
      [
        "lead",
        [
          "any",
          [
            ["count", seen, { $gte: 3 }],
            ["count", added, { $gte: 1 }],
          ],
        ],
      ],
    ]);
  });

  test("takes the site's own stages in their place", () => {
    const { plan } = compile({ stages: { lead: { event: "Signed Up" }, waiting: { not: viewed } } }).engine;
    expect(plan.stages.map(([name]) => name)).toEqual(["waiting", "occasional", "lead", "new"]);
    expect(plan.stages[0]?.[1]).toEqual(["not", ["count", 0, { $gte: 1 }]]);
    expect(plan.counters.map(({ event }) => event)).toEqual(["Product Viewed", "Order Completed", "Signed Up"]);
  });

  test("has segments after those they read, named by index", () => {
    const { segments } = compile({
      segments: {
        all: { if: { all: [{ segment: "one" }, { segment: "two" }] } },
        two: { if: { segment: "one" } },
        one: { if: viewed },
      },
    }).engine.plan;
    expect(segments.map(([id]) => id)).toEqual(["one", "two", "all"]);
    expect(segments[1]?.[1]).toEqual(["segment", 0]);
    expect(segments[2]?.[1]).toEqual([
      "all",
      [
        ["segment", 0],
        ["segment", 1],
      ],
    ]);
  });

  test("has the experiences in the order of the file, sharing audiences that are equal", () => {
    const text = { text: "x" };
    const { engine } = compile({
      segments: { fans: { if: viewed } },
      experiences: {
        z: { slot: "top", if: { stage: "lead" }, show: { template: "t" } },
        a: { slot: "side", if: { segment: "fans" }, show: text },
        m: { slot: "top", if: { stage: "lead" }, show: text },
        b: { slot: "top", if: { stage: "new" }, show: text },
      },
    });
    expect(engine.experiences).toEqual([
      { id: "z", slot: "top", audience: 0, show: { template: "t" } },
      { id: "a", slot: "side", audience: 1, show: text },
      { id: "m", slot: "top", audience: 0, show: text },
      { id: "b", slot: "top", audience: 2, show: text },
    ]);
    expect(engine.plan.audiences).toEqual([
      ["stage", "lead"],
      ["segment", 0],
      ["stage", "new"],
    ]);
    expect(engine.language).toBe("en");
  });

  test("shares one audience between conditions that differ in the order of their keys", () => {
    const { engine } = compile({
      experiences: {
        a: { slot: "s", if: { event: "A", where: { x: 1, y: 2 } }, show: { text: "a" } },
        b: { slot: "s", if: { where: { y: 2, x: 1 }, event: "A" }, show: { text: "b" } },
      },
    });
    expect(engine.plan.audiences).toHaveLength(1);
  });

  test("refuses what no checked file can hold", () => {
    const site = { ...siteWith(), segments: { a: { if: { segment: "b" } }, b: { if: { segment: "a" } } } };
    expect(() => compileSite(site, "en", CHUNKS)).toThrow(new TypeError("segments read one another: a → b → a"));
    const late = { ...siteWith(), stages: { lead: { event: "A", last: { $gt: "soon" } } } };
    expect(() => compileSite(late, "en", CHUNKS)).toThrow(new TypeError('"soon" is not a duration'));
  });

  test("names only counters and segments that there are", () => {
    const text = readFileSync(new URL("../../../../test/size/site.json", import.meta.url), "utf8");
    const parsed = parseSite(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { plan } = compileSite(parsed.site, "it", CHUNKS).engine;
    const seen = JSON.stringify([plan.stages, plan.segments, plan.audiences]);
    const named = [...seen.matchAll(/\["(?:count|first|last|without)",(\d+)(?:,(\d+),)?/g)].flatMap(([, a, b]) => [
      a,
      b ?? a,
    ]);
    expect(new Set(named.map(Number))).toEqual(new Set(plan.counters.keys()));
    for (const [, index] of seen.matchAll(/\["segment",(-?\d+)\]/g)) expect(plan.segments[Number(index)]).toBeDefined();
    expect(new Set(plan.counters.map(({ key }) => key)).size).toBe(plan.counters.length);
    expect(Object.keys(SHOP_STAGES)).toEqual(plan.stages.slice(0, -1).map(([name]) => name));
  });
});
