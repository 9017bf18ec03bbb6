/** Who reads what, beside a reading of each rule that follows every path anew. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clause, Rule } from "../plan.ts";
import { closureOf } from "./closure.ts";

const COUNTERS = 4;

/** Rules whose segments read only those before them, as compiled plans have it. */
const rules = fc.array(
  fc.record({ counter: fc.nat(COUNTERS - 1), reads: fc.array(fc.nat(20), { maxLength: 3 }), silent: fc.boolean() }),
  { maxLength: 12 },
);

type Written = Parameters<typeof plansOf>[0];

function plansOf(written: readonly { counter: number; reads: readonly number[]; silent: boolean }[]) {
  const segments = written.map(({ counter, reads, silent }, at): Rule => {
    const others = at ? reads.map((one): Clause => ["segment", one % at]) : [];
    const own: Clause[] = [["last", counter, 5] as unknown as Clause, ...others];
    return [`s${at}`, ["all", [...own, ["not", ["any", silent ? [["silent", 5] as unknown as Clause] : []]]]]];
  });
  return { stages: [["new", ["all", []]]] as Rule[], segments, audiences: [] };
}

/** Whether rule `at` comes to look at `is`, itself or through what it reads. */
function looksAt(written: Written, at: number, is: (one: Written[number]) => boolean): boolean {
  const one = written[at];
  return one !== undefined && (is(one) || (at > 0 && one.reads.some((other) => looksAt(written, other % at, is))));
}

/** Segments come after the one stage. */
const numbers = (written: Written, holds: (at: number) => boolean): number[] =>
  written.flatMap((_, at) => (holds(at) ? [at + 1] : []));

describe("the closure of rules", () => {
  test("names all that have to be looked at again, and no others", () => {
    fc.assert(
      fc.property(rules, (written) => {
        const { readers, dependents, restless } = closureOf(plansOf(written), COUNTERS);
        for (let counter = 0; counter < COUNTERS; counter++) {
          expect(readers[counter]).toEqual(
            numbers(written, (at) => looksAt(written, at, (one) => one.counter === counter)),
          );
        }
        expect(restless).toEqual(numbers(written, (at) => looksAt(written, at, ({ silent }) => silent)));
        written.forEach((target, rule) => {
          const others = numbers(written, (at) => at !== rule && looksAt(written, at, (one) => one === target));
          expect(dependents[rule + 1] ?? []).toEqual(others);
        });
      }),
    );
  });

  test("looks at each rule as often as if it were alone: an edge compiles a site while it serves others", () => {
    /** How often that many rules are looked at, in all. */
    const looks = (count: number): number => {
      let looked = 0;
      const get = (clause: object, key: string | symbol) => {
        looked++;
        return Reflect.get(clause, key);
      };
      const plan = plansOf(
        Array.from({ length: count }, (_, at) => ({ counter: at, reads: [], silent: at % 7 === 0 })),
      );
      const segments = plan.segments.map(([id, clause]): Rule => [id, new Proxy<Clause>(clause, { get })]);
      closureOf({ ...plan, segments }, count);
      return looked;
    };
    // Twice as many rules took four times as much.
    expect(looks(400) / looks(200)).toBeCloseTo(2, 1);
  });
});
