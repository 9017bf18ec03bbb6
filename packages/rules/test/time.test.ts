/** Clocks that are wrong for a while, days that are longer or shorter, and spans against a second reckoning. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { elapse, standingOf } from "../src/index.ts";
import { parseSpan } from "../src/site/duration.ts";
import { later } from "../src/time/span.ts";
import { zoned } from "./oracle/days.ts";
import { decide, isSame } from "./oracle/machine.ts";
import { after } from "./oracle/span.ts";
import type { Around, Entry, RulesText } from "./oracle/words.ts";
import { beginRun, contextOf, planOf, receiveAll, sortedState, stateOf } from "./world/engine.ts";
import { around, logs } from "./world/logs.ts";
import { NO_RULES, rules } from "./world/rules.ts";
import { PATIENCE, runs } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

const DAY = 86_400_000;
const NOBODY = { stage: "", segments: [] };

/** Rules whose answer does not depend on what was before. */
const forgetful = rules.map(
  (text): RulesText => ({
    ...text,
    stages: text.stages.map(([id, rule]) => [id, { if: rule.if }]),
    segments: Object.fromEntries(Object.entries(text.segments).map(([id, rule]) => [id, { if: rule.if }])),
  }),
);

describe("a clock", () => {
  test.each([
    ["set back, and right again", -1],
    ["set forward, and right again", 1],
  ])("that was %s leaves nothing behind", (_, way) => {
    const off = fc.oneof(fc.constantFrom(60_001, 1_800_000, DAY), fc.integer({ min: 60_001, max: 500 * DAY }));
    const pause = fc.integer({ min: 0, max: 40 * DAY });
    fc.assert(
      fc.property(forgetful, logs(8), around, off, pause, (text, { born, log }, place, ms, wait) => {
        const plan = planOf(text);
        const { life } = receiveAll(plan, beginRun(plan, born, place), log, place);
        const now = life.ghost.asOf + wait;
        const wrong = elapse(plan, life, now + way * ms, contextOf(place));
        expect(standingOf(plan, wrong).flip).toBeGreaterThan(wrong.ghost.asOf);
        const right = elapse(plan, wrong, now, contextOf(place));
        const heard = log.filter((entry, index) => !log.slice(0, index).some((other) => isSame(other, entry)));
        // One that is ahead by less than a minute is waited for.
        fc.pre(right.ghost.asOf === now);
        expect(stateOf(plan, right)).toEqual(sortedState(decide(text, heard, now, place, NOBODY)));
      }),
      runs(100),
    );
  });

  test("that jitters by less than a minute takes nobody out of anything", () => {
    fc.assert(
      fc.property(rules, logs(8), around, fc.integer({ min: 1, max: 60_000 }), (text, { born, log }, place, ms) => {
        const plan = planOf(text);
        const { life } = receiveAll(plan, beginRun(plan, born, place), log, place);
        const back = elapse(plan, life, life.ghost.asOf - ms, contextOf(place));
        expect(back.transitions).toEqual([]);
        expect(standingOf(plan, back)).toEqual(standingOf(plan, life));
      }),
      runs(50),
    );
  });
});

test("spans end where a second reckoning says", () => {
  const text = fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom("s", "m", "h", "d", "w", "mo", "y"))
    .map(([n, unit]) => `${n}${unit}`);
  const instant = fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2060, 0) });
  fc.assert(
    fc.property(text, instant, (span, at) => {
      expect(later(at, parseSpan(span) ?? Number.NaN)).toBe(after(at, span));
    }),
    runs(1_000),
  );
});

describe("days of the visitor", () => {
  const viewed = (text: string): Entry => ({ id: text, name: "A", at: Date.parse(text), properties: {} });
  const leaves = (zone: string, days: number, text: string): string => {
    const place: Around = { purposes: [], channels: [], facts: {}, calendar: zoned(zone) };
    const plan = planOf({ ...NO_RULES, segments: { one: { if: { event: "A", within: { days } } } } });
    const born = Date.parse(text);
    const { life } = receiveAll(plan, beginRun(plan, born, place), [viewed(text)], place);
    return new Date(standingOf(plan, life).flip).toISOString();
  };

  test.each([
    ["Europe/Rome", 1, "2026-03-29T00:30:00.000Z", "2026-03-29T22:00:00.000Z", "a day of 23 hours"],
    ["Europe/Rome", 1, "2026-10-24T22:30:00.000Z", "2026-10-25T23:00:00.000Z", "a day of 25 hours"],
    ["Europe/Rome", 7, "2026-03-23T12:00:00.000Z", "2026-03-29T22:00:00.000Z", "a week with a short day"],
    ["America/New_York", 2, "2026-03-07T12:00:00.000Z", "2026-03-09T04:00:00.000Z", "two days, and clocks go forward"],
    ["America/New_York", 2, "2026-10-31T12:00:00.000Z", "2026-11-02T05:00:00.000Z", "two days, and clocks go back"],
    ["America/Sao_Paulo", 1, "2018-11-03T12:00:00.000Z", "2018-11-04T03:00:00.000Z", "the next day has no midnight"],
    ["Asia/Kathmandu", 1, "2026-01-05T18:14:59.999Z", "2026-01-05T18:15:00.000Z", "three quarters of an hour off"],
    ["UTC", 1, "2028-02-28T12:00:00.000Z", "2028-02-29T00:00:00.000Z", "a leap day follows"],
    ["UTC", 2, "2028-02-28T12:00:00.000Z", "2028-03-01T00:00:00.000Z", "a leap day counts"],
  ])("%s, %i days from %s end at %s: %s", (zone, days, from, end) => expect(leaves(zone, days, from)).toBe(end));
});
