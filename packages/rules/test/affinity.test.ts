/** Scores, which fall all the time: as close to the sum over the log as numbers allow, and told in time. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { elapse, standingOf } from "../src/index.ts";
import { satisfies } from "./oracle/compare.ts";
import { scoresOf } from "./oracle/liking.ts";
import { isSame } from "./oracle/machine.ts";
import type { Around } from "./oracle/words.ts";
import { beginRun, contextOf, planOf, receiveAll } from "./world/engine.ts";
import { around, logs } from "./world/logs.ts";
import { NO_RULES } from "./world/rules.ts";
import { comparison, PATIENCE, runs } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

const DAY = 86_400_000;
const taste = NO_RULES.affinities.taste;
const bound = fc.constantFrom(0.01, 0.3, 1, 2.3, 4);

test("a score holds where the sum of what events left says so, and flips where that crosses the bound", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("x", "y"),
      comparison(bound).filter((one) => one.$eq === undefined && one.$ne === undefined),
      logs(8),
      around,
      fc.integer({ min: 0, max: 200 * DAY }),
      (of, score, { born, log }, place, wait) => {
        if (!taste) throw new TypeError("no affinity");
        const plan = planOf({ ...NO_RULES, segments: { one: { if: { affinity: "taste", of, score } } } });
        const heard = log.filter((entry, index) => !log.slice(0, index).some((other) => isSame(other, entry)));
        const bounds = Object.values(score);
        const scoreAt = (instant: number) => scoresOf(taste, heard, instant).get(of) ?? 0;
        const isNear = (instant: number) => bounds.some((one) => Math.abs(scoreAt(instant) / one - 1) < 1e-8);
        let { life } = receiveAll(plan, beginRun(plan, born, place), log, place);
        const agrees = (instant: number) => {
          const { segments } = standingOf(plan, elapse(plan, life, instant, contextOf(place)));
          if (!isNear(instant)) expect(segments.length > 0).toBe(satisfies(scoreAt(instant), score));
        };
        agrees(life.ghost.asOf);
        agrees(life.ghost.asOf + wait);
        const { flip, segments } = standingOf(plan, life);
        if (flip === Number.POSITIVE_INFINITY) return;
        agrees(Math.max(life.ghost.asOf, flip - 10));
        life = elapse(plan, life, flip, contextOf(place));
        expect(standingOf(plan, life).segments).not.toEqual(segments);
        expect(isNear(flip)).toBe(true);
      },
    ),
    runs(200),
  );
});

test("an event tells of its own value, or of those of its products", () => {
  const plan = planOf({ ...NO_RULES, segments: { one: { if: { affinity: "taste", of: "y", share: { $gt: 0 } } } } });
  const place: Around = { purposes: [], channels: [], facts: {}, calendar: { startOfDay: () => 0, dateOf: () => "" } };
  const standing = (properties: Record<string, unknown>) => {
    const run = receiveAll(plan, beginRun(plan, 0, place), [{ id: "1", name: "A", at: 0, properties }], place);
    return standingOf(plan, run.life).segments;
  };
  expect(standing({ products: [{ kind: "x" }, { kind: "y" }] })).toEqual(["one"]);
  expect(standing({ kind: "x", products: [{ kind: "y" }] })).toEqual([]);
});
