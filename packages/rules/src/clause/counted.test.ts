import { describe, expect, test } from "vitest";
import { counted, evaluate, type Given, held, not } from "../../test/fixtures/evaluate.ts";
import { ago, HOUR, MINUTE, NOW } from "../../test/fixtures/plan.ts";
import type { Tally } from "../ghost/ghost.ts";
import type { Clause, Comparison } from "../plan.ts";

const times = (n: number): Tally | undefined => (n ? ago(Array<number>(n).fill(10)) : undefined);

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
    const holds = (clause: Clause): number[] => [0, 1, 2, 3, 4].filter((n) => counted(clause, times(n)).held);
    expect(holds(["count", 0, comparison])).toEqual(counts);
    expect(holds(["count", 0, comparison, ["in", 11]])).toEqual(counts);
  });

  test("over all time never changes by itself, and knows more than is kept", () => {
    expect(counted(["count", 0, { $gte: 1 }], ago([5]))).toEqual({ ...held(), actual: 1 });
    expect(counted(["count", 0, { $gte: 1 }])).toEqual({ ...not(), actual: 0 });
    expect(counted(["count", 0, { $gte: 9 }], { ...ago([5]), n: 9 })).toEqual({ ...held(), actual: 9 });
  });

  test("is of its own counter", () => {
    expect(counted(["count", 1, { $gte: 1 }], ago([5])).held).toBe(false);
    expect(counted(["count", 1, { $gte: 1 }], undefined, ago([5])).held).toBe(true);
    expect(counted(["count", 9, { $gte: 1 }], ago([5])).held).toBe(false);
  });

  test("in a window leaves out what is as old as the window", () => {
    expect(counted(["count", 0, { $eq: 1 }, ["in", 100]], ago([101, 100, 99])).held).toBe(true);
  });

  test("tells when it will come out otherwise, and not sooner", () => {
    const three = ago([90, 60, 20]);
    expect(counted(["count", 0, { $gte: 3 }, ["in", 100]], three)).toEqual({ ...held(NOW + 10), actual: 3 });
    expect(counted(["count", 0, { $gte: 2 }, ["in", 100]], three)).toEqual({ ...held(NOW + 40), actual: 3 });
    expect(counted(["count", 0, { $gte: 1 }, ["in", 100]], three)).toEqual({ ...held(NOW + 80), actual: 3 });
    expect(counted(["count", 0, { $lt: 1 }, ["in", 100]], three)).toEqual({ ...not(NOW + 80), actual: 3 });
    expect(counted(["count", 0, { $eq: 2 }, ["in", 100]], three)).toEqual({ ...not(NOW + 10), actual: 3 });
    expect(counted(["count", 0, { $gte: 4 }, ["in", 100]], three)).toEqual({ ...not(), actual: 3 });
  });

  test("that loses several at one instant is looked at after the last of them", () => {
    const clause: Clause = ["count", 0, { $ne: 1 }, ["in", 100]];
    expect(counted(clause, ago([60, 60]))).toEqual({ ...held(), actual: 2 });
    expect(counted(clause, ago([60, 60, 10]))).toEqual({ ...held(NOW + 40), actual: 3 });
  });

  test("between two ages counts what is old enough and not too old", () => {
    const clause: Clause = ["count", 0, { $gte: 1 }, ["from", 50, 100]];
    expect(counted(clause, ago([49])).held).toBe(false);
    expect(counted(clause, ago([49])).flip).toBe(NOW + 1);
    expect(counted(clause, ago([50]))).toEqual({ ...held(NOW + 50), actual: 1 });
    expect(counted(clause, ago([99]))).toEqual({ ...held(NOW + 1), actual: 1 });
    expect(counted(clause, ago([100]))).toEqual({ ...not(), actual: 0 });
  });

  test("between two ages sees what becomes old enough before the others go", () => {
    const clause: Clause = ["count", 0, { $gte: 2 }, ["from", 50, 100]];
    expect(counted(clause, ago([49, 10]))).toEqual({ ...not(NOW + 40), actual: 0 });
  });

  test("of calendar days counts from the first one's midnight", () => {
    const clause: Clause = ["count", 0, { $gte: 1 }, ["days", 2]];
    expect(counted(clause, ago([36 * HOUR])).held).toBe(true);
    expect(counted(clause, ago([36 * HOUR])).flip).toBe(NOW + 12 * HOUR);
    expect(counted(clause, ago([36 * HOUR + 1])).held).toBe(false);
  });

  test("of a session counts from its start until half an hour after the last event", () => {
    const clause: Clause = ["count", 0, { $gte: 1 }, ["session"]];
    const session = { n: 2, start: NOW - 10 * MINUTE, awake: false };
    const given = (age: number, idle: number): Given => ({
      tallies: [ago([age])],
      ghost: { session, seen: NOW - idle },
    });
    expect(evaluate(clause, given(10 * MINUTE, 5 * MINUTE))).toEqual({ ...held(NOW + 25 * MINUTE), actual: 1 });
    expect(evaluate(clause, given(10 * MINUTE + 1, 5 * MINUTE))).toEqual({ ...not(), actual: 0 });
    expect(evaluate(clause, given(0, 30 * MINUTE)).held).toBe(false);
  });

  test("of what lies ahead, after a clock was set back, begins when it is due", () => {
    expect(counted(["count", 0, { $gte: 1 }, ["in", 100]], ago([-7]))).toEqual({ ...not(NOW + 7), actual: 0 });
  });
});

describe("a sum", () => {
  test("of all time is what was ever added", () => {
    expect(counted(["sum", 0, { $gte: 30 }], { ...ago([5]), value: 30 })).toEqual({ ...held(), actual: 30 });
    expect(counted(["sum", 0, { $gt: 0 }])).toEqual({ ...not(), actual: 0 });
  });

  test("in a window is that of the amounts in it, and may change when the next of them leaves", () => {
    const tally = ago([150, 90, 20], [1000, 10, 5]);
    expect(counted(["sum", 0, { $gte: 15 }, ["in", 100]], tally)).toEqual({ ...held(NOW + 10), actual: 15 });
    expect(counted(["sum", 0, { $gte: 1 }, ["in", 100]], tally)).toEqual({ ...held(NOW + 10), actual: 15 });
    expect(counted(["sum", 0, { $lt: 15 }, ["in", 100]], tally)).toEqual({ ...not(NOW + 10), actual: 15 });
    expect(counted(["sum", 0, { $gte: 1 }, ["in", 100]], ago([150], [9]))).toEqual({ ...not(), actual: 0 });
  });
});

test("distinct values are counted one by one, each where it came last", () => {
  const tally = ago([90, 20], ["x", "y"]);
  expect(counted(["distinct", 0, { $gte: 2 }], tally)).toEqual({ ...held(), actual: 2 });
  expect(counted(["distinct", 0, { $gte: 2 }, ["in", 100]], tally)).toEqual({ ...held(NOW + 10), actual: 2 });
});
