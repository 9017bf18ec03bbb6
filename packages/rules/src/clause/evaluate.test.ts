import { describe, expect, test } from "vitest";
import { counted, evaluate, type Given, held, not } from "../../test/fixtures/evaluate.ts";
import { ago, context, counter, DAY, ghostOf, MINUTE, NEVER, NOW, planOf } from "../../test/fixtures/plan.ts";
import type { Ghost } from "../ghost/ghost.ts";
import { readingOf } from "../life/look.ts";
import type { Clause, Comparison } from "../plan.ts";
import { evaluateClause } from "./evaluate.ts";
import type { Outcome } from "./outcome.ts";

describe("an age", () => {
  test.each<[operator: keyof Comparison, younger: boolean, equal: boolean, older: boolean]>([
    ["$gt", false, false, true],
    ["$gte", false, true, true],
    ["$lt", true, false, false],
    ["$lte", true, true, false],
    ["$eq", false, true, false],
    ["$ne", true, false, true],
  ])("%s a span", (operator, younger, equal, older) => {
    const holds = (age: number): boolean => counted(["last", 0, { [operator]: 100 }], ago([age])).held;
    expect([holds(99), holds(100), holds(101)]).toEqual([younger, equal, older]);
  });

  test.each<[comparison: Comparison, age: number, flip: number]>([
    [{ $gte: 100 }, 40, NOW + 60],
    [{ $gt: 100 }, 40, NOW + 61],
    [{ $gt: 100 }, 100, NOW + 1],
    [{ $lte: 100 }, 100, NOW + 1],
    [{ $lt: 100 }, 40, NOW + 60],
    [{ $gte: 100 }, 100, NEVER],
    [{ $gt: 50, $lte: 100 }, 40, NOW + 11],
    [{ $gt: 50, $lte: 100 }, 60, NOW + 41],
    [{ $gt: 50, $lte: 100 }, 101, NEVER],
    [{ $eq: 100 }, 40, NOW + 60],
    [{ $eq: 100 }, 100, NOW + 1],
  ])("%j changes from age %i at the very ms", (comparison, age, flip) => {
    expect(counted(["last", 0, comparison], ago([age])).flip).toBe(flip);
  });

  test("is of the first or of the last", () => {
    const tally = ago([300, 20]);
    expect(counted(["first", 0, { $gt: 100 }], tally)).toEqual({ ...held(), actual: 300 });
    expect(counted(["last", 0, { $gt: 100 }], tally)).toEqual({ ...not(NOW + 81), actual: 20 });
  });

  test("in months goes by the calendar", () => {
    const born = { ...ago([0]), last: Date.UTC(2026, 0, 31, 12) };
    expect(counted(["last", 0, { $gte: [5] }], born).flip).toBe(Date.UTC(2026, 6, 1));
    expect(counted(["last", 0, { $gte: [4] }], born)).toMatchObject(held());
  });

  test("of what never came satisfies nothing", () => {
    for (const operator of ["$gt", "$lte", "$ne"] as const) {
      expect(counted(["first", 0, { [operator]: 1 }])).toEqual(not());
    }
  });
});

describe("an absence", () => {
  const clause: Clause = ["without", 0, 1, 100];
  test("is due so long after the last one came", () => {
    expect(counted(clause, ago([300, 40]))).toMatchObject(not(NOW + 60));
    expect(counted(clause, ago([100]))).toMatchObject(held());
  });
  test("ends with what was waited for, also at the same instant", () => {
    expect(counted(clause, ago([300]), ago([200]))).toMatchObject(not());
    expect(counted(clause, ago([300]), ago([300]))).toMatchObject(not());
    expect(counted(clause, ago([300]), ago([301]))).toMatchObject(held());
  });
  test("is none where nothing came", () => {
    expect(counted(clause)).toMatchObject(not());
    expect(counted(clause, undefined, ago([5]))).toMatchObject(not());
  });
});

describe("a silence", () => {
  const clause: Clause = ["silent", { $gte: 60 * DAY }];
  const silent = (session: Partial<Ghost["session"]>, idle: number): Outcome =>
    evaluate(clause, { ghost: { session: { n: 2, start: NOW, awake: false, ...session }, seen: NOW - idle } });

  test("grows from the last event on", () => {
    expect(silent({}, 59 * DAY)).toEqual({ ...not(NOW + DAY), actual: 59 * DAY });
    expect(silent({}, 60 * DAY)).toEqual({ ...held(), actual: 60 * DAY });
  });
  test("holds through the visit that follows it, as long as it was when that began", () => {
    const start = NOW - 5 * MINUTE;
    const before = { start, before: start - 60 * DAY };
    expect(silent(before, MINUTE)).toEqual({ ...held(NOW + 29 * MINUTE), actual: 60 * DAY });
    expect(silent({ ...before, before: before.before + 1 }, MINUTE).held).toBe(false);
  });
  test("ends with what wakes", () => {
    expect(silent({ start: NOW - MINUTE, before: NOW - 90 * DAY, awake: true }, MINUTE)).toEqual({
      ...not(NOW + 60 * DAY - MINUTE),
      actual: MINUTE,
    });
  });
  test("is none in a first visit, nor where nothing ever came", () => {
    expect(silent({ n: 1 }, MINUTE)).toEqual(not(NOW + 29 * MINUTE));
    expect(silent({ n: 0 }, 90 * DAY)).toMatchObject(not());
  });
});

describe("joints", () => {
  const yes: Clause = ["last", 0, { $gte: 50 }];
  const no: Clause = ["last", 0, { $gte: 200 }];
  const tally = ago([100]);
  test.each<[clause: Clause, expected: { held: boolean; flip: number }]>([
    [["all", [yes, yes]], held()],
    [["all", [yes, no]], not(NOW + 100)],
    [["any", [no, yes]], held(NOW + 100)],
    [["any", [no, no]], not(NOW + 100)],
    [["all", []], held()],
    [["any", []], not()],
    [["not", no], held(NOW + 100)],
    [["not", yes], not()],
  ])("%j", (clause, expected) => {
    expect(counted(clause, tally)).toEqual(expected);
  });
});

describe("what is read beside events", () => {
  test("segments and stages, as they were found", () => {
    const outcomes = [not(), not(), held(NOW + 7)];
    expect(evaluate(["segment", 0], { outcomes })).toEqual(held(NOW + 7));
    expect(evaluate(["segment", 1], { outcomes })).toEqual(not());
    expect(evaluate(["stage", "lead"], { ghost: { stage: ["lead", 0] } })).toEqual(held());
    expect(evaluate(["stage", "new"], { ghost: { stage: ["lead", 0] } })).toEqual(not());
  });

  test("facts of the ghost and of the page", () => {
    const given: Given = { tallies: [ago([1, 2])], context: { facts: { device: "mobile" } } };
    expect(evaluate(["fact", { as: { $gte: 2 }, device: "mobile", sessions: 1 }], given)).toMatchObject(held());
    expect(evaluate(["fact", { as: 3 }], given)).toMatchObject(not());
  });

  test("consent and channels", () => {
    const given: Given = { context: { purposes: ["analytics"], channels: ["email", "sms"], preferred: "sms" } };
    const holds = (clause: Clause): boolean => evaluate(clause, given).held;
    expect([holds(["consent", "analytics"]), holds(["consent", "marketing"])]).toEqual([true, false]);
    expect([holds(["channel", "email"]), holds(["channel", "push"])]).toEqual([true, false]);
    expect([holds(["channel", "email", 1]), holds(["channel", "sms", 1])]).toEqual([false, true]);
  });
});

describe("an affinity", () => {
  const scores = { shoes: 2 ** 10 * 6, hats: 2 ** 10 * 2 };
  const like = (clause: Clause, category = scores): Outcome =>
    evaluate(clause, { ghost: { affinities: { category } } });

  test("has a share that time does not change", () => {
    expect(like(["share", 0, "shoes", { $gte: 0.75 }])).toEqual({ ...held(), actual: 0.75 });
    expect(like(["share", 0, "socks", { $gt: 0 }])).toEqual({ ...not(), actual: 0 });
  });
  test("is lifted against what all visitors like; where that is not known, nothing is", () => {
    expect(like(["lift", 0, "shoes", { $gte: 3 }])).toEqual({ ...held(), actual: 3 });
    expect(like(["lift", 0, "hats", { $gte: 0 }]).held).toBe(false);
  });
  test("has a rank", () => {
    expect(like(["top", 0, "shoes", 1]).held).toBe(true);
    expect(like(["top", 0, "hats", 1]).held).toBe(false);
    expect(like(["top", 0, "hats", 2]).held).toBe(true);
    expect(like(["top", 0, "socks", 9]).held).toBe(false);
    expect(like(["top", 0, "hats", 1], { shoes: 5, hats: 5 }).held).toBe(true);
  });
  test("has a score that halves, and tells when it falls below a bound", () => {
    const { held: holds, flip, actual } = like(["score", 0, "shoes", { $gt: 3 }]);
    expect([holds, actual]).toEqual([true, 6]);
    expect(Math.abs(flip - (NOW + 10 * DAY))).toBeLessThan(3);
    expect(like(["score", 0, "socks", { $gt: 3 }])).toMatchObject(not());
  });
  test("that the plan does not know is none", () => {
    expect(like(["share", 7, "shoes", { $gte: 0 }])).toMatchObject(not());
  });
});

test("a counter's key may be any text", () => {
  const odd = planOf({ counters: [counter("__proto__")] });
  const reading = readingOf(odd, { ghost: ghostOf(), outcomes: [] }, NOW, context());
  expect(evaluateClause(["count", 0, { $gte: 1 }], reading).held).toBe(false);
});
