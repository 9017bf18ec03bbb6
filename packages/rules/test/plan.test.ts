import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clause, evaluatePlan, type Plan, reduceGhost, type Signal } from "../src/index.ts";
import type { ClauseSource } from "../src/site/clause-schema.ts";
import { createCompiler } from "../src/site/compile-clause.ts";
import { standingOf } from "./oracle.ts";
import { clause, fold, logOf, MINUTE, planOf, runs, START, step } from "./world.ts";

const IDS = ["one", "two", "three"];
const STAGES = ["high", "low"];

/** Joins a clause with others that it did not have: segments that come before it, and stages. */
function mixed(segments: readonly string[]): fc.Arbitrary<ClauseSource> {
  const others = [
    ...segments.map((segment): ClauseSource => ({ segment })),
    ...[...STAGES, "new"].map((stage): ClauseSource => ({ stage })),
  ];
  const parts = fc.tuple(clause, fc.subarray(others, { maxLength: 2 })).map(([one, more]) => [one, ...more]);
  return fc.oneof(
    parts.map((all): ClauseSource => ({ all })),
    parts.map((any): ClauseSource => ({ any })),
    parts.map((any): ClauseSource => ({ not: { any } })),
    fc.constantFrom(...others),
  );
}

/** A whole plan: stages of events, segments that read stages and earlier segments, audiences that read all. */
const plan: fc.Arbitrary<Plan> = fc
  .record({
    stages: fc.tuple(clause, clause),
    segments: fc.tuple(mixed([]), mixed(IDS.slice(0, 1)), mixed(IDS.slice(0, 2))),
    audiences: fc.array(mixed(IDS), { maxLength: 3 }),
  })
  .map((sources) => {
    const { counters, compile } = createCompiler(IDS);
    const named = <Name extends string>(names: readonly Name[], clauses: readonly ClauseSource[]) =>
      names.flatMap((name, at): [Name, Clause][] => {
        const source = clauses[at];
        return source ? [[name, compile(source)]] : [];
      });
    return {
      counters,
      stages: [...named(STAGES, sources.stages), ["new", ["all", []]]],
      segments: named(IDS, sources.segments),
      audiences: sources.audiences.map(compile),
    };
  });

const steps = fc.array(step, { maxLength: 15 });
const later = fc.integer({ min: 0, max: 70 * MINUTE });
const end = (log: readonly Signal[]) => log.at(-1)?.at ?? START;
const standing = (...[one, ghost, now]: Parameters<typeof evaluatePlan>) => {
  const { flip, ...rest } = evaluatePlan(one, ghost, now);
  return rest;
};

describe("a whole plan", () => {
  test("stands where a rescan of the whole log says", () => {
    fc.assert(
      fc.property(plan, steps, later, (one, gaps, wait) => {
        const log = logOf(gaps);
        const now = end(log) + wait;
        expect(standing(one, fold(one, log), now)).toEqual(standingOf(one, log, now));
      }),
      runs,
    );
  });

  test("stands there whatever the order in which events arrived, at any later instant", () => {
    const shuffled = steps.chain((gaps) => {
      const log = logOf(gaps);
      return fc.record({ log: fc.constant(log), arrival: fc.shuffledSubarray(log, { minLength: log.length }) });
    });
    fc.assert(
      fc.property(plan, shuffled, later, (one, { log, arrival }, wait) => {
        const now = end(log) + wait;
        expect(standing(one, fold(one, arrival), now)).toEqual(standingOf(one, log, now));
      }),
      runs,
    );
  });

  test("stands there after events that were sent twice", () => {
    fc.assert(
      fc.property(plan, steps, later, fc.nat({ max: 5 }), (one, gaps, wait, delay) => {
        const log = logOf(gaps);
        const sent = log.flatMap((signal, at) => [signal, ...log.slice(Math.max(0, at - delay), at)]);
        const now = end(log) + wait;
        expect(standing(one, fold(one, sent), now)).toEqual(standingOf(one, log, now));
      }),
      runs,
    );
  });

  test("changes nowhere before the flip that was told", () => {
    fc.assert(
      fc.property(plan, steps, (one, gaps) => {
        const log = logOf(gaps);
        const ghost = fold(one, log);
        let now = end(log);
        for (let hop = 0; hop < 30; hop++) {
          const { flip, ...before } = evaluatePlan(one, ghost, now);
          expect(flip).toBeGreaterThan(now);
          const until = Math.min(flip, now + 90 * MINUTE);
          for (const at of [now + 1, Math.floor((now + until) / 2), until - 1]) {
            if (at > now && at < until) expect(standing(one, ghost, at)).toEqual(before);
          }
          if (flip === Number.POSITIVE_INFINITY) break;
          now = flip;
        }
      }),
      runs,
    );
  });
});

describe("after a change of the rules", () => {
  const change = fc.record({ kept: clause, other: clause, before: steps, after: steps });

  /** Folds a part of the log under each plan. */
  const across = (log: readonly Signal[], cut: number, first: Plan, second: Plan) =>
    log.slice(cut).reduce((ghost, signal) => reduceGhost(ghost, signal, second), fold(first, log.slice(0, cut)));

  test("a rule that stayed answers as if nothing had changed", () => {
    fc.assert(
      fc.property(change, later, ({ kept, other, before, after }, wait) => {
        const [both, alone] = [planOf([kept, other]), planOf([kept])];
        const log = logOf([...before, ...after]);
        const now = end(log) + wait;
        const ghost = across(log, before.length, both, alone);
        expect(standing(alone, ghost, now)).toEqual(standingOf(alone, log, now));
      }),
      runs,
    );
  });

  test("also when others were added that keep no more of its events", () => {
    fc.assert(
      fc.property(change, later, ({ kept, other, before, after }, wait) => {
        const [alone, both] = [planOf([kept]), planOf([kept, other])];
        fc.pre(alone.counters.every(({ keep }, at) => both.counters[at]?.keep === keep));
        const log = logOf([...before, ...after]);
        const now = end(log) + wait;
        const ghost = across(log, before.length, alone, both);
        expect(standing(both, ghost, now).audiences[0]).toBe(standingOf(both, log, now).audiences[0]);
      }),
      runs,
    );
  });

  test("a rule about events that none named before counts from the change on", () => {
    fc.assert(
      fc.property(change, later, ({ kept, before, after }, wait) => {
        const [none, plan] = [planOf([]), planOf([kept])];
        const log = logOf([...before, ...after]);
        const now = end(log) + wait;
        const ghost = across(log, before.length, none, plan);
        expect(standing(plan, ghost, now)).toEqual(standingOf(plan, log.slice(before.length), now));
      }),
      runs,
    );
  });
});
