import { describe, expect, test } from "vitest";
import { issuesWith, siteWith } from "../../test/site.ts";
import { evaluateCondition } from "../condition/evaluate.ts";
import { affinitiesOf, likesOf } from "./affinities.ts";
import type { ClauseSource } from "./clause/source.ts";
import { segmentsOf } from "./rules.ts";
import { shippedSegments } from "./shipped-segments.ts";

const ALWAYS = [
  "cart-abandoner",
  "cart-abandoner-identified",
  "form-abandoner",
  "form-abandoner-identified",
  "churn-signal",
  "buyers",
  "value-medium",
  "value-big",
  "value-huge",
  "touchpoints-3",
  "passive",
  "advocate",
];

describe("the segments that ship", () => {
  test("are these, and one for each channel and each value that the owner lists", () => {
    expect(Object.keys(shippedSegments(siteWith()))).toEqual(ALWAYS);
    const channels = ["email", "email_tracking", "sms"];
    const affinities = { category: { values: ["Table lamps", "Caffè"] } };
    const all = Object.keys(shippedSegments(siteWith({ channels, affinities })));
    expect(all.filter((id) => !ALWAYS.includes(id))).toEqual([
      "prefers-email",
      "prefers-sms",
      "likes-table-lamps",
      "likes-caffe",
    ]);
  });

  test.each(["shop", "subscription", "content"])("would pass as an owner's own, for the model %s", (model) => {
    const patch = {
      model,
      channels: ["email"],
      affinities: { category: { values: ["x"] } },
      churnPages: ["/a", "/b*"],
    };
    const segments = shippedSegments(siteWith(patch));
    expect(issuesWith({ ...patch, segments })).toEqual([]);
  });

  test("can be switched off, and have others in their place", () => {
    const own = { if: { event: "A" }, stay: { event: "B" } };
    const segments = segmentsOf(siteWith({ segments: { passive: false, buyers: own, mine: { if: { event: "A" } } } }));
    expect(Object.keys(segments)).toEqual([...ALWAYS.filter((id) => id !== "passive"), "mine"]);
    expect(segments.buyers).toEqual(own);
  });

  test("need a loyal stage for advocates", () => {
    const stages = { hero: false };
    expect(JSON.stringify(shippedSegments(siteWith({ stages })).advocate)).toContain('"any":[{"stage":"repeat"}]');
    expect(shippedSegments(siteWith({ stages: { hero: false, repeat: false } })).advocate).toBeUndefined();
  });
});

describe("the pages of those who may leave", () => {
  const whereOf = (churnPages: string[]) => {
    const clause = shippedSegments(siteWith({ churnPages }))["churn-signal"]?.if as { any: ClauseSource[] };
    const seen = clause.any[1];
    return seen && "event" in seen ? seen.where : undefined;
  };

  test.each<[pages: string[], path: string, counts: boolean]>([
    [["/cancel"], "/cancel", true],
    [["/cancel"], "/cancel/now", false],
    [["/cancel", "/help/*"], "/help/quit", true],
    [["/cancel", "/help/*"], "/cancel", true],
    [["/cancel", "/help/*"], "/helpless", false],
    [["/a.b(c)*"], "/a.b(c)d", true],
    [["/a.b*"], "/axb", false],
    [["/x/*", "/y/*"], "/y/1", true],
    [["/x/*", "/y/*"], "/z/x/1", false],
  ])("%j, of which %s counts: %s", (pages, path, counts) => {
    expect(evaluateCondition(whereOf(pages) ?? {}, { path })).toBe(counts);
  });

  test("are none where the file has none", () => {
    const { "churn-signal": churn } = shippedSegments(siteWith());
    expect(churn).toEqual({ if: { event: ["Cancellation Terms Viewed", "Price Simulator Used"], within: "30d" } });
  });
});

describe("affinities", () => {
  const CATEGORY = {
    of: "category",
    weights: { "Product Viewed": 1, "Product Added": 3, "Order Completed": 6 },
    halfLife: "30d",
    baseline: {},
    keep: 24,
  };

  test("of a shop are its categories", () => {
    expect(affinitiesOf(siteWith())).toEqual({ category: CATEGORY });
    expect(affinitiesOf(siteWith({ model: "subscription" }))).toEqual({});
    expect(Object.keys(affinitiesOf(siteWith({ model: "content" })))).toEqual(["topic"]);
  });

  test("take what the owner changes, and further ones with the same defaults", () => {
    const affinities = {
      category: { keep: 5, values: ["x"] },
      brand: {},
      colour: { of: "variant.colour", halfLife: "1w" },
    };
    expect(affinitiesOf(siteWith({ affinities }))).toEqual({
      category: { ...CATEGORY, keep: 5 },
      brand: { ...CATEGORY, of: "brand" },
      colour: { ...CATEGORY, of: "variant.colour", halfLife: "1w" },
    });
    expect(affinitiesOf(siteWith({ affinities: { category: false } }))).toEqual({});
  });

  test("of two values with one id, the first has the segment", () => {
    const affinities = { category: { values: ["Big Bags", "big-bags", "a".repeat(50)] } };
    expect(likesOf(siteWith({ affinities }))).toEqual([
      { id: "likes-big-bags", affinity: "category", value: "Big Bags" },
      { id: `likes-${"a".repeat(34)}`, affinity: "category", value: "a".repeat(50) },
    ]);
  });
});
