/** The engine, held to a rescan of the whole log. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { resumeLife, standingOf } from "../src/index.ts";
import { holds } from "./oracle/holds.ts";
import { begin, hear, type Past, wait } from "./oracle/machine.ts";
import { momentsOf } from "./oracle/moments.ts";
import type { Around, Entry, RulesText } from "./oracle/words.ts";
import { timeless } from "./world/clauses.ts";
import {
  advance,
  beginRun,
  compile,
  contextOf,
  elapseTo,
  ordered,
  type Run,
  receiveAll,
  sortedState,
  stateOf,
} from "./world/engine.ts";
import { absence, apart, around, disordered, logs, repeated } from "./world/logs.ts";
import { rules, rulesOf } from "./world/rules.ts";
import { PATIENCE, runs } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

/** The oracle's answers after a log. */
const told = (text: RulesText, born: number, log: readonly Entry[], place: Around): Past =>
  log.reduce((past, entry) => hear(text, past, entry, place), begin(text, born, place));

/** Where both stand, and all that changed on the way. */
function agree(
  text: RulesText,
  { plan, audiences }: ReturnType<typeof compile>,
  run: Run,
  past: Past,
  place: Around,
): void {
  const { life, changes } = run;
  expect({ ...stateOf(plan, life), changes: ordered(changes) }).toEqual({
    ...sortedState(past.state),
    changes: ordered(past.changes),
  });
  const isIn = (id: string) => past.state.segments.includes(id);
  const view = { rules: text, log: past.log, now: past.now, around: place, stage: past.state.stage, isIn };
  const held = standingOf(plan, life).audiences;
  expect(audiences.map((index) => held[index])).toEqual(text.audiences.map((clause) => holds(clause, view)));
}

describe("stage and segments are those of a rescan of the whole log", () => {
  test("at every event", () => {
    fc.assert(
      fc.property(rules, logs(10), around, (text, { born, log }, place) => {
        const compiled = compile(text);
        const { plan } = compiled;
        let [run, past] = [beginRun(plan, born, place), begin(text, born, place)];
        for (const entry of log) {
          [run, past] = [receiveAll(plan, run, [entry], place), hear(text, past, entry, place)];
          agree(text, compiled, run, past, place);
        }
      }),
      runs(300),
    );
  });

  test("at every instant at which anything may change, and beside it", () => {
    fc.assert(
      fc.property(rules, logs(6), around, (text, { born, log }, place) => {
        const compiled = compile(text);
        const { plan } = compiled;
        let [run, past] = [receiveAll(plan, beginRun(plan, born, place), log, place), told(text, born, log, place)];
        const moments = momentsOf(text, log, place.calendar).flatMap((at) => [at - 1, at]);
        for (const at of new Set(moments.filter((moment) => moment > past.now))) {
          [run, past] = [elapseTo(plan, run, at, place), wait(text, past, at, place)];
          expect(stateOf(plan, run.life)).toEqual(sortedState(past.state));
        }
        agree(text, compiled, run, past, place);
      }),
      runs(150),
    );
  });

  test("after an absence, as if somebody had looked all the time", () => {
    fc.assert(
      fc.property(
        rules,
        logs(8),
        fc.array(absence, { minLength: 1, maxLength: 3 }),
        around,
        (text, { born, log }, gaps, place) => {
          const compiled = compile(text);
          const { plan } = compiled;
          const [run, past] = [receiveAll(plan, beginRun(plan, born, place), log, place), told(text, born, log, place)];
          const now = gaps.reduce(apart, past.now);
          agree(text, compiled, elapseTo(plan, run, now, place), wait(text, past, now, place), place);
        },
      ),
      runs(300),
    );
  });

  test("after events that came twice", () => {
    const twice = logs(10).chain(({ born, log }) => repeated(log).map((arrival) => ({ born, arrival })));
    fc.assert(
      fc.property(rules, twice, around, (text, { born, arrival }, place) => {
        const compiled = compile(text);
        const { plan } = compiled;
        const run = receiveAll(plan, beginRun(plan, born, place), arrival, place);
        agree(text, compiled, run, told(text, born, arrival, place), place);
      }),
      runs(150),
    );
  });

  test("after events in any order, of what does not ask for their order", () => {
    const late = logs(14).chain(({ born, log }) => disordered(log).map((arrival) => ({ born, arrival })));
    fc.assert(
      fc.property(rulesOf(timeless), late, around, (text, { born, arrival }, place) => {
        const compiled = compile(text);
        const { plan } = compiled;
        const run = receiveAll(plan, beginRun(plan, born, place), arrival, place);
        agree(text, compiled, run, told(text, born, arrival, place), place);
      }),
      runs(300),
    );
  });

  test("when what surrounds the visitor changes", () => {
    fc.assert(
      fc.property(rules, logs(6), around, around, (text, { born, log }, place, other) => {
        const compiled = compile(text);
        const { plan } = compiled;
        const [run, past] = [receiveAll(plan, beginRun(plan, born, place), log, place), told(text, born, log, place)];
        const next = { ...other, calendar: place.calendar };
        const life = resumeLife(plan, run.life.ghost, past.now, contextOf(next));
        expect(life.transitions.filter(({ cause }) => cause !== "context")).toEqual([]);
        agree(text, compiled, advance(run, life), wait(text, past, past.now, next), next);
      }),
      runs(100),
    );
  });
});
