/** Random rules of a whole site: stages, segments that read them and one another without a ring, audiences. */
import fc from "fast-check";
import type { ClauseText, RulesText, RuleText } from "../oracle/words.ts";
import { joined, leaf } from "./clauses.ts";
import { maybe, SEGMENTS, STAGES, WAKES } from "./words.ts";

/** What every random site has beside its rules. */
export const NO_RULES: RulesText = {
  stages: [],
  segments: {},
  audiences: [],
  wakes: WAKES,
  affinities: {
    taste: {
      of: "kind",
      halfLife: "7d",
      weights: { A: 1, B: 2.3, C: 5.1 },
      baseline: { x: 0.5, y: 0.3, z: 0.2 },
      keep: 8,
    },
  },
  facts: {
    kinds: { event: ["A", "B"], distinct: "kind" },
    latest: { event: "A", latest: "kind" },
    earliest: { event: "A", first: "kind" },
    largest: { event: "B", max: "size" },
    smallest: { event: "B", min: "size" },
  },
  revenue: "total",
  sizes: { medium: 10, big: 20, huge: 40 },
};

const rule = (clause: fc.Arbitrary<ClauseText>): fc.Arbitrary<RuleText> =>
  fc.tuple(clause, maybe(clause, 1)).map(([enter, stay]) => (stay ? { if: enter, stay } : { if: enter }));

/** Rules made of the clauses handed in; the file names segments in any order. */
export function rulesOf(one: fc.Arbitrary<ClauseText>): fc.Arbitrary<RulesText> {
  const stages = [...STAGES, "new"].map((stage): ClauseText => ({ stage }));
  const before = (index: number): ClauseText[] => SEGMENTS.slice(0, index).map((segment) => ({ segment }));
  const segment = (index: number) => rule(joined(one, [...stages, ...before(index), ...before(index)]));
  return fc
    .record({
      stages: fc.array(rule(joined(one)), { maxLength: STAGES.length }),
      segments: fc.tuple(...SEGMENTS.map((_, index) => segment(index))),
      order: fc.shuffledSubarray([...SEGMENTS], { minLength: 1 }).map((ids) => closed(ids)),
      audiences: fc.array(joined(one, [...stages, ...before(1)]), { maxLength: 2 }),
    })
    .map(({ stages: list, segments, order, audiences }) => ({
      ...NO_RULES,
      stages: list.map((item, index) => [STAGES[index] ?? "", item] as const),
      segments: Object.fromEntries(order.map((id) => [id, segments[SEGMENTS.indexOf(id)] ?? { if: { all: [] } }])),
      audiences,
    }));
}

/** With every segment that one of them may read. */
function closed(ids: (typeof SEGMENTS)[number][]): (typeof SEGMENTS)[number][] {
  const highest = Math.max(...ids.map((id) => SEGMENTS.indexOf(id)));
  return [...ids, ...SEGMENTS.slice(0, highest).filter((id) => !ids.includes(id))];
}

/** Any rules. */
export const rules: fc.Arbitrary<RulesText> = rulesOf(leaf);
