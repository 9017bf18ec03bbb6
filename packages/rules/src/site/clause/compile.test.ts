import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sequence } from "../../../test/sequence.ts";
import type { Condition, Json } from "../../condition/evaluate.ts";
import { compileClause } from "./compile.ts";
import { createCounters } from "./counters.ts";
import type { ClauseSource } from "./source.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

function compileAll(...sources: ClauseSource[]) {
  const counters = createCounters();
  const sizes = { medium: 100, big: 500, huge: 2000 };
  const around = {
    counters,
    segments: ["first", "second"],
    affinities: ["topic", "category"],
    revenue: "total",
    sizes,
  };
  const clauses = sources.map((source) => compileClause(source, around));
  return { clauses, counters: counters.plans, events: counters.events() };
}

describe("a clause compiles to a tuple", () => {
  test.each<[source: ClauseSource, clause: unknown]>([
    [{ event: "A" }, ["count", 0, { $gte: 1 }]],
    [{ event: "A", count: { $gt: 2, $lt: 5 } }, ["count", 0, { $gt: 2, $lt: 5 }]],
    [{ event: "A", count: { $eq: 0 }, within: "5m" }, ["count", 0, { $eq: 0 }, ["in", 5 * MINUTE]]],
    [{ event: "A", within: "6mo" }, ["count", 0, { $gte: 1 }, ["in", [6]]]],
    [{ event: "A", within: { days: 7 } }, ["count", 0, { $gte: 1 }, ["days", 7]]],
    [{ event: "A", between: ["7d", "1y"] }, ["count", 0, { $gte: 1 }, ["from", 7 * DAY, [12]]]],
    [{ event: "A", session: true }, ["count", 0, { $gte: 1 }, ["session"]]],
    [{ event: "A", between: ["2026-12-01", "2026-12-24"] }, ["count", 0, { $gte: 1 }]],
    [{ event: "A", sum: { total: { $gte: 500 } } }, ["sum", 0, { $gte: 500 }]],
    [{ event: "A", sum: { total: { $gte: 500 } }, within: "30d" }, ["sum", 0, { $gte: 500 }, ["in", 30 * DAY]]],
    [{ event: "A", distinct: { category: { $gte: 3 } } }, ["distinct", 0, { $gte: 3 }]],
    [{ event: "A", distinct: { category: { $gte: 3 } }, session: true }, ["distinct", 0, { $gte: 3 }, ["session"]]],
    [{ event: "A", first: { $lt: "2m" } }, ["first", 0, { $lt: 2 * MINUTE }]],
    [{ event: "A", last: { $gt: "1m", $lte: "3mo" } }, ["last", 0, { $gt: MINUTE, $lte: [3] }]],
    [{ silent: { $gte: "60d" } }, ["silent", { $gte: 60 * DAY }]],
    [{ segment: "second" }, ["segment", 1]],
    [{ stage: "lead" }, ["stage", "lead"]],
    [{ not: { segment: "first" } }, ["not", ["segment", 0]]],
    [{ fact: { orders: { $gte: 2 } } }, ["fact", { orders: { $gte: 2 } }]],
    [{ affinity: "category", of: "shoes", share: { $gte: 0.3 } }, ["share", 1, "shoes", { $gte: 0.3 }]],
    [{ affinity: "topic", of: "art", score: { $gt: 5 } }, ["score", 0, "art", { $gt: 5 }]],
    [{ affinity: "topic", of: "art", lift: { $gte: 2 } }, ["lift", 0, "art", { $gte: 2 }]],
    [{ affinity: "topic", of: "art", top: 3 }, ["top", 0, "art", 3]],
    [{ value: "big" }, ["sum", 0, { $gte: 500 }, ["in", 365 * DAY]]],
    [{ consent: "marketing" }, ["consent", "marketing"]],
    [{ channel: "email" }, ["channel", "email"]],
    [{ channel: "sms", preferred: true }, ["channel", "sms", 1]],
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
    const { clauses, counters, events } = compileAll({
      event: "A",
      where: { x: 1 },
      without: { event: "B", where: { y: 2 }, within: "30m" },
    });
    expect(clauses).toEqual([["without", 0, 1, 30 * MINUTE]]);
    expect(counters).toEqual([
      { key: 'A|{"x":1}', where: { x: 1 }, keep: 0 },
      { key: 'B|{"y":2}', where: { y: 2 }, keep: 0 },
    ]);
    expect(events).toEqual({ A: [0], B: [1] });
  });

  test("of a sequence to a counter of the second step, after that of the first", () => {
    const { clauses, counters, events } = compileAll(
      sequence({ event: "A", where: { x: 1 } }, { event: "B", within: "7d" }, { count: { $gte: 2 }, within: "1y" }),
      sequence({ event: "A" }, { event: "A", within: "2mo" }, { last: { $lt: "1d" } }),
    );
    expect(clauses).toEqual([
      ["count", 1, { $gte: 2 }, ["in", [12]]],
      ["last", 3, { $lt: DAY }],
    ]);
    expect(counters).toEqual([
      { key: 'A|{"x":1}', where: { x: 1 }, keep: 0 },
      { key: 'B|after 604800000 "A|{\\"x\\":1}"', after: [0, 7 * DAY], keep: 3 },
      { key: "A", keep: 0 },
      { key: 'A|after 2mo "A"', after: [2, [2]], keep: 0 },
    ]);
    expect(events).toEqual({ A: [0, 2, 3], B: [1] });
  });

  test("whose names are of nothing is a bug", () => {
    expect(() => compileAll({ segment: "third" })).toThrow(new TypeError('there is no "third"'));
    expect(() => compileAll({ affinity: "x", of: "y", top: 1 })).toThrow(new TypeError('there is no "x"'));
    expect(() => compileAll({ event: "A", within: "soon" })).toThrow(new TypeError('"soon" is not a duration'));
  });
});

describe("counters", () => {
  const keys = (...sources: ClauseSource[]) => compileAll(...sources).counters.map(({ key }) => key);

  test("are shared by clauses that count the same events", () => {
    const { clauses, counters } = compileAll(
      { event: "A" },
      { event: "A", where: {}, last: { $lt: "1d" } },
      { event: "B", without: { event: "A", within: "1d" } },
      { event: ["A"], within: { days: 3 } },
    );
    expect(counters.map(({ key }) => key)).toEqual(["A", "B"]);
    expect(clauses.map(([, index]) => index)).toEqual([0, 0, 1, 0]);
  });

  test("of several events are one, whatever their order", () => {
    const { counters, events } = compileAll({ event: ["B", "A", "B"] }, { event: ["A", "B"], first: { $gt: "1d" } });
    expect(counters).toEqual([{ key: '["A","B"]', keep: 0 }]);
    expect(events).toEqual({ A: [0], B: [0] });
  });

  test("say in their key all that narrows them", () => {
    expect(
      keys(
        { event: "A", where: { x: 1 }, between: ["2026-12-01", "2026-12-24"] },
        { event: "A", sum: { "cart.total": { $gt: 1 } } },
        { event: "A", distinct: { "cart.total": { $gt: 1 } } },
        { event: ["A", "B"], where: { x: 1 } },
      ),
    ).toEqual([
      'A|{"x":1}|on 2026-12-01/2026-12-24',
      'A|sum "cart.total"',
      'A|distinct "cart.total"',
      '["A","B"]|{"x":1}',
    ]);
  });

  test.each<[a: ClauseSource, b: ClauseSource]>([
    [{ event: "A", where: { x: 1 } }, { event: 'A|{"x":1}' }],
    [{ event: ["A", "B"] }, { event: '["A","B"]' }],
    [{ event: '"A"' }, { event: "A" }],
    [{ event: "A|B" }, { event: '"A|B"' }],
    [{ event: "A", sum: { x: { $gt: 1 } } }, { event: 'A|sum "x"' }],
    [{ event: "A", between: ["2026-12-01", "2026-12-24"] }, { event: "A" }],
    [
      { event: "A", between: ["2026-12-01", "2026-12-24"] },
      { event: "A", between: ["2026-12-01", "2026-12-23"] },
    ],
    [sequence({ event: "A" }, { event: "B", within: "1d" }), { event: "B" }],
  ])("are not shared between %j and %j", (a, b) => {
    const { clauses } = compileAll(a, b);
    expect(clauses[0]?.[1]).not.toBe(clauses[1]?.[1]);
  });

  test.each<[a: Condition, b: Condition]>([
    [{ x: 1 }, { x: "1" }],
    [{ x: null }, { x: "null" }],
    [{ x: ["a", "b"] }, { x: ["b", "a"] }],
    [{ x: ["a,b"] }, { x: ["a", "b"] }],
    [{ x: [] }, { x: {} }],
    [{ x: 1 }, { y: 1 }],
    [{ 'a":1,"b': 1 }, { a: 1, b: 1 }],
  ])("are not shared between conditions %j and %j", (a, b) => {
    expect(keys({ event: "A", where: a }, { event: "A", where: b })).toHaveLength(2);
  });

  test.each<[keep: number[], ...sources: ClauseSource[]]>([
    [[0], { event: "A", count: { $gte: 3 } }],
    [[2], { event: "A", within: "1d" }],
    [[4], { event: "A", count: { $gte: 3 }, within: "1d" }],
    [[4], { event: "A", count: { $gte: 3 }, session: true }],
    [[4], { event: "A", count: { $gte: 3 }, within: { days: 2 } }],
    [[8], { event: "A", count: { $gte: 2, $lt: 7 }, within: "1d" }],
    [[1], { event: "A", count: { $eq: 0 }, within: "1d" }],
    [[64], { event: "A", between: ["1d", "2d"] }],
    [[0], { event: "A", sum: { x: { $gte: 500 } } }],
    [[64], { event: "A", sum: { x: { $gte: 500 } }, within: "1d" }],
    [[64], { event: "A", sum: { x: { $gte: 500 } }, session: true }],
    [[6], { event: "A", distinct: { x: { $gt: 5 } } }],
    [[6], { event: "A", distinct: { x: { $gt: 5 } }, within: "1d" }],
    [[6], { event: "A", count: { $gt: 5 }, within: "1h" }, { event: "A", within: "2h" }, { event: "A" }],
    [[6], { event: "A" }, { event: "A", within: "2h" }, { event: "A", count: { $gt: 5 }, within: "1h" }],
    [[0, 6], { event: "A" }, { event: "A", distinct: { x: { $gt: 5 } } }],
  ])("keep %j: as many as suffice", (keep, ...sources) => {
    expect(compileAll(...sources).counters.map((counter) => counter.keep)).toEqual(keep);
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

  test("have other keys for other names, whatever the names are", () => {
    const name = fc.oneof(fc.constantFrom("A", '"A"', '["A"]', '["A","B"]', "A|B", 'A|sum "x"', "[", "|"), fc.string());
    const list = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const same = JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
        expect(keys({ event: a }, { event: b })).toHaveLength(same ? 1 : 2);
      }),
    );
  });
});
