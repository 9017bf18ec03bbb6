import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluatePlan, type Ghost, type Plan, type Signal } from "../src/index.ts";
import { rescan } from "./oracle.ts";
import { clause, fold, logOf, MINUTE, planOf, runs, START, step } from "./world.ts";

const agree = (plan: Plan, ghost: Ghost, log: readonly Signal[], now: number): void => {
  const { audiences, stage } = evaluatePlan(plan, ghost, now);
  expect(audiences).toEqual(plan.audiences.map((one) => rescan(one, plan, log, now, stage)));
};

describe("counters answer as a rescan of the whole log would", () => {
  test("after every event", () => {
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 1, maxLength: 4 }),
        fc.array(step, { maxLength: 20 }),
        (sources, steps) => {
          const plan = planOf(sources);
          const log = logOf(steps);
          log.forEach((signal, index) => {
            const past = log.slice(0, index + 1);
            agree(plan, fold(plan, past), past, signal.at);
          });
        },
      ),
      runs,
    );
  });

  test("at any later instant", () => {
    fc.assert(
      fc.property(
        clause,
        fc.array(step, { maxLength: 20 }),
        fc.integer({ min: 0, max: 70 * MINUTE }),
        (source, steps, later) => {
          const plan = planOf([source]);
          const log = logOf(steps);
          agree(plan, fold(plan, log), log, (log.at(-1)?.at ?? START) + later);
        },
      ),
      runs,
    );
  });

  test("in whatever order the events of a moment arrive", () => {
    const shuffled = fc.array(step, { maxLength: 12 }).chain((steps) => {
      const log = logOf(steps);
      return fc.record({ log: fc.constant(log), arrival: fc.shuffledSubarray(log, { minLength: log.length }) });
    });
    fc.assert(
      fc.property(clause, shuffled, (source, { log, arrival }) => {
        const plan = planOf([source]);
        agree(plan, fold(plan, arrival), log, (log.at(-1)?.at ?? START) + MINUTE);
      }),
      runs,
    );
  });

  test("nothing changes before the flip that was told", () => {
    fc.assert(
      fc.property(clause, fc.array(step, { maxLength: 12 }), (source, steps) => {
        const plan = planOf([source]);
        const log = logOf(steps);
        const ghost = fold(plan, log);
        let now = log.at(-1)?.at ?? START;
        for (let hop = 0; hop < 50; hop++) {
          const { audiences, flip } = evaluatePlan(plan, ghost, now);
          const end = Math.min(flip, now + 90 * MINUTE);
          expect(flip).toBeGreaterThan(now);
          const between = [now + 1, now + MINUTE, Math.floor((now + end) / 2), end - 1].filter(
            (at) => at > now && at < end,
          );
          for (const at of between) expect(evaluatePlan(plan, ghost, at).audiences).toEqual(audiences);
          if (flip === Number.POSITIVE_INFINITY) break;
          now = flip;
        }
      }),
      runs,
    );
  });
});
