/** The rules that ship, on random visitors: the engine and the rescan see the same lives. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { rulesOf } from "../src/site/rules.ts";
import { begin, hear, wait } from "./oracle/machine.ts";
import type { Entry, RulesText } from "./oracle/words.ts";
import { siteWith } from "./site.ts";
import { beginRun, elapseTo, ordered, planOf, receiveAll, sortedState, stateOf } from "./world/engine.ts";
import { absence, apart, around, logs } from "./world/logs.ts";
import { PATIENCE, runs } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

describe.each(["shop", "subscription", "content"])("the lifecycle of a %s", (model) => {
  const text = rulesOf(siteWith({ model, channels: ["email", "sms"] })) as unknown as RulesText;
  const plan = planOf(text);
  const names = [...Object.keys(plan.events), "Identified", "Nothing"];

  /** The events of a random log under the names that the model knows. */
  const told = fc
    .tuple(logs(12), fc.infiniteStream(fc.constantFrom(...names)), fc.array(fc.boolean(), { minLength: 12 }))
    .map(([{ born, log }, stream, touched]) => ({
      born,
      log: log.map((entry, index): Entry => {
        const named = { ...entry, name: stream.next().value ?? "Nothing" };
        const properties = { ...entry.properties, score: 9, category: entry.properties.kind };
        return touched[index] ? { ...named, properties, touch: "email" } : { ...named, properties };
      }),
    }));

  test("is that of a rescan, in whatever order its events come, and after any absence", () => {
    fc.assert(
      fc.property(told, fc.array(absence, { minLength: 1, maxLength: 3 }), around, ({ born, log }, gaps, place) => {
        let [run, past] = [beginRun(plan, born, place), begin(text, born, place)];
        for (const entry of log) {
          [run, past] = [receiveAll(plan, run, [entry], place), hear(text, past, entry, place)];
          expect(stateOf(plan, run.life)).toEqual(sortedState(past.state));
        }
        const now = gaps.reduce(apart, past.now);
        [run, past] = [elapseTo(plan, run, now, place), wait(text, past, now, place)];
        expect(stateOf(plan, run.life)).toEqual(sortedState(past.state));
        expect(ordered(run.changes)).toEqual(ordered(past.changes));
      }),
      runs(60),
    );
  });
});
