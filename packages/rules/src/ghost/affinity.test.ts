import { describe, expect, test } from "vitest";
import { DAY, NOW } from "../../test/fixtures/plan.ts";
import type { AffinityPlan } from "../plan.ts";
import { addAffinities, rankOf, scoreOf, shareOf } from "./affinity.ts";
import { createGhost, type Ghost } from "./ghost.ts";
import { changeInterest } from "./interests.ts";
import type { Signal } from "./signal.ts";

const plan: AffinityPlan = {
  id: "category",
  path: "category",
  halfLife: 10 * DAY,
  weights: { Viewed: 1, Ordered: 6 },
  baseline: {},
  keep: 3,
};

const event = (name: string, days: number, properties: Signal["properties"]): Signal => ({
  id: `${name}${days}`,
  name,
  at: NOW + days * DAY,
  properties,
});
const withAffinities = (ghost: Ghost, affinities: Ghost["affinities"]): Ghost => ({ ...ghost, affinities });
const after = (events: readonly Signal[], from: Ghost = createGhost(NOW)): Ghost =>
  events.reduce((ghost, one) => withAffinities(ghost, addAffinities(ghost, [plan], one)), from);
const score = (ghost: Ghost, value: string, days: number): number => scoreOf(ghost, plan, value, NOW + days * DAY);

describe("a score", () => {
  test("halves in its time", () => {
    const ghost = after([event("Ordered", 0, { category: "shoes" })]);
    expect([0, 10, 20].map((days) => score(ghost, "shoes", days))).toEqual([6, 3, 1.5]);
  });
  test("adds what comes to what is left, in any order", () => {
    const events = [event("Ordered", 0, { category: "shoes" }), event("Viewed", 10, { category: "shoes" })];
    expect(score(after(events), "shoes", 10)).toBe(4);
    expect(score(after([...events].reverse()), "shoes", 10)).toBe(4);
  });
  test("is given by the events that weigh, and only where they name a value", () => {
    const nothing = [
      event("Clicked", 0, { category: "x" }),
      event("Viewed", 0, {}),
      event("constructor", 0, { category: "x" }),
    ];
    expect(after(nothing).affinities).toEqual({});
    expect(after([event("Viewed", 0, { category: 5 })]).affinities).toEqual({});
  });
  test("is given to each kind of product once, where the event names none itself", () => {
    const products = [{ category: "shoes" }, { category: "hats" }, { category: "shoes" }, {}, null, "x"];
    const ghost = after([event("Ordered", 0, { products })]);
    expect(ghost.affinities.category).toEqual({ shoes: 6, hats: 6 });
    expect(after([event("Viewed", 0, { category: "hats", products })]).affinities.category).toEqual({ hats: 1 });
  });
  test("stays a number though a clock was ages ahead", () => {
    const ghost = after([event("Viewed", 1e7, { category: "shoes" }), event("Viewed", 1e7, { category: "hats" })]);
    expect(shareOf(ghost, plan, "shoes")).toBe(0.5);
  });
});

test("where there are too many, the least of the others makes room for what came now", () => {
  const view = (category: string): Signal => event("Viewed", 0, { category });
  const full = after(["a", "b", "b", "c", "c"].map(view));
  expect(full.affinities.category).toEqual({ a: 1, b: 2, c: 2 });
  const next = after([view("d")], full);
  expect(next.affinities.category).toEqual({ b: 2, c: 2, d: 1 });
  expect(after([view("d")], next).affinities.category).toEqual({ b: 2, c: 2, d: 2 });
  const many = { products: ["v", "w", "x", "y"].map((category) => ({ category })) };
  expect(after([event("Viewed", 0, many)]).affinities.category).toEqual({ v: 1, w: 1, x: 1 });
});

test("where there are too many, the least goes though it came just before", () => {
  const view = (category: string): Signal => event("Viewed", 0, { category });
  const full = after(["b", "b", "b", "c", "c", "a"].map(view));
  expect(after([view("d")], full).affinities.category).toEqual({ b: 3, c: 2, d: 1 });
});

test("shares and ranks are of all that is kept", () => {
  const ghost = after([event("Ordered", 0, { category: "shoes" }), event("Viewed", 0, { category: "hats" })]);
  expect([shareOf(ghost, plan, "shoes"), shareOf(ghost, plan, "hats")]).toEqual([6 / 7, 1 / 7]);
  expect([rankOf(ghost, plan, "shoes"), rankOf(ghost, plan, "hats")]).toEqual([1, 2]);
  expect([shareOf(createGhost(NOW), plan, "shoes"), rankOf(ghost, plan, "toString")]).toEqual([
    0,
    Number.POSITIVE_INFINITY,
  ]);
});

describe("what the visitor says", () => {
  const shoes = event("Viewed", 0, { category: "shoes" });
  const ghost = after([shoes, event("Ordered", 0, { category: "hats" })]);
  test("no: it goes, and no event brings it back", () => {
    const muted = changeInterest(ghost, plan, "shoes", false);
    expect(muted.affinities.category).toEqual({ hats: 6 });
    expect(after([event("Ordered", 1, { category: "shoes" })], muted).affinities.category).toEqual({ hats: 6 });
  });
  test("yes: it counts as much as the best, and events count again", () => {
    const back = changeInterest(changeInterest(ghost, plan, "shoes", false), plan, "shoes", true);
    expect([shareOf(back, plan, "shoes"), rankOf(back, plan, "shoes"), back.muted.category]).toEqual([0.5, 1, []]);
    expect(rankOf(after([event("Viewed", 0, { category: "shoes" })], back), plan, "hats")).toBe(2);
  });
  test("yes, of what was never looked at: as much as the most that one event adds", () => {
    const fresh = changeInterest(createGhost(NOW), plan, "socks", true);
    expect(score(fresh, "socks", 0)).toBe(6);
  });
  test("yes, though a clock was ages ahead: it stays a number", () => {
    const ahead = changeInterest({ ...createGhost(NOW), seen: NOW + 1e7 * DAY }, plan, "socks", true);
    expect(JSON.parse(JSON.stringify(ahead))).toEqual(ahead);
  });
  test("nothing of note: no change", () => {
    expect(changeInterest(ghost, plan, "", true)).toBe(ghost);
  });
  test("no to very many: the latest are remembered", () => {
    const values = Array.from({ length: 40 }, (_, index) => `v${index}`);
    const all = values.reduce((one, value) => changeInterest(one, plan, value, false), ghost);
    expect(all.muted.category).toEqual(values.slice(-24));
  });
});
