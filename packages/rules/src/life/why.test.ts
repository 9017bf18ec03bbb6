import { describe, expect, test } from "vitest";
import { ALWAYS, ago, context, counter, DAY, ghostOf, NOW, planOf } from "../../test/fixtures/plan.ts";
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import type { Plan } from "../plan.ts";
import { factsOf } from "./facts.ts";
import { JUDGING } from "./judging.ts";
import { resumeLife } from "./life.ts";
import { type Explanation, why } from "./why.ts";

const explain = (plan: Plan, ghost: Ghost, id: string, from: Context = context()): Explanation | undefined =>
  why(JUDGING, plan, resumeLife(plan, ghost, NOW, from), id, NOW, from);

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

test("what is counted or liked is told with what it is about, what it wants and what there is", () => {
  const plan = planOf({
    counters: [counter("a"), counter("b", { of: ["sum", "total"] }), counter("c", { of: ["distinct", "sku"] })],
    segments: [
      ["first", ["first", 0, { $gt: 5 }]],
      ["sum", ["sum", 1, { $gte: 10 }]],
      ["distinct", ["distinct", 2, { $gte: 2 }, ["in", DAY]]],
      ["score", ["score", 0, "shoes", { $gt: 1 }]],
      ["lift", ["lift", 0, "shoes", { $gt: 1 }]],
      ["top", ["top", 0, "shoes", 3]],
      ["last", ["top", 0, "socks", 3]],
    ],
    affinities: [{ id: "category", path: "category", halfLife: DAY, weights: {}, baseline: { shoes: 0.5 }, keep: 2 }],
  });
  const tallies = { a: ago([90, 60]), b: { ...ago([5], [30]), value: 30 }, c: ago([6, 5], ["x", "y"]) };
  const ghost = ghostOf(tallies, { born: NOW, affinities: { category: { shoes: 3, hats: 1 } } });
  const said = (id: string): unknown[] => {
    const { kind, held, of, wanted, actual } = explain(plan, ghost, id) ?? {};
    return [kind, held, of, wanted, actual];
  };
  expect(["first", "sum", "distinct", "score", "lift", "top", "last"].map(said)).toEqual([
    ["first", true, "a", { $gt: 5 }, 90],
    ["sum", true, "b", { $gte: 10 }, 30],
    ["distinct", true, "c", { $gte: 2, window: ["in", DAY] }, 2],
    ["score", true, { category: "shoes" }, { $gt: 1 }, 3],
    ["lift", true, { category: "shoes" }, { $gt: 1 }, 1.5],
    ["top", true, { category: "shoes" }, 3, 1],
    // Of what nobody looked at there is no rank.
    ["top", false, { category: "socks" }, 3, undefined],
  ]);
});

test("what never changes by itself tells no date, and what has no parts tells of none", () => {
  const plan = planOf({ segments: [["a", ["count", 0, { $gte: 1 }]]] });
  expect(Object.keys(explain(plan, ghostOf({ a: ago([5]) }), "a") ?? {}).sort()).toEqual(
    ["actual", "held", "kind", "of", "wanted"].sort(),
  );
  expect(Object.keys(explain(planOf({ segments: [["n", ALWAYS]] }), ghostOf(), "n") ?? {}).sort()).toEqual(
    ["held", "kind"].sort(),
  );
});

test("parts are told of all that join them, and of whatever is missing nothing", () => {
  const plan = planOf({
    segments: [
      [
        "both",
        [
          "all",
          [
            ["count", 0, { $gte: 1 }],
            ["consent", "ads"],
          ],
        ],
      ],
      ["lost", ["count", 9, { $gte: 1 }]],
    ],
  });
  const parts = explain(plan, ghostOf({ a: ago([5]) }), "both")?.parts;
  expect(parts?.map(({ kind, held }) => [kind, held])).toEqual([
    ["count", true],
    ["consent", false],
  ]);
  expect(explain(plan, ghostOf(), "lost")).toMatchObject({ held: false, of: undefined, actual: 0 });
});

test("what keeps a stage counts for the one that is", () => {
  const plan = planOf({
    stages: [
      ["hero", ["count", 0, { $gte: 2 }], ["count", 0, { $gte: 1 }]],
      ["new", ALWAYS],
    ],
  });
  const once = ghostOf({ a: ago([5]) });
  expect(explain(plan, { ...once, stage: ["hero", NOW] }, "hero")).toMatchObject({ kind: "kept", held: true });
  expect(explain(plan, { ...once, stage: ["new", NOW] }, "hero")).toMatchObject({ kind: "kept", held: false });
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
  test("nothing that looks at all time, or at what never came", () => {
    const always = planOf({ counters: [counter("a", { keep: 3 })], segments: [["x", ["count", 0, { $gte: 1 }]]] });
    expect(approximate(always, { ...ago([5]), n: 9 })).toBeUndefined();
    expect(explain(windowed(3, ["in", DAY]), ghostOf(), "x")?.approximate).toBeUndefined();
    const age = planOf({ segments: [["x", ["last", 0, { $lt: DAY }]]] });
    expect(approximate(age, { ...ago([5]), n: 9 })).toBeUndefined();
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
