import { describe, expect, test } from "vitest";
import { ALWAYS, ago, context, counter, DAY, ghostOf, NOW, planOf } from "../../test/fixtures/plan.ts";
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import type { Plan } from "../plan.ts";
import { factsOf } from "./facts.ts";
import { resumeLife } from "./life.ts";
import { type Explanation, why } from "./why.ts";

const explain = (plan: Plan, ghost: Ghost, id: string, from: Context = context()): Explanation | undefined =>
  why(plan, resumeLife(plan, ghost, NOW, from), id, NOW, from);

const iso = (after: number): string => new Date(NOW + after).toISOString();

test("each clause tells what it wanted, what there was, and when that changes", () => {
  const plan = planOf({
    segments: [
      [
        "fans",
        [
          "any",
          [
            ["count", 0, { $gte: 2 }, ["in", 100]],
            ["not", ["last", 1, { $gt: 50 }]],
          ],
        ],
      ],
    ],
  });
  expect(explain(plan, ghostOf({ a: ago([90, 60]), b: ago([20]) }), "fans")).toEqual({
    kind: "any",
    held: true,
    flips: iso(10),
    parts: [
      { kind: "count", held: true, flips: iso(10), of: "a", wanted: { $gte: 2, window: ["in", 100] }, actual: 2 },
      {
        kind: "not",
        held: true,
        flips: iso(31),
        parts: [{ kind: "last", held: false, flips: iso(31), of: "b", wanted: { $gt: 50 }, actual: 20 }],
      },
    ],
  });
});

test("other kinds are told in their own words", () => {
  const plan = planOf({
    stages: [
      ["lead", ["silent", { $gte: DAY }]],
      ["new", ALWAYS],
    ],
    segments: [
      ["a", ["consent", "marketing"]],
      ["b", ["channel", "sms", 1]],
      ["c", ["without", 0, 1, 100]],
      ["d", ["segment", 0]],
      ["e", ["stage", "new"]],
      ["f", ["share", 0, "shoes", { $gte: 0.5 }]],
      ["g", ["fact", { sessions: 1 }]],
      ["h", ["channel", "sms"]],
    ],
    affinities: [{ id: "category", path: "category", halfLife: DAY, weights: {}, baseline: {}, keep: 2 }],
  });
  const said = (id: string): unknown => {
    const { of, wanted } = explain(plan, ghostOf(), id) ?? {};
    return [of, wanted];
  };
  expect(["a", "b", "c", "d", "e", "f", "g", "h", "lead"].map(said)).toEqual([
    ["marketing", undefined],
    ["sms", "preferred"],
    ["a", { without: "b", within: 100 }],
    ["a", undefined],
    ["new", undefined],
    [{ category: "shoes" }, { $gte: 0.5 }],
    [undefined, { sessions: 1 }],
    ["sms", undefined],
    [undefined, { $gte: DAY }],
  ]);
  expect(explain(plan, ghostOf(), "nobody")).toBeUndefined();
});

test("what keeps a segment is told beside what makes it", () => {
  const plan = planOf({ segments: [["fan", ["count", 0, { $gte: 2 }], ["count", 0, { $gte: 1 }]]] });
  const once = ghostOf({ a: ago([5]) });
  expect(explain(plan, once, "fan")).toMatchObject({
    kind: "kept",
    held: false,
    parts: [{ held: false }, { held: true }],
  });
  expect(explain(plan, { ...once, segments: { fan: NOW - 9 } }, "fan")?.held).toBe(true);
});

describe("approximate is", () => {
  const windowed = (keep: number, window: readonly ["in", number] | readonly ["from", number, number]): Plan =>
    planOf({ counters: [counter("a", { keep })], segments: [["x", ["count", 0, { $gte: 1 }, window]]] });
  const approximate = (plan: Plan, tally: ReturnType<typeof ago>): unknown =>
    explain(plan, ghostOf({ a: tally }), "x")?.approximate;
  test("a count that began to keep more than it did", () => {
    expect(approximate(windowed(3, ["in", DAY]), { ...ago([5]), n: 4 })).toBe(true);
    expect(approximate(windowed(3, ["in", DAY]), ago([5]))).toBeUndefined();
    expect(approximate(windowed(3, ["in", DAY]), { ...ago([7, 6, 5]), n: 9 })).toBeUndefined();
  });
  test("a window further back, of which more came than is kept", () => {
    expect(approximate(windowed(3, ["from", 5, DAY]), { ...ago([7, 6, 5]), n: 9 })).toBe(true);
  });
  test("a sum of more amounts than are kept apart, never different values", () => {
    const of = (kind: "sum" | "distinct"): Plan =>
      planOf({
        counters: [counter("a", { of: [kind, "v"], keep: 1 })],
        segments: [["x", [kind, 0, { $gte: 1 }, ["in", DAY]]]],
      });
    const tally = { ...ago([5], [3]), n: 4 };
    expect([approximate(of("sum"), tally), approximate(of("distinct"), tally)]).toEqual([true, undefined]);
  });
});

test("facts are what the ghost comes to, and what the page tells", () => {
  const plan = planOf({
    counters: [
      counter("a"),
      counter("b", { of: ["sum", "total"] }),
      counter("c", { of: ["latest", "plan"] }),
      counter("d", { of: ["distinct", "sku"] }),
    ],
    facts: { orders: 0, revenue: 1, plan: 2, kinds: 3 },
    affinities: [{ id: "category", path: "category", halfLife: DAY, weights: {}, baseline: {}, keep: 2 }],
  });
  expect(factsOf(plan, ghostOf({}, { session: { n: 0, start: NOW, awake: false } }))).toEqual({
    orders: 0,
    revenue: 0,
    plan: null,
    kinds: 0,
    sessions: 0,
    touchpoints: 0,
    identified: false,
    stage: "",
    last_seen_at: null,
    first_order_at: null,
    last_order_at: null,
    affinity: { category: {} },
  });
  const tallies = {
    a: ago([DAY, 5]),
    b: { ...ago([5]), value: 99.5 },
    c: { ...ago([5]), value: "gold" },
    d: ago([6, 5], ["x", "y"]),
  };
  const known = ghostOf(tallies, {
    touches: { email: 2, direct: 1 },
    identified: true,
    stage: ["hero", NOW],
    affinities: { category: { shoes: 3, hats: 1 } },
  });
  expect(factsOf(plan, known, { facts: { device: "mobile", plan: "page" } })).toEqual({
    orders: 2,
    revenue: 99.5,
    plan: "page",
    kinds: 2,
    sessions: 1,
    touchpoints: 3,
    identified: true,
    stage: "hero",
    last_seen_at: iso(0),
    first_order_at: iso(-DAY),
    last_order_at: iso(-5),
    affinity: { category: { shoes: 0.75, hats: 0.25 } },
    device: "mobile",
  });
});
