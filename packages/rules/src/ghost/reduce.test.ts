import { describe, expect, test } from "vitest";
import { context, counter, DAY, HOUR, NOW, planOf } from "../../test/fixtures/plan.ts";
import type { Plan } from "../plan.ts";
import { createGhost, type Ghost } from "./ghost.ts";
import { reduceGhost } from "./reduce.ts";
import type { Signal } from "./signal.ts";

const made = { n: 0 };
/** An event so many ms after NOW. */
function event(name: string, after = 0, properties: Signal["properties"] = {}, parts: Partial<Signal> = {}): Signal {
  made.n++;
  return { id: `m${made.n}`, name, at: NOW + after, properties, ...parts };
}
const fold = (plan: Plan, events: readonly Signal[], from: Ghost = createGhost(NOW)): Ghost =>
  events.reduce((ghost, one) => reduceGhost(ghost, one, plan), from);
const n = (ghost: Ghost, key: string): number => ghost.tallies[key]?.n ?? 0;

describe("an event", () => {
  test("is counted by the counters that name it, and by no other", () => {
    const ghost = fold(planOf(), [event("A"), event("A", 5), event("B", 7), event("Z", 9)]);
    expect([n(ghost, "a"), n(ghost, "b"), n(ghost, "c")]).toEqual([2, 1, 0]);
    expect(ghost.seen).toBe(NOW + 9);
  });
  test("is not counted where its properties are others", () => {
    const plan = planOf({ counters: [counter("a", { where: { price: { $gte: 10 } } })] });
    expect(n(fold(plan, [event("A", 0, { price: 9 }), event("A", 1, { price: 10 })]), "a")).toBe(1);
  });
  test("of one id counts once", () => {
    const twice = event("A");
    const once = fold(planOf(), [twice]);
    expect(reduceGhost(once, twice, planOf())).toBe(once);
    expect(reduceGhost(once, { ...twice, at: NOW + DAY }, planOf())).toBe(once);
  });
  test("is known as long as it is among the latest 64", () => {
    const first = event("A");
    const rest = Array.from({ length: 63 }, (_, index) => event("B", index));
    expect(n(fold(planOf(), [first, ...rest, first]), "a")).toBe(1);
    expect(n(fold(planOf(), [first, ...rest, event("B", 70), first]), "a")).toBe(2);
  });
  test("of one order counts once under its name, whatever its id", () => {
    const [one, again, other] = [
      event("A", 0, { order_id: "7" }),
      event("A", 1, { order_id: "7" }),
      event("B", 2, { order_id: "7" }),
    ];
    const ghost = fold(planOf(), [one, again, other, event("A", 3, { order_id: 8 }), event("A", 4), event("A", 5)]);
    expect([n(ghost, "a"), n(ghost, "b")]).toEqual([4, 1]);
    expect(ghost.once).toHaveLength(3);
  });
  test("of an order is known as long as that is among the latest 32", () => {
    const order = (id: number) => event("A", id, { order_id: id });
    const rest = Array.from({ length: 31 }, (_, index) => order(index + 1));
    expect(n(fold(planOf(), [order(0), ...rest, order(0)]), "a")).toBe(32);
    expect(n(fold(planOf(), [order(0), ...rest, order(40), order(0)]), "a")).toBe(34);
  });
  test("at no time that a date can have is none", () => {
    const ghost = fold(planOf(), [event("A")]);
    for (const at of [Number.NaN, 8.64e15 + 1, -8.64e15 - 1]) {
      expect(reduceGhost(ghost, { ...event("A"), at }, planOf())).toBe(ghost);
    }
    expect(reduceGhost(ghost, { ...event("A"), at: 8.64e15 }, planOf()).seen).toBe(8.64e15);
  });
  test("of a name that every object has is nothing special", () => {
    expect(n(fold(planOf(), [event("constructor"), event("toString")]), "a")).toBe(0);
  });
});

test("nothing that was given is changed", () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  const plan = freeze(planOf());
  const ghost = freeze(fold(plan, [event("A")]));
  expect(() => reduceGhost(ghost, freeze(event("A", 5)), plan)).not.toThrow();
});

describe("calendar days", () => {
  const plan = planOf({ counters: [counter("a", { dates: ["2026-06-01", "2026-06-02"] })] });
  test("count from the first to the last, both included", () => {
    const ats = [-12 * HOUR - 1, -12 * HOUR, 36 * HOUR - 1, 36 * HOUR];
    expect(
      n(
        fold(
          plan,
          ats.map((after) => event("A", after)),
        ),
        "a",
      ),
    ).toBe(2);
  });
  test("are those of the visitor's zone", () => {
    const calendar = { startOfDay: () => 0, dateOf: () => "2026-06-02" };
    expect(n(reduceGhost(createGhost(NOW), event("A", -90 * DAY), plan, context({ calendar })), "a")).toBe(1);
  });
});

describe("what comes after something else", () => {
  const plan = planOf({ counters: [counter("a"), counter("b", { after: [0, 100] })] });
  test.each([
    [
      "soon enough",
      [
        ["A", 0],
        ["B", 100],
      ],
      1,
    ],
    [
      "too late",
      [
        ["A", 0],
        ["B", 101],
      ],
      0,
    ],
    [
      "before it",
      [
        ["B", 0],
        ["A", 5],
      ],
      0,
    ],
    ["nothing", [["B", 0]], 0],
    [
      "the latest of several",
      [
        ["A", 0],
        ["A", 90],
        ["B", 150],
      ],
      1,
    ],
    [
      "one of which more came since, when it is late itself",
      [
        ["A", 0],
        ["A", 500],
        ["B", 50],
      ],
      1,
    ],
    [
      "at the same instant",
      [
        ["A", 5],
        ["B", 5],
      ],
      1,
    ],
    [
      "too late, though one more came since",
      [
        ["A", 0],
        ["A", 200],
        ["B", 150],
      ],
      0,
    ],
    [
      "twice",
      [
        ["A", 0],
        ["B", 10],
        ["B", 20],
      ],
      2,
    ],
  ] as const)("%s", (_, events, expected) => {
    const ghost = fold(
      plan,
      events.map(([name, after]) => event(name, after)),
    );
    expect(n(ghost, "b")).toBe(expected);
  });
  test("itself counts from the second on", () => {
    const twice = planOf({ counters: [counter("a"), counter("b", { after: [0, 100] })], events: { A: [0, 1] } });
    expect(n(fold(twice, [event("A"), event("A", 50)]), "b")).toBe(1);
  });
});

describe("a session", () => {
  const plan = planOf({ wakes: ["C"] });
  const minutes = (count: number): number => count * 60_000;
  test("begins with the first event, and with each after half an hour", () => {
    const ghost = fold(plan, [event("A"), event("A", minutes(29)), event("A", minutes(59)), event("A", minutes(70))]);
    expect(ghost.session).toEqual({ n: 2, start: NOW + minutes(59), before: NOW + minutes(29), awake: false });
  });
  test("of the first event has none before it", () => {
    expect(fold(plan, [event("A")]).session).toEqual({ n: 1, start: NOW, awake: false });
  });
  test("wakes with what ends a silence, and stays awake until the next", () => {
    expect(fold(plan, [event("C"), event("A", 5)]).session.awake).toBe(true);
    expect(fold(plan, [event("A"), event("C", 5)]).session.awake).toBe(true);
    expect(fold(plan, [event("C"), event("A", minutes(31))]).session.awake).toBe(false);
  });
  test("does not begin with what comes late, which may still wake it", () => {
    const ghost = fold(plan, [event("A"), event("A", minutes(60))]);
    expect(reduceGhost(ghost, event("C", minutes(30)), plan).session).toEqual(ghost.session);
    expect(reduceGhost(ghost, event("C", minutes(60)), plan).session.awake).toBe(true);
    expect(reduceGhost(ghost, event("A", minutes(30)), plan).seen).toBe(ghost.seen);
  });
  test("is counted by the way it came, the events in it are not", () => {
    const touch = (way: string): Partial<Signal> => ({ touch: way });
    const ghost = fold(plan, [
      event("A", 0, {}, touch("email")),
      event("A", 5, {}, touch("search")),
      event("A", minutes(60), {}, touch("email")),
    ]);
    expect(ghost.touches).toEqual({ email: 2 });
  });
});

test("who says who they are is known from then on", () => {
  const [before, after] = [fold(planOf(), [event("A")]), fold(planOf(), [event("Identified"), event("A")])];
  expect([before.identified, after.identified]).toEqual([false, true]);
});

test("the first event of a ghost is seen at its own time, also before the ghost was made", () => {
  expect(fold(planOf(), [event("A", -500)]).seen).toBe(NOW - 500);
});

test("of a hostile page's events a ghost keeps some kB", () => {
  const plan = planOf({
    counters: [counter("a", { of: ["distinct", "v"], keep: 9 }), counter("b", { of: ["latest", "v"] }), counter("c")],
    affinities: [{ id: "v", path: "v", halfLife: DAY, weights: { A: 1, B: 2 }, baseline: {}, keep: 24 }],
  });
  const huge = (index: number): string => `${index}${"x".repeat(100_000)}`;
  const events = Array.from({ length: 500 }, (_, index) =>
    event(
      "AB"[index % 2] ?? "",
      index * HOUR,
      { v: huge(index), order_id: huge(index) },
      { id: huge(index), touch: huge(index) },
    ),
  );
  expect(JSON.stringify(fold(plan, events)).length).toBeLessThan(8_000);
});
