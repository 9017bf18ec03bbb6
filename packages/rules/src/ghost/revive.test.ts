import { describe, expect, test } from "vitest";
import { ago, counter, DAY, ghostOf, NOW, planOf } from "../../test/fixtures/plan.ts";
import { createGhost, GHOST_LIFE, type Ghost, SESSION_GAP } from "./ghost.ts";
import { reviveGhost } from "./revive.ts";

const ghost: Ghost = ghostOf(
  { a: ago([5, 3], [1, 2]) },
  { seen: NOW - DAY, segments: { fans: NOW }, stage: ["lead", NOW], affinities: { category: { shoes: 2 } } },
);

test("a new ghost has seen nothing", () => {
  expect(createGhost(NOW)).toEqual({
    v: 2,
    born: NOW,
    seen: NOW,
    asOf: NOW,
    session: { n: 0, start: NOW, awake: false },
    tallies: {},
    affinities: {},
    muted: {},
    touches: {},
    identified: false,
    stage: ["", NOW],
    segments: {},
    recent: [],
    once: [],
  });
});

test("a ghost lives 13 months, and a visit ends after half an hour", () => {
  expect([GHOST_LIFE, SESSION_GAP]).toEqual([396 * DAY, 1_800_000]);
});

describe("a stored ghost", () => {
  test("is used as it is", () => {
    expect(reviveGhost(ghost, NOW)).toBe(ghost);
    expect(reviveGhost(structuredClone(ghost), NOW)).toEqual(ghost);
    expect(reviveGhost(JSON.parse(JSON.stringify(ghost)), NOW)).toEqual(ghost);
  });
  test("is used until 13 months after its latest event, and not a millisecond longer", () => {
    expect(reviveGhost(ghost, ghost.seen + GHOST_LIFE - 1)).toBe(ghost);
    const late = ghost.seen + GHOST_LIFE;
    expect(reviveGhost(ghost, late)).toEqual(createGhost(late));
  });
  test("is used though the clock was set back", () => {
    expect(reviveGhost(ghost, ghost.born - DAY)).toBe(ghost);
  });

  const without = (key: keyof Ghost): unknown =>
    Object.fromEntries(Object.entries(ghost).filter(([name]) => name !== key));
  const tally = ghost.tallies.a;
  test.each<[about: string, stored: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a text", "ghost"],
    ["a number", 2],
    ["a list", []],
    ["empty", {}],
    ["of a version to come", { ...ghost, v: 3 }],
    ["of a version in text", { ...ghost, v: "2" }],
    ["of a version that every object has", { ...ghost, v: "constructor" }],
    ...(["v", "born", "seen", "asOf", "session", "tallies", "affinities", "muted", "touches"] as const).map(
      (key): [string, unknown] => [`without ${key}`, without(key)],
    ),
    ...(["stage", "segments", "recent", "once"] as const).map((key): [string, unknown] => [
      `without ${key}`,
      without(key),
    ]),
    ["born at no time", { ...ghost, born: Number.NaN }],
    ["last seen in text", { ...ghost, seen: `${NOW}` }],
    ["looked at never", { ...ghost, asOf: Number.POSITIVE_INFINITY }],
    ["in a session that began at no time", { ...ghost, session: { ...ghost.session, start: null } }],
    ["with segments since no time", { ...ghost, segments: { fans: "x" } }],
    ["with a tally that is none", { ...ghost, tallies: { a: null } }],
    ["with one tally of two that is none", { ...ghost, tallies: { a: tally, b: {} } }],
    ["with a tally without number", { ...ghost, tallies: { a: { ...tally, n: "2" } } }],
    ["with a tally without instants", { ...ghost, tallies: { a: { ...tally, at: undefined } } }],
    ["with a tally of instants in text", { ...ghost, tallies: { a: { ...tally, at: ["x", 1] } } }],
    ["with more instants than amounts", { ...ghost, tallies: { a: { ...tally, of: [1] } } }],
  ])("that is %s starts anew", (_, stored) => {
    expect(reviveGhost(stored, NOW)).toEqual(createGhost(NOW));
  });
});

test("under other rules, it keeps what still applies and no more", () => {
  const full = ghostOf(
    { a: ago([5]), z: ago([6]) },
    {
      segments: { fans: 1, gone: 2 },
      affinities: { category: { shoes: 2 }, brand: { acme: 1 } },
      muted: { category: ["hats"], brand: ["x"] },
    },
  );
  const plan = planOf({
    counters: [counter("a"), counter("b")],
    segments: [["fans", ["all", []]]],
    affinities: [{ id: "category", path: "category", halfLife: DAY, weights: {}, baseline: {}, keep: 2 }],
  });
  expect(reviveGhost(full, NOW, plan)).toEqual({
    ...full,
    tallies: { a: full.tallies.a },
    segments: { fans: 1 },
    affinities: { category: { shoes: 2 } },
    muted: { category: ["hats"] },
  });
});

describe("a ghost of version 1", () => {
  const old = { v: 1, born: NOW - DAY, seen: NOW - 5, tallies: { a: ago([5]) }, recent: ["m1"] };
  test("keeps what it counted", () => {
    const { tallies, born, seen, session, v } = reviveGhost(old, NOW);
    expect({ tallies, born, seen, v }).toEqual({ tallies: old.tallies, born: old.born, seen: old.seen, v: 2 });
    expect(session).toEqual({ n: 1, start: old.seen, awake: false });
  });
  test("starts anew where it was none", () => {
    expect(reviveGhost({ ...old, tallies: 5 }, NOW)).toEqual(createGhost(NOW));
    expect(reviveGhost({ v: 1 }, NOW)).toEqual(createGhost(NOW));
  });
});
