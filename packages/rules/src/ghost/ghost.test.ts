import { describe, expect, test } from "vitest";
import { createGhost, GHOST_LIFE, type Ghost, RECENT, reviveGhost, tallyOf } from "./ghost.ts";

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const tally = { n: 3, first: NOW - 3, last: NOW - 1, at: [NOW - 2, NOW - 1] };
const ghost: Ghost = { v: 1, born: NOW - 9 * DAY, seen: NOW - DAY, tallies: { A: tally }, recent: ["x"] };

test("a new ghost has seen nothing", () => {
  expect(createGhost(NOW)).toEqual({ v: 1, born: NOW, seen: NOW, tallies: {}, recent: [] });
});

test("a ghost remembers 64 ids and lives 13 months", () => {
  expect(RECENT).toBe(64);
  expect(GHOST_LIFE).toBe(396 * DAY);
});

describe("a stored ghost", () => {
  test("is used as it is", () => {
    expect(reviveGhost(ghost, NOW)).toBe(ghost);
    expect(reviveGhost(structuredClone(ghost), NOW)).toEqual(ghost);
  });

  test("is used until 13 months after its latest event, and not a millisecond longer", () => {
    expect(reviveGhost(ghost, ghost.seen + GHOST_LIFE - 1)).toBe(ghost);
    const late = ghost.seen + GHOST_LIFE;
    expect(reviveGhost(ghost, late)).toEqual(createGhost(late));
  });

  test("is used though the clock was set back", () => {
    expect(reviveGhost(ghost, ghost.born - DAY)).toBe(ghost);
  });

  const { born, seen, tallies, recent, v, ...nothing } = ghost;
  test.each<[about: string, stored: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a text", "ghost"],
    ["a number", 1],
    ["a list", []],
    ["empty", nothing],
    ["of another version", { ...ghost, v: 2 }],
    ["of a version in text", { ...ghost, v: "1" }],
    ["without version", { born, seen, tallies, recent }],
    ["without birth", { v, seen, tallies, recent }],
    ["of a birth that is no number", { ...ghost, born: Number.NaN }],
    ["without last event", { v, born, tallies, recent }],
    ["last seen at no time", { ...ghost, seen: Number.NaN }],
    ["last seen in text", { ...ghost, seen: `${NOW}` }],
    ["last seen never", { ...ghost, seen: Number.POSITIVE_INFINITY }],
    ["without tallies", { v, born, seen, recent }],
    ["of null tallies", { ...ghost, tallies: null }],
    ["of tallies in text", { ...ghost, tallies: "A" }],
    ["without ids", { v, born, seen, tallies }],
    ["of ids in text", { ...ghost, recent: "x" }],
    ["of a null tally", { ...ghost, tallies: { A: null } }],
    ["of a tally that is a number", { ...ghost, tallies: { A: tally, B: 3 } }],
    ["of a tally without count", { ...ghost, tallies: { A: { ...tally, n: undefined } } }],
    ["of a tally with a count in text", { ...ghost, tallies: { A: { ...tally, n: "3" } } }],
    ["of a tally without first", { ...ghost, tallies: { A: { ...tally, first: null } } }],
    ["of a tally without last", { ...ghost, tallies: { A: { ...tally, last: Number.NaN } } }],
    ["of a tally without instants", { ...ghost, tallies: { A: { n: 3, first: 1, last: 2 } } }],
    ["of a tally with instants that are none", { ...ghost, tallies: { A: { ...tally, at: [NOW, "x"] } } }],
    ["of a tally with instants in an object", { ...ghost, tallies: { A: { ...tally, at: { 0: NOW } } } }],
  ])("that is %s starts anew", (_, stored) => {
    expect(reviveGhost(stored, NOW)).toEqual(createGhost(NOW));
  });
});

describe("a tally", () => {
  test("is found under its key", () => {
    expect(tallyOf(ghost, "A")).toBe(tally);
    expect(tallyOf(ghost, "B")).toBeUndefined();
  });

  test.each(["constructor", "toString", "__proto__"])("is never inherited: %s", (key) => {
    expect(tallyOf(ghost, key)).toBeUndefined();
  });
});
