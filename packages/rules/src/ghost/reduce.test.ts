import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CounterPlan, Plan } from "../plan.ts";
import { createGhost, type Ghost, RECENT } from "./ghost.ts";
import { PAGE_VIEWED, reduceGhost, type Signal } from "./reduce.ts";

const NOW = Date.UTC(2026, 0, 1);
const planOf = (...counters: CounterPlan[]): Plan => ({ counters, stages: [], segments: [], audiences: [] });
const counter = (event: string, keep = 0): CounterPlan => ({ key: event, event, keep });
const signal = (id: string, at = NOW, name = "A", properties = {}): Signal => ({ id, name, at, properties });
const fold = (plan: Plan, signals: readonly Signal[], ghost = createGhost(NOW)): Ghost =>
  signals.reduce((one, next) => reduceGhost(one, next, plan), ghost);

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

describe("an event", () => {
  test("is counted where the plan names it", () => {
    const ghost = fold(planOf(counter("A", 2), counter("B")), [signal("1", NOW + 5), signal("2", NOW + 7, "C")]);
    expect(ghost).toEqual({
      v: 1,
      born: NOW,
      seen: NOW + 7,
      tallies: { A: { n: 1, first: NOW + 5, last: NOW + 5, at: [NOW + 5] } },
      recent: ["1", "2"],
    });
  });

  test("is counted by every counter whose condition it meets", () => {
    const where = { price: { $gte: 10 } };
    const plan = planOf(
      counter("A"),
      { key: "dear", event: "A", where, keep: 0 },
      { key: "b", event: "B", where, keep: 0 },
    );
    const { tallies } = fold(plan, [signal("1", NOW, "A", { price: 9 }), signal("2", NOW, "A", { price: 10 })]);
    expect(Object.entries(tallies).map(([key, { n }]) => [key, n])).toEqual([
      ["A", 2],
      ["dear", 1],
    ]);
  });

  test("that is a page call is named Page Viewed", () => {
    expect(fold(planOf(counter("Page Viewed")), [signal("1", NOW, PAGE_VIEWED)]).tallies["Page Viewed"]?.n).toBe(1);
  });

  test("with the name of something inherited counts like any other", () => {
    for (const name of ["constructor", "toString", "__proto__"]) {
      const plan = planOf(counter(name, 2));
      const untouched = fold(plan, [signal("1")]);
      expect(Object.keys(untouched.tallies)).toEqual([]);
      const ghost = structuredClone(fold(plan, [signal("2", NOW, name), signal("3", NOW + 1, name)], untouched));
      expect(Object.entries(ghost.tallies)).toEqual([[name, { n: 2, first: NOW, last: NOW + 1, at: [NOW, NOW + 1] }]]);
    }
  });
});

describe("the same id", () => {
  test("counts once", () => {
    const plan = planOf(counter("A", 3));
    const once = fold(plan, [signal("1")]);
    expect(reduceGhost(once, signal("1", NOW + 9, "A"), plan)).toBe(once);
  });

  test("counts once as long as it is among the latest 64", () => {
    const plan = planOf(counter("A"));
    const ids = Array.from({ length: RECENT }, (_, at) => signal(String(at)));
    const ghost = fold(plan, ids);
    expect(ghost.recent).toEqual(ids.map(({ id }) => id));
    expect(fold(plan, ids, ghost)).toBe(ghost);
    const next = fold(plan, [signal("next")], ghost);
    expect(next.recent).toHaveLength(RECENT);
    expect([next.recent[0], next.recent.at(-1)]).toEqual(["1", "next"]);
    expect(fold(plan, [signal("0")], next).tallies.A?.n).toBe(RECENT + 2);
  });

  test("counts once however often and wherever it is repeated among the latest", () => {
    const ids = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 120 });
    fc.assert(
      fc.property(ids, (sent) => {
        const plan = planOf(counter("A", 50));
        const signals = sent.map((id) => signal(String(id), NOW + id));
        const unique = [...new Set(sent)].map((id) => signal(String(id), NOW + id));
        expect(fold(plan, signals)).toEqual(fold(plan, unique));
      }),
    );
  });
});

describe("a late event", () => {
  const plan = planOf(counter("A", 3));

  test("falls into its place", () => {
    const ghost = fold(plan, [signal("1", NOW + 10), signal("2", NOW + 30), signal("late", NOW + 20)]);
    expect(ghost.tallies.A).toEqual({ n: 3, first: NOW + 10, last: NOW + 30, at: [NOW + 10, NOW + 20, NOW + 30] });
    expect(ghost.seen).toBe(NOW + 30);
  });

  test("may be the first of all", () => {
    const ghost = fold(plan, [signal("1", NOW), signal("late", NOW - 50)]);
    expect(ghost).toMatchObject({ born: NOW - 50, seen: NOW, tallies: { A: { first: NOW - 50, last: NOW } } });
  });

  test("that is older than all that are kept is counted, and its instant forgotten", () => {
    const four = [10, 20, 30, 5].map((offset) => signal(String(offset), NOW + offset));
    expect(fold(plan, four).tallies.A).toEqual({
      n: 4,
      first: NOW + 5,
      last: NOW + 30,
      at: [NOW + 10, NOW + 20, NOW + 30],
    });
  });

  test("comes to the same as one in time", () => {
    const instants = fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { maxLength: 20 });
    const orders = instants.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length })),
    );
    fc.assert(
      fc.property(orders, fc.integer({ min: 0, max: 6 }), ([one, other], keep) => {
        const [a, b] = [one, other].map((list) => {
          return fold(
            planOf(counter("A", keep)),
            list.map((at) => signal(String(at), NOW + at)),
          );
        });
        expect({ ...a, recent: [] }).toEqual({ ...b, recent: [] });
      }),
    );
  });
});

describe("a tally", () => {
  test.each([0, 1, 2, 5])("keeps at most %i instants, the latest", (keep) => {
    const signals = Array.from({ length: 9 }, (_, at) => signal(String(at), NOW + at));
    const { A } = fold(planOf(counter("A", keep)), signals).tallies;
    expect(A).toEqual({ n: 9, first: NOW, last: NOW + 8, at: keep ? signals.slice(-keep).map(({ at }) => at) : [] });
  });

  test("shrinks to what a changed plan keeps, at the next event", () => {
    const many = fold(
      planOf(counter("A", 5)),
      [1, 2, 3, 4].map((at) => signal(String(at), NOW + at)),
    );
    expect(fold(planOf(counter("A", 2)), [signal("5", NOW + 5)], many).tallies.A?.at).toEqual([NOW + 4, NOW + 5]);
    expect(fold(planOf(counter("A", 0)), [signal("5", NOW + 5)], many).tallies.A).toMatchObject({ n: 5, at: [] });
  });

  test("that no rule reads any more is dropped with the next event, and the others stay as they are", () => {
    const before = fold(planOf(counter("A", 2), counter("B", 2)), [signal("1"), signal("2", NOW, "B")]);
    const after = fold(planOf(counter("B", 2), counter("C", 2)), [signal("3", NOW + 1, "Z")], before);
    expect(Object.keys(after.tallies)).toEqual(["B"]);
    expect(after.tallies.B).toBe(before.tallies.B);
  });

  test("is bounded, however many events come", () => {
    const plan = planOf(counter("A", 4), counter("B", 2));
    const signals = Array.from({ length: 2_000 }, (_, at) =>
      signal(`id-${at}`, NOW + at, at % 3 ? "A" : `other ${at}`),
    );
    expect(JSON.stringify(fold(plan, signals)).length).toBeLessThan(1_000);
  });
});

test("a ghost, an event and a plan are read only", () => {
  const plan = freeze(planOf(counter("A", 2), counter("B", 2)));
  const first = freeze(fold(plan, [signal("1")]));
  const before = structuredClone(first);
  const second = freeze(reduceGhost(first, freeze(signal("2", NOW - 5)), plan));
  expect(second.tallies.A?.n).toBe(2);
  expect(first).toEqual(before);
});
