/** A page that has only the code that its plan asks for says the same as one that has all of it. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createLanguage, type Judges, likes, type Plan, RARE_OPERATORS, standingOf } from "../src/index.ts";
import { usesOf } from "../src/site/uses.ts";
import type { Around, ClauseText, Where } from "./oracle/words.ts";
import { liking, timeless } from "./world/clauses.ts";
import { beginRun, compile, elapseTo, receiveAll, stateOf } from "./world/engine.ts";
import { absence, apart, around, logs } from "./world/logs.ts";
import { rulesOf } from "./world/rules.ts";
import { comparison, NAMES, PATIENCE, runs, span } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

const small = fc.constantFrom("1", "2.0", "3.1-rc", "x");
const kinds = fc.subarray(["x", "Y", "z"]);
const text: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ $ini: kinds }),
  fc.record({ $nini: kinds }),
  fc.record({ $regex: fc.constantFrom("^x", "y|z", "[") }),
  fc.record({ $regexi: fc.constantFrom("X", "[YZ]") }),
  fc.record({ $type: fc.constantFrom("string", "null") }),
);
const number: fc.Arbitrary<unknown> = fc.oneof(
  ...["$veq", "$vne", "$vgt", "$vgte", "$vlt", "$vlte"].map((name) => small.map((value) => ({ [name]: value }))),
  fc.record({ $type: fc.constantFrom("number", "string", "boolean") }),
);
const one = fc.record({ kind: fc.oneof(fc.constantFrom("x", "y"), text) });
const list: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ $size: fc.oneof(fc.constantFrom(1, 2), comparison(fc.constantFrom(1, 2))) }),
  fc.record({ $elemMatch: one }),
  fc.record({ $all: fc.array(fc.record({ $elemMatch: one }), { maxLength: 2 }) }),
);
const listed = fc.oneof(
  fc.record({ $all: kinds }),
  fc.record({ $alli: kinds }),
  fc.record({ $elemMatch: fc.record({ $in: kinds }) }),
);
const joined = (condition: fc.Arbitrary<Where>): fc.Arbitrary<Where> =>
  fc.oneof(
    condition,
    condition.map((not) => ({ $not: not })),
    fc.array(condition, { minLength: 1, maxLength: 2 }).map((or) => ({ $or: or })),
    fc.array(condition, { minLength: 1, maxLength: 2 }).map((nor) => ({ $nor: nor })),
  );
const where: fc.Arbitrary<Where> = joined(
  fc.oneof(
    fc.record({ kind: text }),
    fc.record({ size: number }),
    fc.record({ products: list }),
    fc.record({ kind: text.map((not) => ({ $not: not })) }),
  ),
);
const fact: fc.Arbitrary<Where> = joined(
  fc.oneof(fc.record({ latest: text }), fc.record({ largest: number }), fc.record({ tags: listed })),
);
const event = fc.constantFrom(...NAMES);
const rare: fc.Arbitrary<ClauseText> = fc.oneof(
  fact.map((condition) => ({ fact: condition })),
  fc.record({ event, where, count: comparison(fc.integer({ min: 0, max: 3 })) }),
  fc.record({ event, where, last: comparison(span) }),
  fc.record({ event, where, without: fc.record({ event, where, within: span }) }),
);
const scored: fc.Arbitrary<ClauseText> = fc.record({
  affinity: fc.constant("taste"),
  of: fc.constantFrom("x", "y", "z"),
  score: comparison(fc.constantFrom(0.3, 1, 2.3)),
});

/** Of each kind of site some: neither, one of them, both. */
const sites = fc.oneof(
  ...[[timeless], [timeless, rare], [timeless, liking, scored], [timeless, rare, liking, scored]].map((clauses) =>
    rulesOf(fc.oneof(...clauses)),
  ),
);

/** With the code that the engine has on the page of a site that compiles to this. */
function leanIn(place: Around, plan: Plan): Around & Partial<Judges> {
  const uses = usesOf(plan);
  const holds = createLanguage(uses.operators ? RARE_OPERATORS : undefined);
  return { ...place, holds, likes: uses.likes ? likes : undefined } as Around;
}

test("at every event, and after an absence", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      sites,
      logs(8),
      absence,
      around,
      fc.subarray(["x", "y", "Z"]),
      (rules, { born, log }, gap, place, tags) => {
        const { plan } = compile(rules);
        const { operators, likes } = usesOf(plan);
        seen.add(JSON.stringify([operators, likes]));
        const here: Around = { ...place, facts: { ...place.facts, tags } };
        const now = apart(log.at(-1)?.at ?? born, gap);
        const [whole, lean] = [here, leanIn(here, plan)].map((where) => {
          const { life, changes } = elapseTo(
            plan,
            receiveAll(plan, beginRun(plan, born, where), log, where),
            now,
            where,
          );
          return { changes, state: stateOf(plan, life), standing: standingOf(plan, life), ghost: life.ghost };
        });
        expect(lean).toEqual(whole);
      },
    ),
    runs(400),
  );
  expect(seen.size).toBe(4);
});
