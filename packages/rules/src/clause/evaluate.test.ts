import { describe, expect, test } from "vitest";
import type { Tally } from "../ghost/ghost.ts";
import type { Clause, Comparison } from "../plan.ts";
import { evaluateClause, type Outcome, type Reading } from "./evaluate.ts";

const NOW = 1_000_000;
const NEVER = Number.POSITIVE_INFINITY;
const held = (flip = NEVER): Outcome => ({ held: true, flip });
const not = (flip = NEVER): Outcome => ({ held: false, flip });

/** A tally of events so many ms ago, all kept. */
function ago(...ages: number[]): Tally {
  const at = ages.map((age) => NOW - age).sort((a, b) => a - b);
  return { n: at.length, first: Math.min(...at), last: Math.max(...at), at };
}

function evaluate(clause: Clause, ...tallies: (Tally | undefined)[]): Outcome {
  const reading: Reading = {
    now: NOW,
    tally: (counter) => tallies[counter],
    segment: (index) => [held(NOW + 7), not()][index] ?? not(),
    stage: (name) => (name === "lead" ? held() : not()),
  };
  return evaluateClause(clause, reading);
}

describe("a count", () => {
  test.each<[comparison: Comparison, counts: number[]]>([
    [{ $eq: 2 }, [2]],
    [{ $ne: 2 }, [0, 1, 3, 4]],
    [{ $gt: 2 }, [3, 4]],
    [{ $gte: 2 }, [2, 3, 4]],
    [{ $lt: 2 }, [0, 1]],
    [{ $lte: 2 }, [0, 1, 2]],
    [{ $gt: 0, $lt: 3 }, [1, 2]],
    [{ $gte: 1, $ne: 2, $lte: 3 }, [1, 3]],
    [{ $eq: 0 }, [0]],
    [{}, [0, 1, 2, 3, 4]],
  ])("that is %j holds for %j of 0 to 4", (comparison, counts) => {
    const all = [0, 1, 2, 3, 4].map((n) => (n ? ago(...Array(n).fill(10)) : undefined));
    expect(all.flatMap((tally, n) => (evaluate(["count", 0, comparison], tally).held ? [n] : []))).toEqual(counts);
    const inWindow = all.flatMap((tally, n) => (evaluate(["count", 0, comparison, 11], tally).held ? [n] : []));
    expect(inWindow).toEqual(counts);
  });

  test("over all time never changes by itself", () => {
    expect(evaluate(["count", 0, { $gte: 1 }], ago(5))).toEqual(held());
    expect(evaluate(["count", 0, { $gte: 1 }])).toEqual(not());
  });

  test("in a window leaves out what is as old as the window", () => {
    expect(evaluate(["count", 0, { $eq: 1 }, 100], ago(99, 100, 101)).held).toBe(true);
  });

  test("in a window may change when the oldest in it leaves", () => {
    expect(evaluate(["count", 0, { $gte: 1 }, 100], ago(250, 60, 20))).toEqual(held(NOW + 40));
    expect(evaluate(["count", 0, { $gte: 1 }, 100], ago(250))).toEqual(not());
    expect(evaluate(["count", 0, { $gte: 1 }, 100])).toEqual(not());
  });

  test("in a window takes in what a clock ahead of ours has dated later", () => {
    expect(evaluate(["count", 0, { $gte: 1 }, 100], ago(-50))).toEqual(held(NOW + 150));
  });
});

describe("an age", () => {
  test.each<[comparison: Comparison, ages: number[]]>([
    [{ $eq: 20 }, [20]],
    [{ $ne: 20 }, [10, 19, 21]],
    [{ $gt: 20 }, [21]],
    [{ $gte: 20 }, [20, 21]],
    [{ $lt: 20 }, [10, 19]],
    [{ $lte: 20 }, [10, 19, 20]],
    [{ $gt: 10, $lte: 20 }, [19, 20]],
  ])("that is %j holds for %j of 10, 19, 20 and 21", (comparison, ages) => {
    const matching = [10, 19, 20, 21].filter((age) => evaluate(["last", 0, comparison], ago(500, age)).held);
    expect(matching).toEqual(ages);
    expect([10, 19, 20, 21].filter((age) => evaluate(["first", 0, comparison], ago(age, 5)).held)).toEqual(ages);
  });

  test.each<[comparison: Comparison, age: number, flip: number]>([
    [{ $gte: 30 }, 10, NOW + 20],
    [{ $gt: 30 }, 10, NOW + 21],
    [{ $lt: 30 }, 10, NOW + 20],
    [{ $lte: 30 }, 10, NOW + 21],
    [{ $lte: 30 }, 30, NOW + 1],
    [{ $eq: 30 }, 10, NOW + 20],
    [{ $eq: 30 }, 30, NOW + 1],
    [{ $ne: 30 }, 30, NOW + 1],
    [{ $gte: 30 }, 31, NEVER],
    [{ $gt: 30 }, 32, NEVER],
    [{ $gt: 20, $lte: 90 }, 10, NOW + 11],
    [{ $gt: 20, $lte: 90 }, 50, NOW + 41],
  ])("that is %j, at %i, may change at %i", (comparison, age, flip) => {
    expect(evaluate(["last", 0, comparison], ago(age)).flip).toBe(flip);
  });

  test("of an event that never came holds for no comparison", () => {
    for (const kind of ["first", "last"] as const) {
      expect(evaluate([kind, 0, { $ne: 1 }])).toEqual(not());
      expect(evaluate([kind, 0, {}])).toEqual(not());
    }
  });
});

describe("what stays out", () => {
  const clause: Clause = ["without", 0, 1, 100];
  test.each<[about: string, came: Tally | undefined, since: Tally | undefined, outcome: Outcome]>([
    ["nothing came", undefined, undefined, not()],
    ["only the other came", undefined, ago(5), not()],
    ["it came just now", ago(0), undefined, not(NOW + 100)],
    ["it came, and the time is almost over", ago(99), undefined, not(NOW + 1)],
    ["it came, and the time is over", ago(100), undefined, held()],
    ["it came, and the other after it", ago(200), ago(150), not()],
    ["both came in the same moment", ago(200), ago(200), not()],
    ["the other came before it only", ago(200), ago(201), held()],
    ["it came again after the other", ago(200, 120), ago(150), held()],
    ["it came again, and the time runs anew", ago(200, 30), ago(150), not(NOW + 70)],
  ])("%s", (_, came, since, outcome) => {
    expect(evaluate(clause, came, since)).toEqual(outcome);
  });
});

describe("joined clauses", () => {
  const yes: Clause = ["last", 0, { $lt: 50 }];
  const no: Clause = ["last", 0, { $gte: 30 }];
  const tally = ago(10);

  test.each<[clause: Clause, outcome: Outcome]>([
    [["all", []], held()],
    [["any", []], not()],
    [["all", [yes, yes]], held(NOW + 40)],
    [["all", [yes, no]], not(NOW + 20)],
    [["all", [no, yes]], not(NOW + 20)],
    [["any", [yes, no]], held(NOW + 20)],
    [["any", [no, yes]], held(NOW + 20)],
    [["any", [no, no]], not(NOW + 20)],
    [["not", yes], not(NOW + 40)],
    [["not", ["not", yes]], held(NOW + 40)],
    [
      [
        "all",
        [
          ["any", [no, yes]],
          ["not", no],
        ],
      ],
      held(NOW + 20),
    ],
  ])("%j", (clause, outcome) => {
    expect(evaluate(clause, tally)).toEqual(outcome);
  });

  test("read segments and the stage", () => {
    expect(evaluate(["segment", 0])).toEqual(held(NOW + 7));
    expect(evaluate(["segment", 1])).toEqual(not());
    expect(evaluate(["stage", "lead"])).toEqual(held());
    expect(
      evaluate([
        "all",
        [
          ["segment", 0],
          ["not", ["stage", "new"]],
        ],
      ]),
    ).toEqual(held(NOW + 7));
  });
});
