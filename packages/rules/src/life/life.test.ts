import { describe, expect, test } from "vitest";
import { ALWAYS, context, counter, DAY, NEVER, NOW, planOf } from "../../test/fixtures/plan.ts";
import type { Context } from "../context.ts";
import { createGhost } from "../ghost/ghost.ts";
import type { Signal } from "../ghost/signal.ts";
import type { Clause, Plan } from "../plan.ts";
import { elapse, type Life, nextFlip, receive, resumeLife, type Transition } from "./life.ts";
import { standingOf } from "./standing.ts";

const here = context();
const made = { n: 0 };
function event(name: string, after = 0, properties: Signal["properties"] = {}): Signal {
  made.n++;
  return { id: `m${made.n}`, name, at: NOW + after, properties };
}
const begin = (plan: Plan, now = NOW, from: Context = here): Life => resumeLife(plan, createGhost(NOW), now, from);
const come = (plan: Plan, life: Life, name: string, after: number): Life =>
  receive(plan, life, event(name, after), here);
/** `after stage +lead time`: when, what, in or out, why. */
const told = ({ transitions }: Life): string[] =>
  transitions.map(({ at, kind, id, entered, cause, event: name }: Transition) =>
    [at - NOW, kind, `${entered ? "+" : "-"}${id}`, cause, ...(name ? [name] : [])].join(" "),
  );

const hasA: Clause = ["count", 0, { $gte: 1 }];
const freshA: Clause = ["count", 0, { $gte: 1 }, ["in", 100]];
const shop = planOf({
  stages: [
    ["buyer", ["count", 1, { $gte: 1 }]],
    ["lead", freshA],
    ["new", ALWAYS],
  ],
  segments: [
    ["fresh", freshA],
    ["leads", ["stage", "lead"]],
    [
      "both",
      [
        "all",
        [
          ["segment", 0],
          ["segment", 1],
        ],
      ],
    ],
  ],
  audiences: [["segment", 2], hasA],
});

describe("a ghost that has seen nothing", () => {
  test("enters its first stage", () => {
    expect(told(begin(shop))).toEqual(["0 stage +new start"]);
    expect(standingOf(shop, begin(shop))).toEqual({
      stage: "new",
      segments: [],
      audiences: [false, false],
      flip: NEVER,
      ghost: false,
    });
  });
  test("has no stage where none holds", () => {
    const none = planOf({ stages: [["lead", hasA]] });
    expect(standingOf(none, begin(none)).stage).toBe("");
    expect(told(begin(none))).toEqual([]);
  });
});

describe("an event", () => {
  const life = come(shop, begin(shop), "A", 5);
  test("changes what it touches, stages first, each read by the next", () => {
    expect(told(life)).toEqual([
      "5 stage -new event A",
      "5 stage +lead event A",
      "5 segment +fresh event A",
      "5 segment +leads event A",
      "5 segment +both event A",
    ]);
    expect(standingOf(shop, life)).toEqual({
      stage: "lead",
      segments: ["fresh", "leads", "both"],
      audiences: [true, true],
      flip: NOW + 105,
      ghost: true,
    });
  });
  test("tells what it changed, not what those before it did", () => {
    expect(told(come(shop, life, "A", 6))).toEqual([]);
    expect(told(come(shop, life, "B", 6))).toEqual([
      "6 stage -lead event B",
      "6 stage +buyer event B",
      "6 segment -leads event B",
      "6 segment -both event B",
    ]);
  });
  test("that came before changes nothing", () => {
    const one = event("A", 5);
    const first = receive(shop, begin(shop), one, here);
    const again = receive(shop, first, one, here);
    expect(again.ghost).toEqual(first.ghost);
    expect(again.transitions).toEqual([]);
  });
  test("lets time go by first", () => {
    expect(told(come(shop, life, "A", 200))).toEqual([
      "105 stage -lead time",
      "105 stage +new time",
      "105 segment -fresh time",
      "105 segment -leads time",
      "105 segment -both time",
      "200 stage -new event A",
      "200 stage +lead event A",
      "200 segment +fresh event A",
      "200 segment +leads event A",
      "200 segment +both event A",
    ]);
  });
  test("that comes late falls into its place, and counts from now on", () => {
    const later = elapse(shop, begin(shop), NOW + 90, here);
    const late = come(shop, later, "A", 50);
    expect(told(late)[0]).toBe("90 stage -new event A");
    expect(nextFlip(late)).toBe(NOW + 150);
    expect(told(come(shop, elapse(shop, begin(shop), NOW + 500, here), "A", 50))).toEqual([]);
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -9e15])("at %d, which is no time, is none", (at) => {
    const next = receive(shop, life, { ...event("A"), at }, here);
    expect([next.ghost, next.transitions]).toEqual([life.ghost, []]);
  });
  test("that only other rules read leaves these alone", () => {
    const plan = { ...shop, readers: [[], [], []], restless: [] };
    expect(told(come(plan, begin(plan), "A", 5))).toEqual([]);
  });
  test("is looked at by restless rules, whatever it is", () => {
    const plan = planOf({ segments: [["seen", ["fact", { sessions: 1 }]]], readers: [[], [], []], restless: [1] });
    expect(told(come(plan, begin(plan), "Z", 5))).toEqual(["5 segment +seen event Z"]);
  });
});

describe("time", () => {
  const life = come(shop, begin(shop), "A", 0);
  test("changes things at their own instants, whenever somebody looks", () => {
    const steps = [50, 100, 101, 900].reduce<{ life: Life; all: string[] }>(
      ({ life: one, all }, ms) => {
        const next = elapse(shop, one, NOW + ms, here);
        return { life: next, all: [...all, ...told(next)] };
      },
      { life, all: [] },
    );
    const leap = elapse(shop, life, NOW + 900, here);
    expect(steps.all).toEqual(told(leap));
    expect(told(leap)[0]).toBe("100 stage -lead time");
    expect(steps.life.ghost).toEqual(leap.ghost);
    expect(leap.ghost.asOf).toBe(NOW + 900);
  });
  test("that passed while nobody was there is caught up with", () => {
    const stored = JSON.parse(JSON.stringify(life.ghost));
    const back = resumeLife(shop, stored, NOW + 900, here);
    expect(told(back)).toEqual(told(elapse(shop, life, NOW + 900, here)));
    expect(told(resumeLife(shop, back.ghost, NOW + 900, here))).toEqual([]);
  });
  test("that goes back a little is no time", () => {
    const jitter = elapse(shop, elapse(shop, life, NOW + 100, here), NOW + 99, here);
    expect([told(jitter), jitter.ghost.asOf]).toEqual([[], NOW + 100]);
  });
  test("that goes back by more is looked at anew", () => {
    const ahead = elapse(shop, life, NOW + DAY, here);
    const back = elapse(shop, ahead, NOW + 50, here);
    expect([standingOf(shop, back).stage, back.ghost.asOf, nextFlip(back)]).toEqual(["lead", NOW + 50, NOW + 100]);
  });
});

describe("what keeps a rule that was entered", () => {
  const often: Clause = ["count", 0, { $gte: 2 }, ["in", 100]];
  const once: Clause = ["count", 0, { $gte: 1 }, ["in", 100]];
  const plan = planOf({
    stages: [
      ["top", ["count", 1, { $gte: 1 }, ["in", 30]]],
      ["hero", often, once],
      ["new", ALWAYS],
    ],
    segments: [["fan", often, once]],
  });
  const hero = ["A", "A"].reduce((life, name, index) => come(plan, life, name, index * 10), begin(plan));

  test("holds it until that ends too", () => {
    expect(told(hero)).toEqual(["10 stage -new event A", "10 stage +hero event A", "10 segment +fan event A"]);
    expect(told(elapse(plan, hero, NOW + 109, here))).toEqual([]);
    expect(told(elapse(plan, hero, NOW + 110, here))).toEqual([
      "110 stage -hero time",
      "110 stage +new time",
      "110 segment -fan time",
    ]);
  });
  test("does not bring it back", () => {
    const gone = elapse(plan, hero, NOW + 110, here);
    expect(told(come(plan, gone, "A", 120))).toEqual([]);
  });
  test("is forgotten by a stage that another took over", () => {
    const taken = come(plan, hero, "B", 75);
    expect(told(taken)).toEqual(["75 stage -hero event B", "75 stage +top event B"]);
    // At 105 only one A is in the window, which would keep a hero and makes none.
    expect(told(elapse(plan, taken, NOW + 106, here))).toEqual(["105 stage -top time", "105 stage +new time"]);
  });
  test("is remembered in the ghost", () => {
    const back = resumeLife(plan, JSON.parse(JSON.stringify(hero.ghost)), NOW + 105, here);
    expect(standingOf(plan, back)).toMatchObject({ stage: "hero", segments: ["fan"], flip: NOW + 110 });
  });
});

describe("other circumstances", () => {
  const plan = planOf({
    segments: [
      ["mobile", ["fact", { device: "mobile" }]],
      ["agreed", ["consent", "marketing"]],
    ],
  });
  test("are looked at when the ghost is met again", () => {
    const first = begin(plan, NOW, context({ facts: { device: "mobile" } }));
    const then = resumeLife(plan, first.ghost, NOW + 9, context({ purposes: ["marketing"] }));
    expect(told(then)).toEqual(["0 segment -mobile context", "0 segment +agreed context"]);
  });
  test("also where rules are others: segments that are gone are told of by nobody", () => {
    const life = come(shop, begin(shop), "A", 5);
    const rules = planOf({ segments: [["many", hasA]] });
    expect(told(resumeLife(rules, life.ghost, NOW + 9, here))).toEqual([
      "5 stage -lead context",
      "5 stage +new context",
      "5 segment +many context",
    ]);
  });
});

test("a segment reads the stage of the same instant, as a stage and as a fact", () => {
  const plan = planOf({
    stages: [
      ["lead", hasA],
      ["new", ALWAYS],
    ],
    segments: [
      ["a", ["stage", "lead"]],
      ["b", ["fact", { stage: "lead" }]],
    ],
  });
  expect(standingOf(plan, come(plan, begin(plan), "A", 5)).segments).toEqual(["a", "b"]);
});

test("thousands of flips at one look come to an end", () => {
  const plan = planOf({
    counters: [counter("a", { keep: 1000 })],
    segments: [["odd", ["count", 0, { $eq: 500 }, ["in", DAY]]]],
  });
  const life = Array.from({ length: 1000 }).reduce<Life>((one, _, index) => come(plan, one, "A", index), begin(plan));
  expect(told(elapse(plan, life, NOW + 2 * DAY, here))).toEqual([
    `${DAY + 499} segment +odd time`,
    `${DAY + 500} segment -odd time`,
  ]);
});
