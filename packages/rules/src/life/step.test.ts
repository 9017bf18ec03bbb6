/** One step of a life at its edges: which rules are looked at, in which order, and what a clock that is wrong does. */
import { describe, expect, test } from "vitest";
import { ago, context, counter, ghostOf, MINUTE, NOW, planOf } from "../../test/fixtures/plan.ts";
import { createGhost } from "../ghost/ghost.ts";
import type { Clause, Plan } from "../plan.ts";
import { factsOf } from "./facts.ts";
import { elapse, type Life, nextFlip, receive, resumeLife } from "./life.ts";
import { standingOf } from "./standing.ts";

const here = context();
const begin = (plan: Plan): Life => resumeLife(plan, createGhost(NOW), NOW, here);
const come = (plan: Plan, life: Life, name: string, after: number): Life =>
  receive(plan, life, { id: `${name}${after}`, name, at: NOW + after, properties: {} }, here);
const told = ({ transitions }: Life): string[] =>
  transitions.map(({ at, id, entered, cause }) => `${at - NOW} ${entered ? "+" : "-"}${id} ${cause}`);

const hasA: Clause = ["count", 0, { $gte: 1 }];
const freshA: Clause = ["count", 0, { $gte: 1 }, ["in", 100]];

describe("a clock", () => {
  const plan = planOf({ segments: [["fresh", freshA]] });
  const life = come(plan, begin(plan), "A", 0);
  const ahead = elapse(plan, life, NOW + 5 * MINUTE, here);

  test("that goes back by a minute jitters, by more it is right at last", () => {
    expect(elapse(plan, ahead, NOW + 4 * MINUTE, here).ghost.asOf).toBe(NOW + 5 * MINUTE);
    expect(elapse(plan, ahead, NOW + 4 * MINUTE - 1, here).ghost.asOf).toBe(NOW + 4 * MINUTE - 1);
  });
  test("that was right again tells that time brought it about", () => {
    const back = elapse(plan, ahead, NOW + 50, here);
    expect(told(back)).toEqual(["50 +fresh time"]);
  });
  test("is not set back by an event that comes minutes late", () => {
    const late = come(plan, ahead, "A", 2 * MINUTE);
    expect([late.ghost.asOf, told(late)]).toEqual([NOW + 5 * MINUTE, []]);
  });
});

describe("held segments", () => {
  const plan = planOf({ segments: [["fresh", freshA]] });
  const life = come(plan, begin(plan), "A", 0);

  test("are the same object while none of them changes, however many there are", () => {
    expect(life.ghost.segments).toEqual({ fresh: NOW });
    expect(come(plan, life, "A", 10).ghost.segments).toBe(life.ghost.segments);
    expect(elapse(plan, life, NOW + 20, here).ghost.segments).toBe(life.ghost.segments);
  });
  test("of the life before stay as they were when one changes", () => {
    expect(elapse(plan, life, NOW + 100, here).ghost.segments).toEqual({});
    expect(life.ghost.segments).toEqual({ fresh: NOW });
  });
});

describe("rules are looked at", () => {
  test("in the order of the plan, however they were found", () => {
    const chain: Plan["segments"] = [
      ["first", freshA],
      ["second", ["segment", 0]],
      ["third", ["segment", 1]],
    ];
    const plan = planOf({
      segments: chain,
      readers: [[3, 2, 1]],
      dependents: { 1: [3, 2], 2: [3] },
      restless: [],
    });
    const life = come(plan, begin(plan), "A", 0);
    expect(told(life)).toEqual(["0 +first event", "0 +second event", "0 +third event"]);
    expect(told(elapse(plan, life, NOW + 100, here))).toEqual([
      "100 -first time",
      "100 -second time",
      "100 -third time",
    ]);
  });
  test("alone, where no other reads them", () => {
    const plan = planOf({ segments: [["fresh", freshA]], dependents: {} });
    const life = come(plan, begin(plan), "A", 0);
    expect(told(elapse(plan, life, NOW + 100, here))).toEqual(["100 -fresh time"]);
  });
  test("not at all by an event that nothing reads", () => {
    const unread = planOf({ segments: [["many", hasA]], readers: [], restless: [] });
    expect(told(come(unread, begin(unread), "A", 0))).toEqual([]);
    expect(told(come(unread, begin(unread), "constructor", 0))).toEqual([]);
  });
  test("each once a ghost is met again, down to the last audience", () => {
    const plan = planOf({
      segments: [["a", ["consent", "ads"]]],
      audiences: [
        ["consent", "ads"],
        ["not", ["consent", "ads"]],
        ["segment", 0],
      ],
    });
    const met = resumeLife(plan, createGhost(NOW), NOW, context({ purposes: ["ads"] }));
    expect(standingOf(plan, met)).toMatchObject({ segments: ["a"], audiences: [true, false, true] });
  });
});

describe("a stage", () => {
  const plan = planOf({
    stages: [
      ["hot", ["count", 1, { $gte: 1 }, ["in", 50]]],
      ["warm", freshA],
    ],
    segments: [["seen", ["stage", "warm"]]],
  });
  test("stays where none holds any more", () => {
    const warm = come(plan, begin(plan), "A", 0);
    const later = elapse(plan, warm, NOW + 900, here);
    expect([standingOf(plan, later).stage, told(later)]).toEqual(["warm", []]);
  });
  test("is the first of those that hold, and is since when it was entered", () => {
    const warm = come(plan, begin(plan), "A", 0);
    const hot = come(plan, warm, "B", 7);
    expect(told(hot)).toEqual(["7 -warm event", "7 +hot event", "7 -seen event"]);
    expect(hot.ghost.stage).toEqual(["hot", NOW + 7]);
    expect(elapse(plan, hot, NOW + 57, here).ghost.stage).toEqual(["warm", NOW + 57]);
  });
  test("that is kept is so by its own rule alone, not by one that keeps another", () => {
    const kept = planOf({
      stages: [
        ["gold", ["count", 1, { $gte: 2 }], ["count", 1, { $gte: 1 }]],
        ["silver", hasA, ["count", 2, { $eq: 0 }]],
        ["new", ["all", []]],
      ],
    });
    const silver = come(kept, begin(kept), "A", 0);
    expect(standingOf(kept, come(kept, silver, "B", 1)).stage).toBe("silver");
    const gold = come(kept, come(kept, silver, "B", 1), "B", 2);
    expect(standingOf(kept, gold).stage).toBe("gold");
    expect(standingOf(kept, come(kept, begin(kept), "B", 0)).stage).toBe("new");
  });
  test("that another took over is kept no more, though nothing looks at it until that ends", () => {
    const kept = planOf({
      stages: [
        ["top", ["count", 1, { $gte: 1 }, ["in", 30]]],
        ["hero", ["count", 0, { $eq: 1 }], hasA],
        ["new", ["all", []]],
      ],
      readers: [[1], [0], []],
      dependents: {},
      restless: [],
    });
    const hero = come(kept, come(kept, begin(kept), "A", 0), "A", 1);
    const top = come(kept, hero, "B", 2);
    expect([hero, top, elapse(kept, top, NOW + 32, here)].map((life) => life.ghost.stage[0])).toEqual([
      "hero",
      "top",
      "new",
    ]);
  });
  test("that was just entered tells when what keeps it ends, if that is first", () => {
    const kept = planOf({ stages: [["hero", freshA, ["count", 0, { $gte: 1 }, ["in", 40]]]] });
    expect(nextFlip(come(kept, begin(kept), "A", 0))).toBe(NOW + 40);
  });
});

describe("a segment", () => {
  test("is kept by what keeps it only once it was entered", () => {
    const plan = planOf({ segments: [["fan", ["count", 0, { $gte: 2 }, ["in", 100]], hasA]] });
    const once = come(plan, begin(plan), "A", 0);
    expect(standingOf(plan, once).segments).toEqual([]);
    const twice = come(plan, once, "A", 1);
    expect(standingOf(plan, elapse(plan, twice, NOW + 900, here)).segments).toEqual(["fan"]);
  });
  test("is in the ghost since it was entered, and is gone from it when it was left", () => {
    const plan = planOf({
      segments: [
        ["fresh", freshA],
        ["many", hasA],
      ],
    });
    const life = come(plan, begin(plan), "A", 3);
    expect(life.ghost.segments).toEqual({ fresh: NOW + 3, many: NOW + 3 });
    expect(elapse(plan, life, NOW + 200, here).ghost.segments).toEqual({ many: NOW + 3 });
    expect(come(plan, life, "A", 50).ghost.segments).toEqual({ fresh: NOW + 3, many: NOW + 3 });
  });
});

test("whoever said who they are, or has done nothing, is no ghost", () => {
  const plan = planOf();
  const is = (life: Life): boolean => standingOf(plan, life).ghost;
  const named = come(plan, begin(plan), "Identified", 1);
  expect([is(begin(plan)), is(come(plan, begin(plan), "A", 1)), is(named)]).toEqual([false, true, false]);
});

describe("facts", () => {
  test("tell the first and the last order, where orders are counted", () => {
    const ordered = ghostOf({ a: ago([9]), b: ago([7, 5]) });
    const told = (facts: Plan["facts"]) => {
      const { first_order_at, last_order_at } = factsOf(planOf({ facts }), ordered);
      return [first_order_at, last_order_at];
    };
    expect(told({})).toEqual([null, null]);
    expect(told({ orders: 1 })).toEqual([7, 5].map((age) => new Date(NOW - age).toISOString()));
  });
  test("of what was never measured are nothing, of a sum 0", () => {
    const counters = [counter("a", { of: ["max", "v"] }), counter("b", { of: ["sum", "v"] })];
    const facts = factsOf(planOf({ counters, facts: { most: 0, all: 1 } }), ghostOf({ a: ago([5]), b: ago([5]) }));
    expect([facts.most, facts.all]).toEqual([null, 0]);
  });
});
