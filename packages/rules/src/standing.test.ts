import { describe, expect, test } from "vitest";
import { createGhost, type Ghost, type Tally } from "./ghost/ghost.ts";
import type { Clause, Plan } from "./plan.ts";
import { evaluatePlan } from "./standing.ts";

const NOW = 1_000_000;
const NEVER = Number.POSITIVE_INFINITY;
const ALWAYS: Clause = ["all", []];
const NOBODY: Clause = ["any", []];
const cameAgo = (age: number): Tally => ({ n: 1, first: NOW - age, last: NOW - age, at: [NOW - age] });

const ghostOf = (tallies: Record<string, Tally> = {}): Ghost => ({ ...createGhost(NOW), tallies });
const planOf = (parts: Partial<Plan>): Plan => ({
  counters: ["a", "b", "c"].map((key) => ({ key, event: key.toUpperCase(), keep: 2 })),
  stages: [["new", ALWAYS]],
  segments: [],
  audiences: [],
  ...parts,
});

describe("the stage", () => {
  const lead: Clause = ["count", 0, { $gte: 1 }];
  const buyer: Clause = ["count", 1, { $gte: 1 }];
  const plan = planOf({
    stages: [
      ["buyer", buyer],
      ["lead", lead],
      ["new", ALWAYS],
    ],
  });

  test.each<[stage: string, tallies: Record<string, Tally>]>([
    ["new", {}],
    ["lead", { a: cameAgo(5) }],
    ["buyer", { b: cameAgo(5) }],
    ["buyer", { a: cameAgo(5), b: cameAgo(9) }],
  ])("is %s, the first that holds, for %j", (stage, tallies) => {
    expect(evaluatePlan(plan, ghostOf(tallies), NOW).stage).toBe(stage);
  });

  test("is empty where none holds", () => {
    expect(evaluatePlan(planOf({ stages: [["lead", NOBODY]] }), ghostOf(), NOW).stage).toBe("");
  });

  test("is known to segments and audiences", () => {
    const { segments, audiences } = evaluatePlan(
      planOf({
        stages: [
          ["lead", lead],
          ["new", ALWAYS],
        ],
        segments: [
          ["leads", ["stage", "lead"]],
          ["fresh", ["stage", "new"]],
        ],
        audiences: [
          ["stage", "new"],
          ["stage", "lead"],
          ["not", ["stage", "lead"]],
        ],
      }),
      ghostOf({ a: cameAgo(5) }),
      NOW,
    );
    expect(segments).toEqual(["leads"]);
    expect(audiences).toEqual([false, true, false]);
  });
});

describe("segments", () => {
  test("are told by id, in the order of the plan", () => {
    const plan = planOf({
      segments: [
        ["z", ALWAYS],
        ["no", NOBODY],
        ["a", ALWAYS],
      ],
    });
    expect(evaluatePlan(plan, ghostOf(), NOW).segments).toEqual(["z", "a"]);
  });

  test("read those before them", () => {
    const plan = planOf({
      segments: [
        ["seen", ["count", 0, { $gte: 1 }]],
        ["unseen", ["not", ["segment", 0]]],
        [
          "either",
          [
            "any",
            [
              ["segment", 0],
              ["segment", 1],
            ],
          ],
        ],
      ],
      audiences: [
        ["segment", 0],
        ["segment", 1],
        ["segment", 2],
      ],
    });
    expect(evaluatePlan(plan, ghostOf(), NOW)).toMatchObject({
      segments: ["unseen", "either"],
      audiences: [false, true, true],
    });
    expect(evaluatePlan(plan, ghostOf({ a: cameAgo(1) }), NOW)).toMatchObject({
      segments: ["seen", "either"],
      audiences: [true, false, true],
    });
  });

  test("that are not there do not hold, and change nothing", () => {
    const plan = planOf({
      audiences: [
        ["segment", -1],
        ["segment", 9],
      ],
    });
    expect(evaluatePlan(plan, ghostOf(), NOW)).toEqual({
      stage: "new",
      segments: [],
      audiences: [false, false],
      flip: NEVER,
    });
  });
});

describe("the flip", () => {
  const due = (counter: number, age: number): Clause => ["last", counter, { $gte: age }];
  const ghost = ghostOf({ a: cameAgo(10), b: cameAgo(10), c: cameAgo(10) });

  test("is never for rules that time does not touch", () => {
    expect(evaluatePlan(planOf({ audiences: [["count", 0, { $gte: 1 }]] }), ghost, NOW).flip).toBe(NEVER);
  });

  test.each<[where: string, parts: Partial<Plan>, flip: number]>([
    [
      "of a stage",
      {
        stages: [
          ["late", due(0, 15)],
          ["new", ALWAYS],
        ],
      },
      NOW + 5,
    ],
    [
      "of a stage behind the one that holds",
      {
        stages: [
          ["new", ALWAYS],
          ["late", due(0, 15)],
        ],
      },
      NOW + 5,
    ],
    ["of a segment", { segments: [["late", due(0, 17)]] }, NOW + 7],
    ["of an audience", { audiences: [NOBODY, due(0, 19)] }, NOW + 9],
    [
      "of whatever comes first",
      {
        stages: [
          ["late", due(0, 40)],
          ["new", ALWAYS],
        ],
        segments: [
          ["soon", due(1, 20)],
          ["later", due(1, 50)],
        ],
        audiences: [due(2, 30), ["segment", 0]],
      },
      NOW + 10,
    ],
    [
      "through an audience that reads a segment",
      { segments: [["late", due(0, 17)]], audiences: [["segment", 0]] },
      NOW + 7,
    ],
  ])("is that %s", (_, parts, flip) => {
    expect(evaluatePlan(planOf(parts), ghost, NOW).flip).toBe(flip);
  });
});

test("tallies are read by key: an inherited name counts nothing", () => {
  const counters = ["constructor", "toString"].map((key) => ({ key, event: key, keep: 0 }));
  const plan = planOf({
    counters,
    audiences: [
      ["count", 0, { $gte: 1 }],
      ["count", 1, { $eq: 0 }],
      ["count", 7, { $eq: 0 }],
    ],
  });
  expect(evaluatePlan(plan, ghostOf(), NOW).audiences).toEqual([false, true, true]);
});
