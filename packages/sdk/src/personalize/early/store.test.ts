import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { OTHERS, type Phase, type Shown } from "./phase.ts";
import { readSnapshot as read, SNAPSHOT, writeSnapshot as write } from "./store.ts";

const NOW = Date.UTC(2026, 10, 21);
const readSnapshot = (release: string, now: number) => read(release, now, JSON.parse);
const writeSnapshot = (snapshot?: readonly [string, readonly Phase[]]) => write(snapshot && JSON.stringify(snapshot));
const names = fc.stringMatching(/^[a-z][a-z-]{0,9}$/);
const shows = fc.oneof(fc.record({ text: fc.string() }), fc.record({ template: names }), fc.constant({}));
const phases = fc.uniqueArray(fc.nat(1e6), { minLength: 1, maxLength: 4 }).chain((ages) =>
  fc.tuple(
    ...ages
      .toSorted((a, b) => a - b)
      .map((age) =>
        fc.tuple(
          fc.constant(NOW - age),
          fc.uniqueArray(fc.oneof(fc.record({ slot: names, id: names, show: shows }), names, fc.constant(OTHERS)), {
            selector: nameOf,
          }),
        ),
      ),
  ),
);

const nameOf = (one: Shown | string): string => (typeof one === "string" ? one : one.slot);
const asRead = (one: Shown | string) => [nameOf(one), typeof one === "string" ? { show: {} } : one];

beforeEach(() => localStorage.clear());

test("what was written is read, of the latest phase that has begun", () => {
  fc.assert(
    fc.property(phases, (written) => {
      writeSnapshot(["a", written as readonly Phase[]]);
      fc.pre((localStorage.getItem(SNAPSHOT) ?? "").length <= 2_048);
      for (const [from, slots] of written) expect([...readSnapshot("a", from)]).toEqual(slots.map(asRead));
      expect(readSnapshot("a", (written.at(-1)?.[0] ?? 0) - 1).size).toBe(0);
    }),
  );
});

test("of another release, the names of the slots alone", () => {
  writeSnapshot(["a", [[NOW, [{ slot: "hero", id: "lead", show: { text: "x" } }, "aside", OTHERS]]]]);
  expect([...readSnapshot("b", NOW)]).toEqual(["hero", "aside", OTHERS].map((name) => [name, { show: {} }]));
});

test("what earlier versions left behind is read as it was meant", () => {
  localStorage.setItem(
    SNAPSHOT,
    `["a",[[${NOW},[{"slot":"hero","show":{}},{"slot":"top","id":"b","show":{"text":"x"}}]]]]`,
  );
  expect([...readSnapshot("a", NOW)]).toEqual([
    ["hero", { slot: "hero", show: {} }],
    ["top", { slot: "top", id: "b", show: { text: "x" } }],
  ]);
});

describe("nothing comes of", () => {
  test.each([
    "",
    "null",
    "{}",
    "[]",
    '["a"]',
    '["a",{}]',
    '["a",[null]]',
    '["a",[[0,[null]]]]',
    '["a",[[0,5]]]',
    '["a",[["x",[]]]]',
  ])("%s", (stored) => {
    localStorage.setItem(SNAPSHOT, stored);
    expect(readSnapshot("a", NOW).size).toBe(0);
  });

  test("any garbage: it never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        localStorage.setItem(SNAPSHOT, stored);
        expect(readSnapshot("a", NOW)).toBeInstanceOf(Map);
      }),
    );
  });

  test("what is longer than it may be", () => {
    writeSnapshot(["a", [[0, [{ slot: "hero", id: "lead", show: { text: "x".repeat(2_048) } }]]]]);
    expect(readSnapshot("a", NOW).size).toBe(0);
  });

  test("a storage that is denied", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(readSnapshot("a", NOW).size).toBe(0);
    expect(() => writeSnapshot(["a", []])).not.toThrow();
    vi.unstubAllGlobals();
  });
});

test("what finds no room leaves nothing older behind", () => {
  writeSnapshot(["a", []]);
  const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  writeSnapshot(["a", [[0, []]]]);
  expect(localStorage.getItem(SNAPSHOT)).toBeNull();
  full.mockRestore();
});

test("undefined removes it", () => {
  writeSnapshot(["a", []]);
  writeSnapshot(undefined);
  expect(localStorage.length).toBe(0);
});
