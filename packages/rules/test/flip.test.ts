/** The instant that is told for the next change: never late, and for what can be counted to the ms. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { elapse, standingOf } from "../src/index.ts";
import { decide, isSame } from "./oracle/machine.ts";
import { momentsOf } from "./oracle/moments.ts";
import type { ClauseText } from "./oracle/words.ts";
import { exact, leaf } from "./world/clauses.ts";
import { beginRun, contextOf, planOf, receiveAll, sortedState, stateOf } from "./world/engine.ts";
import { around, logs } from "./world/logs.ts";
import { NO_RULES, rules } from "./world/rules.ts";
import { PATIENCE, runs } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

const DAY = 86_400_000;
const HOPS = 30;

const onlyOf = (clause: ClauseText) => ({ ...NO_RULES, segments: { one: { if: clause } } });

describe("the next flip", () => {
  test("is never late: nothing changes before it", () => {
    fc.assert(
      fc.property(rules, logs(8), around, (text, { born, log }, place) => {
        const plan = planOf(text);
        let { life } = receiveAll(plan, beginRun(plan, born, place), log, place);
        const heard = log.filter((entry, at) => !log.slice(0, at).some((other) => isSame(other, entry)));
        for (let hop = 0; hop < HOPS; hop++) {
          const { flip } = standingOf(plan, life);
          const now = life.ghost.asOf;
          expect(flip).toBeGreaterThan(now);
          const state = stateOf(plan, life);
          const moments = momentsOf(text, heard, place.calendar).filter((at) => now < at && at < flip);
          for (const at of moments) expect(sortedState(decide(text, heard, at, place, state))).toEqual(state);
          if (flip === Number.POSITIVE_INFINITY) break;
          life = elapse(plan, life, flip, contextOf(place));
        }
      }),
      runs(150),
    );
  });

  test("is passed with nothing left to come, however long nobody looks", () => {
    fc.assert(
      fc.property(
        rules,
        logs(8),
        around,
        fc.integer({ min: 0, max: 800 * DAY }),
        (text, { born, log }, place, wait) => {
          const plan = planOf(text);
          const { life } = receiveAll(plan, beginRun(plan, born, place), log, place);
          const now = life.ghost.asOf + wait;
          const later = elapse(plan, life, now, contextOf(place));
          expect(standingOf(plan, later).flip).toBeGreaterThan(now);
          expect(later.ghost.asOf).toBe(now);
        },
      ),
      runs(100),
    );
  });

  test("of a count, an age, an abandonment or a sequence is when it changes, to the ms", () => {
    fc.assert(
      fc.property(exact, logs(8), around, (clause, { born, log }, place) => {
        const plan = planOf(onlyOf(clause));
        let { life } = receiveAll(plan, beginRun(plan, born, place), log, place);
        for (let hop = 0; hop < HOPS; hop++) {
          const { flip, segments } = standingOf(plan, life);
          if (flip === Number.POSITIVE_INFINITY) return;
          expect(standingOf(plan, elapse(plan, life, flip - 1, contextOf(place))).segments).toEqual(segments);
          life = elapse(plan, life, flip, contextOf(place));
          expect(standingOf(plan, life).segments).not.toEqual(segments);
        }
      }),
      runs(300),
    );
  });

  test("of a clause that time cannot change is never", () => {
    fc.assert(
      fc.property(leaf, logs(8), around, (clause, { born, log }, place) => {
        fc.pre("fact" in clause || "consent" in clause || "channel" in clause);
        const plan = planOf(onlyOf(clause));
        const { life } = receiveAll(plan, beginRun(plan, born, place), log, place);
        expect(standingOf(plan, life).flip).toBe(Number.POSITIVE_INFINITY);
      }),
      runs(50),
    );
  });
});
