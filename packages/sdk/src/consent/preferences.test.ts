import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsAfter } from "./months-after.ts";
import { NO_PREFERENCES, type Preferences, pauseOf, revivePreferences } from "./preferences.ts";

const WHOLE: Preferences = {
  channels: { sms: "confirmed", email: false },
  addressed: ["sms"],
  preferred: "sms",
  topics: ["news"],
  frequency: "weekly",
  pausedUntil: "2026-12-24",
};

describe("what was stored", () => {
  test("comes back whole", () => {
    expect(revivePreferences(WHOLE)).toEqual(WHOLE);
    expect(revivePreferences(structuredClone(NO_PREFERENCES))).toEqual(NO_PREFERENCES);
  });

  test.each([undefined, null, 5, "x", [], {}, { channels: null }, { channels: 5, topics: {}, addressed: "email" }])(
    "is nothing in %j",
    (stored) => {
      expect(revivePreferences(stored)).toEqual(NO_PREFERENCES);
    },
  );

  test.each<[part: Record<string, unknown>, lost: keyof Preferences]>([
    [{ frequency: "hourly" }, "frequency"],
    [{ pausedUntil: "soon" }, "pausedUntil"],
    [{ pausedUntil: "2026-13-01" }, "pausedUntil"],
    [{ pausedUntil: "0202-12-24" }, "pausedUntil"],
    [{ pausedUntil: 20261224 }, "pausedUntil"],
    [{ preferred: "email" }, "preferred"],
    [{ preferred: "pigeon" }, "preferred"],
    [{ preferred: ["sms"] }, "preferred"],
  ])("loses %j alone", (part, lost) => {
    const { [lost]: _, ...rest } = WHOLE;
    expect(revivePreferences({ ...WHOLE, ...part })).toEqual(rest);
  });

  test("loses what is no text among texts, and what nobody knows", () => {
    const stored = { ...WHOLE, topics: ["news", 5, null], addressed: [{}, "sms"], colour: "red" };
    expect(revivePreferences(stored)).toEqual(WHOLE);
  });

  test("never breaks, whatever it is, and is the same when read again", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const once = revivePreferences(stored);
        expect(revivePreferences(once)).toEqual(once);
      }),
    );
  });
});

describe("a pause", () => {
  test.each([
    ["2026-12-24", "2026-11-22", "2026-12-24"],
    ["2026-11-22", "2026-11-22", "2026-11-22"],
    ["2026-11-21", "2026-11-22", undefined],
  ])("to %s is, on %s, one to %s", (pausedUntil, today, expected) => {
    expect(pauseOf({ pausedUntil }, today)).toBe(expected);
  });

  test("is none where none was asked for", () => {
    expect(pauseOf({}, "2026-11-22")).toBeUndefined();
  });

  test.each([
    ["2026-11-22", 1, "2026-12-22"],
    ["2026-11-22", 3, "2027-02-22"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-12-31", 1, "2027-01-31"],
    ["2026-08-31", 1, "2026-09-30"],
  ])("from %s, %i months on, is %s", (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });
});
