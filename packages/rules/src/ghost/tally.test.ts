import { describe, expect, test } from "vitest";
import type { Tally } from "./ghost.ts";
import { addToTally } from "./tally.ts";

type Counter = Parameters<typeof addToTally>[1];

/** The tally after events of these instants and amounts, one by one. */
function after(counter: Counter, events: readonly (readonly [at: number, v?: unknown])[]): Tally | undefined {
  return events.reduce<Tally | undefined>(
    (tally, [at, v]) => addToTally(tally, counter, { at, properties: { v } }),
    undefined,
  );
}

describe("a plain counter", () => {
  test("knows how many, the first and the last, and keeps the latest instants in order", () => {
    expect(after({ keep: 3 }, [[5], [9], [7], [1]])).toEqual({ n: 4, first: 1, last: 9, at: [5, 7, 9] });
  });
  test("keeps no instants where none are asked for", () => {
    expect(after({ keep: 0 }, [[5], [9]])).toEqual({ n: 2, first: 5, last: 9, at: [] });
  });
});

describe("a sum", () => {
  const sum = (keep: number): Counter => ({ of: ["sum", "v"], keep });
  test("adds all that were ever there", () => {
    expect(
      after(sum(0), [
        [1, 10],
        [2, "2.50"],
      ]),
    ).toEqual({ n: 2, first: 1, last: 2, at: [], value: 12.5 });
  });
  test("keeps each amount with its instant, late ones in their place", () => {
    expect(
      after(sum(4), [
        [5, 10],
        [9, 20],
        [7, 5],
      ]),
    ).toMatchObject({ at: [5, 7, 9], of: [10, 5, 20], value: 35 });
  });
  test("makes one of the two oldest where there are too many, and loses nothing", () => {
    expect(
      after(sum(2), [
        [1, 10],
        [2, 20],
        [3, 40],
        [4, 80],
      ]),
    ).toMatchObject({ n: 4, at: [3, 4], of: [70, 80], value: 150 });
  });
  test.each([undefined, null, "", " ", "abc", Number.NaN, Number.POSITIVE_INFINITY, true, {}, [3]])(
    "does not count %j, which is no amount",
    (v) => {
      expect(after(sum(4), [[1, v]])).toBeUndefined();
      const before = after(sum(4), [[1, 5]]);
      expect(addToTally(before, sum(4), { at: 2, properties: { v } })).toBe(before);
    },
  );
});

describe("distinct values", () => {
  const distinct: Counter = { of: ["distinct", "v"], keep: 3 };
  test("are kept once each, where they came last", () => {
    expect(
      after(distinct, [
        [1, "a"],
        [2, "b"],
        [3, "a"],
      ]),
    ).toMatchObject({ n: 3, at: [2, 3], of: ["b", "a"] });
  });
  test("stay where they are when an earlier one comes late", () => {
    expect(
      after(distinct, [
        [2, "b"],
        [5, "a"],
        [3, "a"],
      ]),
    ).toMatchObject({ at: [2, 5], of: ["b", "a"] });
  });
  test("go oldest first", () => {
    expect(
      after(distinct, [
        [1, "a"],
        [2, "b"],
        [3, "c"],
        [4, "d"],
      ]),
    ).toMatchObject({ at: [2, 3, 4], of: ["b", "c", "d"] });
  });
  test("are texts, cut, numbers, and yes or no", () => {
    const long = "x".repeat(80);
    expect(
      after(distinct, [
        [1, 1],
        [2, false],
        [3, long],
      ])?.of,
    ).toEqual([1, false, "x".repeat(64)]);
    expect(after(distinct, [[1, {}]])).toBeUndefined();
  });
});

describe.each([
  ["latest", "last"],
  ["first", "first"],
  ["max", 9],
  ["min", 2],
] as const)("the %s value", (measure, expected) => {
  test("is that one, in whichever order events come", () => {
    const of = [measure, "v"] as const;
    const values = typeof expected === "number" ? [5, 9, 2] : ["middle", "last", "first"];
    const events = [
      [2, values[0]],
      [3, values[1]],
      [1, values[2]],
    ] as const;
    for (const order of [events, [...events].reverse()]) {
      expect(after({ of, keep: 0 }, order)).toEqual({ n: 3, first: 1, last: 3, at: [], value: expected });
    }
  });
});

test("the latest of two at one instant is the one that came later", () => {
  expect(
    after({ of: ["latest", "v"], keep: 0 }, [
      [1, "a"],
      [1, "b"],
    ])?.value,
  ).toBe("b");
  expect(
    after({ of: ["first", "v"], keep: 0 }, [
      [1, "a"],
      [1, "b"],
    ])?.value,
  ).toBe("a");
});

test("the largest and the smallest are of amounts, also where a text says one", () => {
  for (const measure of ["max", "min"] as const) {
    const tally = after({ of: [measure, "v"], keep: 0 }, [
      [1, "9"],
      [2, "many"],
      [3, true],
    ]);
    expect(tally).toEqual({ n: 1, first: 1, last: 1, at: [], value: 9 });
  }
});

test("what came at one instant stays in the order in which it came", () => {
  const amounts = [
    [1, 10],
    [1, 20],
    [1, 40],
  ] as const;
  expect(after({ of: ["sum", "v"], keep: 3 }, amounts)?.of).toEqual([10, 20, 40]);
  expect(after({ of: ["sum", "v"], keep: 2 }, amounts)?.of).toEqual([30, 40]);
});

test("the oldest of distinct values stays where it is when it comes late once more", () => {
  const values = [
    [5, "x"],
    [6, "y"],
    [3, "x"],
  ] as const;
  expect(after({ of: ["distinct", "v"], keep: 3 }, values)).toMatchObject({ at: [5, 6], of: ["x", "y"] });
});
