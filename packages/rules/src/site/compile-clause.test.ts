import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Condition, Json } from "../condition/evaluate.ts";
import type { ClauseSource } from "./clause-schema.ts";
import { createCompiler } from "./compile-clause.ts";

const MINUTE = 60_000;

function compileAll(...sources: ClauseSource[]) {
  const { counters, compile } = createCompiler(["first", "second"]);
  return { clauses: sources.map(compile), counters };
}

describe("a clause compiles to a tuple", () => {
  test.each<[source: ClauseSource, clause: unknown]>([
    [{ event: "A" }, ["count", 0, { $gte: 1 }]],
    [{ event: "A", count: { $gt: 2, $lt: 5 } }, ["count", 0, { $gt: 2, $lt: 5 }]],
    [{ event: "A", count: { $eq: 0 }, within: "5m" }, ["count", 0, { $eq: 0 }, 5 * MINUTE]],
    [{ event: "A", within: "1h" }, ["count", 0, { $gte: 1 }, 60 * MINUTE]],
    [{ event: "A", first: { $lt: "2m" } }, ["first", 0, { $lt: 2 * MINUTE }]],
    [{ event: "A", last: { $gt: "1m", $lte: "3m" } }, ["last", 0, { $gt: MINUTE, $lte: 3 * MINUTE }]],
    [{ segment: "second" }, ["segment", 1]],
    [{ stage: "lead" }, ["stage", "lead"]],
    [{ not: { segment: "first" } }, ["not", ["segment", 0]]],
    [
      { all: [{ stage: "x" }, { any: [{ stage: "y" }] }] },
      [
        "all",
        [
          ["stage", "x"],
          ["any", [["stage", "y"]]],
        ],
      ],
    ],
  ])("%j", (source, clause) => {
    expect(compileAll(source).clauses).toEqual([clause]);
  });

  test("of an event that stays out to two counters", () => {
    const { clauses, counters } = compileAll({
      event: "A",
      where: { x: 1 },
      without: { event: "B", where: { y: 2 }, within: "30m" },
    });
    const [came, absent] = ["A", "B"].map((event) => counters.findIndex((counter) => counter.event === event));
    expect(clauses).toEqual([["without", came, absent, 30 * MINUTE]]);
    expect(counters[came ?? -1]).toEqual({ key: 'A|{"x":1}', event: "A", where: { x: 1 }, keep: 0 });
    expect(counters[absent ?? -1]).toEqual({ key: 'B|{"y":2}', event: "B", where: { y: 2 }, keep: 0 });
  });
});

describe("counters", () => {
  test("are shared by clauses that count the same events", () => {
    const { clauses, counters } = compileAll(
      { event: "A" },
      { event: "A", last: { $lt: "1d" } },
      { event: "B", without: { event: "A", within: "1d" } },
    );
    expect(counters.map(({ key }) => key)).toEqual(["A", "B"]);
    expect(clauses.map(([, index]) => index)).toEqual([0, 0, 1]);
  });

  test("are shared whatever the order of the keys of a condition", () => {
    const { counters } = compileAll(
      { event: "A", where: { x: { $gt: 1, $lt: 5 }, y: [1, { b: 1, a: null }] } },
      { event: "A", where: { y: [1, { a: null, b: 1 }], x: { $lt: 5, $gt: 1 } } },
    );
    expect(counters).toEqual([
      {
        key: 'A|{"x":{"$gt":1,"$lt":5},"y":[1,{"a":null,"b":1}]}',
        event: "A",
        where: { x: { $gt: 1, $lt: 5 }, y: [1, { b: 1, a: null }] },
        keep: 0,
      },
    ]);
  });

  test.each<[a: Condition, b: Condition]>([
    [{ x: 1 }, { x: "1" }],
    [{ x: null }, { x: "null" }],
    [{ x: ["a", "b"] }, { x: ["b", "a"] }],
    [{ x: ["a,b"] }, { x: ["a", "b"] }],
    [{ x: [] }, { x: {} }],
    [{ x: 1 }, { y: 1 }],
    [{ 'a":1,"b': 1 }, { a: 1, b: 1 }],
  ])("are not shared between %j and %j", (a, b) => {
    expect(compileAll({ event: "A", where: a }, { event: "A", where: b }).counters).toHaveLength(2);
  });

  test("keep one instant more than the largest number that a window compares with", () => {
    const keeps = (...sources: ClauseSource[]) => compileAll(...sources).counters.map(({ keep }) => keep);
    expect(keeps({ event: "A", count: { $gte: 3 } })).toEqual([0]);
    expect(keeps({ event: "A", within: "1d" })).toEqual([2]);
    expect(keeps({ event: "A", count: { $gte: 3 }, within: "1d" })).toEqual([4]);
    expect(keeps({ event: "A", count: { $gte: 2, $lt: 7 }, within: "1d" })).toEqual([8]);
    expect(keeps({ event: "A", count: { $eq: 0 }, within: "1d" })).toEqual([1]);
    const [five, two]: ClauseSource[] = [
      { event: "A", count: { $gt: 5 }, within: "1h" },
      { event: "A", count: { $lt: 2 }, within: "1d" },
    ];
    const total: ClauseSource = { event: "A", count: { $gte: 9 } };
    if (five && two) {
      for (const order of [
        [five, two, total],
        [two, five, total],
        [total, two, five],
      ])
        expect(keeps(...order)).toEqual([6]);
    }
  });

  test("have one key for a condition, however its keys were ordered", () => {
    const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
    const entries = fc.uniqueArray(fc.tuple(fc.string(), json), { selector: ([key]) => key, maxLength: 5 });
    const shuffled = entries.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const clauses = [one, other].map((list): ClauseSource => ({ event: "A", where: Object.fromEntries(list) }));
        expect(compileAll(...clauses).counters).toHaveLength(1);
      }),
    );
  });
});
