import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGhost, evaluatePlan, type Ghost, type Plan, reduceGhost, type Signal } from "../src/index.ts";
import type { ClauseSource } from "../src/site/clause-schema.ts";
import { createCompiler } from "../src/site/compile-clause.ts";
import { rescan } from "./oracle.ts";

/** A world small enough for chance to hit its edges: three events, one property, minutes. */
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);
const names = ["A", "B", "C"];
const event = fc.constantFrom(...names);
const minutes = fc.integer({ min: 1, max: 30 }).map((n) => `${n}m`);
const where = fc.option(fc.record({ kind: fc.constantFrom("x", "y") }), { nil: undefined });
const operator = fc.constantFrom("$eq", "$ne", "$gt", "$gte", "$lt", "$lte");

function comparison<T>(operand: fc.Arbitrary<T>) {
  return fc.dictionary(operator, operand, { minKeys: 1, maxKeys: 2 });
}

function optional<T extends object>(shape: T): T {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as T;
}

const leaf = fc
  .oneof(
    fc.record({ event, where, count: comparison(fc.integer({ min: 0, max: 4 })) }),
    fc.record({ event, where, count: comparison(fc.integer({ min: 0, max: 4 })), within: minutes }),
    fc.record({ event, where, within: minutes }),
    fc.record({ event, where, first: comparison(minutes) }),
    fc.record({ event, where, last: comparison(minutes) }),
    fc.record({ event, where, without: fc.record({ event, within: minutes }) }),
  )
  .map((clause) => optional(clause) as ClauseSource);

const { clause } = fc.letrec<{ clause: ClauseSource }>((tie) => ({
  clause: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({ not: tie("clause") }),
    fc.record({ all: fc.array(tie("clause"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("clause"), { minLength: 1, maxLength: 3 }) }),
  ),
}));

const step = fc.record({
  name: event,
  kind: fc.constantFrom("x", "y"),
  gap: fc.constantFrom(0, 1, MINUTE, 5 * MINUTE, 30 * MINUTE),
});

function planOf(sources: readonly ClauseSource[]): Plan {
  const { counters, compile } = createCompiler([]);
  const audiences = sources.map(compile);
  return { counters, stages: [["new", ["all", []]]], segments: [], audiences };
}

function logOf(steps: readonly { name: string; kind: string; gap: number }[]): Signal[] {
  let at = START;
  return steps.map(({ name, kind, gap }, index) => {
    at += gap;
    return { id: String(index), name, at, properties: { kind } };
  });
}

const fold = (plan: Plan, log: readonly Signal[]): Ghost =>
  log.reduce((ghost, signal) => reduceGhost(ghost, signal, plan), createGhost(START));

const agree = (plan: Plan, ghost: Ghost, log: readonly Signal[], now: number): void => {
  const { audiences, stage } = evaluatePlan(plan, ghost, now);
  expect(audiences).toEqual(plan.audiences.map((one) => rescan(one, plan, log, now, stage)));
};

const runs = { numRuns: Number(process.env.GHOSTLIGHT_RUNS ?? 500) };

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
