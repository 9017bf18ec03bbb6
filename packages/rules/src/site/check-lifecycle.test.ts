import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";

describe("values of the lifecycle", () => {
  test.each<[patch: Record<string, unknown>, path: string, value: unknown, message: string, mend: string]>([
    [
      { lifecycle: { unpaid: "3d" } },
      "lifecycle.unpaid",
      "3d",
      'the model "shop" has no "unpaid" here',
      'known here: "lost", "at_risk", "waiting", "hero", "repeat" or "lead"',
    ],
    [
      { model: "content", lifecycle: { hero: { orders: 3, views: 9 } } },
      "lifecycle.hero.orders",
      3,
      'the model "content" has no "orders" here',
      'known here: "views" or "within"',
    ],
    [
      { lifecycle: { lost: "soon" } },
      "lifecycle.lost",
      "soon",
      "this is not a duration",
      'write a whole number and a unit, such as "30m", "12h" or "7d"',
    ],
    [{ lifecycle: { lead: { views: 0 } } }, "lifecycle.lead.views", 0, "nobody can fail that", "write 1 or more"],
    [
      { lifecycle: { hero: { value: "enormous" } } },
      "lifecycle.hero.value",
      "enormous",
      "this is not a value size",
      'write one of "medium", "big" or "huge"',
    ],
    [{ model: "blog" }, "model", "blog", "this is not a model", 'write one of "shop", "subscription" or "content"'],
    [{ valueSizes: { big: 50 } }, "valueSizes.big", 50, '"big" is not above "medium"', "write more than 100"],
    [{ valueSizes: { medium: -1 } }, "valueSizes.medium", -1, "an amount is never negative", "write a number above 0"],
    [
      { segments: { byers: false } },
      "segments.byers",
      "byers",
      'there is no segment "byers"',
      'did you mean "buyers"?',
    ],
    [{ affinities: { colour: false } }, "affinities.colour", "colour", 'there is no affinity "colour"', "take it out"],
    [
      { affinities: { category: { halfLife: "1mo" } } },
      "affinities.category.halfLife",
      "1mo",
      "a half-life is a fixed time",
      'write days, such as "30d"',
    ],
    [
      { affinities: { category: { baseline: { shoes: 40 } } } },
      "affinities.category.baseline.shoes",
      40,
      "a share is a part of 1",
      "write 0.3 for 30 %",
    ],
    [
      { facts: { f: { event: "A", latest: "x", sum: "y" } } },
      "facts.f",
      { event: "A", latest: "x", sum: "y" },
      "a fact is one thing",
      'keep one of "latest", "first", "max", "min", "sum" and "distinct"',
    ],
    [
      { churnPages: ["cancel"] },
      "churnPages.0",
      "cancel",
      "this is not the path of a page",
      'write "/cancel", or "/help/cancel/*" for all below it',
    ],
  ])("%j", (patch, path, value, message, mend) => {
    expect(issuesWith(patch)).toEqual([{ path, value, message, mend }]);
  });

  test("that the model has are taken", () => {
    expect(issuesWith({ lifecycle: { lost: "200d", hero: { orders: 3 }, wakes: ["Quote Asked"] } })).toEqual([]);
    expect(issuesWith({ model: "subscription", lifecycle: { unpaid: "1w", hero: { subscribed: "2y" } } })).toEqual([]);
  });

  test("a fact cannot take the name of one that ships", () => {
    expect(issuesWith({ facts: { device: { event: "A" } } })).toEqual([
      { path: "facts.device", message: '"device" is a fact that ships with Ghostlight', mend: "choose another name" },
    ]);
  });

  test("what ships can be switched off, even where the file has no room for it", () => {
    const stages = { hero: false, repeat: false };
    expect(issuesWith({ stages, segments: { advocate: false, "prefers-sms": false, buyers: false } })).toEqual([]);
    expect(issuesWith({ affinities: { category: false } })).toEqual([]);
  });
});
