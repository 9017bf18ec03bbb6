/** When the other tools of a page hear of the choice. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { collectListeners, sweepCookies } from "../test/page.ts";
import { wire } from "../test/wire.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const world = { sweep: () => {} };

beforeEach(() => {
  sweepCookies();
  world.sweep = collectListeners();
});
afterEach(() => world.sweep());

describe("signals", () => {
  const signals = [
    {
      queue: "toolQueue",
      how: "array" as const,
      commands: [[{ "?": ["?", "default", { "?": ["marketing", "no", "yes"] }] }]],
    },
  ];
  const told = (): unknown => Reflect.get(window, "toolQueue");
  beforeEach(() => void Reflect.deleteProperty(window, "toolQueue"));

  test("are told before anything, then exactly once for each change", () => {
    const { ghostlight } = wire({ signals });
    expect(told()).toEqual([["default"]]);
    ghostlight.consent.set(ALL);
    ghostlight.consent.set(ALL);
    ghostlight.consent.reset();
    expect(told()).toEqual([["default"], ["yes"], ["no"]]);
  });

  test("are told at the start what was chosen before", () => {
    wire().ghostlight.consent.set({ marketing: true });
    wire({ signals });
    expect(told()).toEqual([["default"], ["yes"]]);
  });
});
