import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sequence } from "../../test/sequence.ts";
import type { Plan } from "../plan.ts";
import type { ClauseSource, RuleSource } from "./clause/source.ts";
import { compileRules, type RulesSource } from "./compile-rules.ts";

const EMPTY: RulesSource = {
  stages: [],
  segments: {},
  audiences: [],
  affinities: { liked: { of: "kind", weights: { A: 1 }, halfLife: "1d", baseline: {}, keep: 3 } },
  facts: {},
  wakes: [],
  revenue: "total",
  sizes: { medium: 1, big: 2, huge: 3 },
};

const planOf = (rules: Partial<RulesSource>): Plan => compileRules({ ...EMPTY, ...rules }).plan;

describe("a plan", () => {
  test("ends its stages with that of everybody else, and keeps what a rule stays by", () => {
    const { stages } = planOf({ stages: [["fan", { if: { event: "A" }, stay: { event: "B" } }]] });
    expect(stages).toEqual([
      ["fan", ["count", 0, { $gte: 1 }], ["count", 1, { $gte: 1 }]],
      ["new", ["all", []]],
    ]);
  });

  test("has the facts that every site has, and the site's own", () => {
    const { facts, counters } = planOf({
      facts: {
        lists: { event: "List Viewed" },
        last: { event: ["A", "B"], where: { x: 1 }, latest: "category" },
        kinds: { event: "A", distinct: "kind" },
        most: { event: "A", max: "price" },
      },
    });
    const told = Object.entries(facts).map(([id, at]) => [id, counters[at]]);
    expect(Object.fromEntries(told)).toEqual({
      orders: { key: "Order Completed", keep: 0 },
      revenue: { key: 'Order Completed|sum "total"', of: ["sum", "total"], keep: 0 },
      lists: { key: "List Viewed", keep: 0 },
      last: { key: '["A","B"]|{"x":1}|latest "category"', where: { x: 1 }, of: ["latest", "category"], keep: 0 },
      kinds: { key: 'A|distinct "kind"', of: ["distinct", "kind"], keep: 64 },
      most: { key: 'A|max "price"', of: ["max", "price"], keep: 0 },
    });
  });

  test("shares an order's counters between clauses and facts", () => {
    const { facts, stages } = planOf({
      stages: [["buyer", { if: { all: [{ event: "Order Completed" }, { value: "big" }] } }]],
    });
    expect(stages[0]?.[1]).toEqual([
      "all",
      [
        ["count", facts.orders, { $gte: 1 }],
        ["sum", facts.revenue, { $gte: 2 }, ["in", 365 * 86_400_000]],
      ],
    ]);
  });

  test("has affinities in ms", () => {
    expect(planOf({}).affinities).toEqual([
      { id: "liked", path: "kind", halfLife: 86_400_000, weights: { A: 1 }, baseline: {}, keep: 3 },
    ]);
    const monthly = { liked: { of: "kind", weights: {}, halfLife: "1mo", baseline: {}, keep: 3 } };
    expect(() => planOf({ affinities: monthly })).toThrow(new TypeError('"1mo" is no fixed time'));
  });

  test("shares audiences that are equal, and says which is whose", () => {
    const both: ClauseSource[] = [
      { fact: { a: 1, b: { $gt: 1, $lt: 3 } } },
      { stage: "new" },
      { fact: { b: { $lt: 3, $gt: 1 }, a: 1 } },
    ];
    const { plan, audiences } = compileRules({ ...EMPTY, audiences: both });
    expect(plan.audiences).toEqual([
      ["fact", { a: 1, b: { $gt: 1, $lt: 3 } }],
      ["stage", "new"],
    ]);
    expect(audiences).toEqual([0, 1, 0]);
  });

  test("refuses a ring", () => {
    const segments = { a: { if: { segment: "b" } }, b: { if: { event: "A" }, stay: { segment: "a" } } };
    expect(() => planOf({ segments })).toThrow(new TypeError("segments read one another: a → b → a"));
  });
});

describe("who reads what", () => {
  test("through segments, stages and both", () => {
    const { readers, dependents, restless, segments } = planOf({
      stages: [
        ["top", { if: { event: "A", count: { $gte: 3 } } }],
        ["low", { if: { event: "B" } }],
      ],
      segments: {
        last: { if: { segment: "mid" } },
        mid: { if: { event: "C" }, stay: { stage: "low" } },
        quiet: { if: { silent: { $gt: "1d" } } },
        visit: { if: { event: "D", session: true } },
      },
      audiences: [{ segment: "last" }, { stage: "top" }, { not: { segment: "quiet" } }, { fact: { stage: "low" } }],
    });
    expect(segments.map(([id]) => id)).toEqual(["mid", "last", "quiet", "visit"]);
    // 0 top, 1 low, 2 new, 3 mid, 4 last, 5 quiet, 6 visit, 7–10 audiences; then counters A, B, C, D and those of orders.
    expect(readers).toEqual([[0, 3, 4, 7, 8, 10], [1, 3, 4, 7, 10], [3, 4, 7], [6], [], []]);
    expect(dependents).toEqual({
      0: [3, 4, 7, 8, 10],
      1: [3, 4, 7, 10],
      2: [10],
      3: [4, 7],
      4: [7],
      5: [9],
    });
    expect(restless).toEqual([5, 6, 9, 10]);
  });
});

const name = fc.constantFrom("A", "B", "C");
const where = fc.constantFrom({}, { x: 1 }, { x: 2 });
const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ event: name, where }),
  fc.record({ event: name, within: fc.constantFrom("1d", { days: 2 }) }),
  fc.record({ event: name, session: fc.constant(true) }),
  fc.record({ event: name, sum: fc.constant({ v: { $gt: 3 } }), between: fc.constant(["1d", "2d"]) }),
  fc.record({ event: name, distinct: fc.constant({ v: { $gt: 3 } }) }),
  fc.record({ event: name, without: fc.record({ event: name, within: fc.constant("1h") }) }),
  fc.tuple(name, name).map(([event, next]) => sequence({ event }, { event: next, within: "1d" })),
  fc.constantFrom(
    { silent: { $gt: "1d" } },
    { affinity: "liked", of: "x", top: 1 },
    { fact: { orders: 1 } },
    { value: "big" },
  ),
);

/** Clauses that read what is in `reads`. */
function clauseOver(reads: readonly ClauseSource[]): fc.Arbitrary<ClauseSource> {
  const base = reads.length ? fc.oneof(leaf, fc.constantFrom(...reads)) : leaf;
  const joined = fc.oneof(
    base,
    fc.array(base, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    base.map((not) => ({ not: { any: [not] } })),
  );
  return joined as fc.Arbitrary<ClauseSource>;
}

function ruleOver(reads: readonly ClauseSource[]): fc.Arbitrary<RuleSource> {
  return fc
    .tuple(clauseOver(reads), fc.option(clauseOver(reads), { nil: undefined }))
    .map(([enter, stay]) => (stay ? { if: enter, stay } : { if: enter }));
}

const inStages: ClauseSource[] = [{ stage: "s0" }, { stage: "s1" }, { stage: "new" }, { fact: { stage: "s1" } }];
const rules: fc.Arbitrary<RulesSource> = fc
  .record({
    stages: fc
      .tuple(ruleOver([]), ruleOver([]))
      .map((all) => all.map((rule, at): [string, RuleSource] => [`s${at}`, rule])),
    segments: fc
      .tuple(
        ruleOver(inStages),
        ruleOver([...inStages, { segment: "g0" }]),
        ruleOver([{ segment: "g0" }, { segment: "g1" }]),
      )
      .map((all) => Object.fromEntries(all.map((rule, at) => [`g${at}`, rule]))),
    audiences: fc.array(clauseOver([...inStages, { segment: "g0" }, { segment: "g2" }]), { maxLength: 3 }),
  })
  .map((own) => ({ ...EMPTY, ...own }));

/** Every tuple in a rule, whatever it is in. */
function tuples(value: unknown): unknown[][] {
  if (!Array.isArray(value)) return [];
  return [...(typeof value[0] === "string" ? [value] : []), ...value.flatMap(tuples)];
}

/** By rule, numbered through, every tuple of its clauses. */
function numbered(plan: Plan): readonly unknown[][][] {
  const rules = [...plan.stages, ...plan.segments].map(([, enter, stay]) => [enter, stay]);
  return [...rules, ...plan.audiences].map(tuples);
}

/** By rule, whether it reads another. */
function readings(plan: Plan): (reader: number, rule: number) => boolean {
  const { stages } = plan;
  const texts = numbered(plan).map((all) => all.map((tuple) => JSON.stringify(tuple)));
  return (reader, rule) => {
    const names = stages.slice(rule).map(([id]) => JSON.stringify(["stage", id]));
    const wanted =
      rule < stages.length ? [...names, '["fact",{"stage":"s1"}]'] : [`["segment",${rule - stages.length}]`];
    return wanted.some((text) => texts[reader]?.includes(text));
  };
}

/** Follows readings step by step until nothing is new. */
function closure(start: readonly number[], rules: number, reads: (reader: number, rule: number) => boolean): number[] {
  const found = new Set(start);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (let reader = 0; reader < rules; reader++) {
      if ([...found].some((rule) => reads(reader, rule))) found.add(reader);
    }
  }
  return [...found].sort((a, b) => a - b);
}

test("whatever the rules are, the closures are complete and no larger", () => {
  fc.assert(
    fc.property(rules, (source) => {
      const { plan } = compileRules(source);
      const all = numbered(plan);
      const those = (holds: (tuple: unknown[]) => boolean) =>
        all.flatMap((own, rule) => (own.some(holds) ? [rule] : []));
      const direct = readings(plan);
      const memo = all.map((_, reader) => all.map((_, rule) => direct(reader, rule)));
      const reads = (reader: number, rule: number) => memo[reader]?.[rule] === true;
      plan.counters.forEach((_, counter) => {
        const names = (tuple: unknown[]) =>
          ["count", "sum", "distinct", "first", "last", "without"].includes(String(tuple[0])) &&
          (tuple[1] === counter || (tuple[0] === "without" && tuple[2] === counter));
        expect(plan.readers[counter]).toEqual(closure(those(names), all.length, reads));
      });
      all.forEach((_, rule) => {
        const others = closure([rule], all.length, reads).filter((one) => one !== rule);
        expect(plan.dependents[rule] ?? []).toEqual(others);
      });
      const stirs = (tuple: unknown[]) =>
        ["silent", "fact", "top", "share"].includes(String(tuple[0])) || JSON.stringify(tuple[3]) === '["session"]';
      expect(plan.restless).toEqual(closure(those(stirs), all.length, reads));
    }),
    { numRuns: 500 },
  );
});

test("whatever the rules are, every counter is touched by an event and read by a rule, a fact or a later step", () => {
  fc.assert(
    fc.property(rules, (source) => {
      const { plan } = compileRules(source);
      const touched = new Set(Object.values(plan.events).flat());
      const later = new Set(plan.counters.flatMap(({ after }) => (after ? [after[0]] : [])));
      plan.counters.forEach(({ after }, counter) => {
        expect(touched.has(counter)).toBe(true);
        const read = plan.readers[counter]?.length || Object.values(plan.facts).includes(counter) || later.has(counter);
        expect(read).toBeTruthy();
        expect(after === undefined || after[0] < counter).toBe(true);
      });
      for (const own of Object.values(plan.events)) expect(own).toEqual([...new Set(own)].sort((a, b) => a - b));
      expect(new Set(plan.counters.map(({ key }) => key)).size).toBe(plan.counters.length);
    }),
    { numRuns: 300 },
  );
});
