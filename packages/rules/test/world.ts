/** Random rules and events in a world small enough for chance to hit its edges: three events, one property, minutes. */
import fc from "fast-check";
import { createGhost, type Ghost, type Plan, reduceGhost, type Signal } from "../src/index.ts";
import type { ClauseSource } from "../src/site/clause-schema.ts";
import { createCompiler } from "../src/site/compile-clause.ts";

export const MINUTE = 60_000;
export const START = Date.UTC(2026, 0, 1);
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

export const { clause } = fc.letrec<{ clause: ClauseSource }>((tie) => ({
  clause: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({ not: tie("clause") }),
    fc.record({ all: fc.array(tie("clause"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("clause"), { minLength: 1, maxLength: 3 }) }),
  ),
}));

export const step = fc.record({
  name: event,
  kind: fc.constantFrom("x", "y"),
  gap: fc.constantFrom(0, 1, MINUTE, 5 * MINUTE, 30 * MINUTE),
});

/** Every clause is the condition of one audience. */
export function planOf(sources: readonly ClauseSource[]): Plan {
  const { counters, compile } = createCompiler([]);
  const audiences = sources.map(compile);
  return { counters, stages: [["new", ["all", []]]], segments: [], audiences };
}

export function logOf(steps: readonly { name: string; kind: string; gap: number }[]): Signal[] {
  let at = START;
  return steps.map(({ name, kind, gap }, index) => {
    at += gap;
    return { id: String(index), name, at, properties: { kind } };
  });
}

export const fold = (plan: Plan, log: readonly Signal[]): Ghost =>
  log.reduce((ghost, signal) => reduceGhost(ghost, signal, plan), createGhost(START));

const { GHOSTLIGHT_RUNS, GHOSTLIGHT_SEED } = process.env;

/** As many as the environment asks for, to search longer than every test run can afford; with its seed, to repeat a search. */
export const runs = {
  numRuns: Number(GHOSTLIGHT_RUNS ?? 500),
  ...(GHOSTLIGHT_SEED !== undefined && { seed: Number(GHOSTLIGHT_SEED) }),
};
