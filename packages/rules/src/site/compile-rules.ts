/** Compiles all rules of a site into one plan. */
import type { Json } from "../condition/evaluate.ts";
import type { AffinityPlan, Clause, CounterPlan, Plan, Rule } from "../plan.ts";
import { canonical } from "./clause/canonical.ts";
import { MOST_DISTINCT } from "./clause/comparison-schema.ts";
import { compileClause, ORDER, type Surroundings } from "./clause/compile.ts";
import { type Counters, createCounters } from "./clause/counters.ts";
import type { ClauseSource, EventSource, RuleSource, Size } from "./clause/source.ts";
import { closureOf } from "./closure.ts";
import { spanOf } from "./duration.ts";
import { orderSegments } from "./segment-order.ts";

/** The stage of everybody else. */
export const LAST_STAGE = "new";

/** What is remembered of a property; without any, how often. One at most. */
export interface FactSource extends EventSource {
  latest?: string;
  first?: string;
  max?: string;
  min?: string;
  sum?: string;
  distinct?: string;
}

export interface AffinitySource {
  /** Path in the properties, and in those of each of their `products`. */
  of: string;
  weights: Record<string, number>;
  /** A duration without months. */
  halfLife: string;
  baseline: Record<string, number>;
  keep: number;
}

/** Every rule of a site in the words of the site file, the shipped ones among them. */
export interface RulesSource {
  /** In order of priority, without the last. */
  readonly stages: readonly (readonly [id: string, RuleSource])[];
  readonly segments: Readonly<Record<string, RuleSource>>;
  readonly audiences: readonly ClauseSource[];
  readonly affinities: Readonly<Record<string, AffinitySource>>;
  readonly facts: Readonly<Record<string, FactSource>>;
  readonly wakes: readonly string[];
  /** Path of an order's amount. */
  readonly revenue: string;
  readonly sizes: Readonly<Record<Size, number>>;
}

/** `audiences`: by audience of the source, its index in the plan, where equal ones are one. */
export function compileRules(source: RulesSource): { readonly plan: Plan; readonly audiences: readonly number[] } {
  const sorted = orderSegments(source.segments);
  if (!sorted.ok) throw new TypeError(`segments read one another: ${sorted.ring.join(" → ")}`);
  const counters = createCounters();
  const { revenue, sizes } = source;
  const affinities = Object.keys(source.affinities);
  const around: Surroundings = { counters, segments: sorted.order, affinities, revenue, sizes };
  const rule = (id: string, { if: enter, stay }: RuleSource): Rule =>
    stay ? [id, compileClause(enter, around), compileClause(stay, around)] : [id, compileClause(enter, around)];

  const stages: Rule[] = [...source.stages.map(([id, one]) => rule(id, one)), [LAST_STAGE, ["all", []]]];
  const segments = sorted.order.flatMap((id): Rule[] => {
    const one = source.segments[id];
    return one ? [rule(id, one)] : [];
  });
  const audiences = shared(source.audiences.map((one) => compileClause(one, around)));
  const facts = compileFacts(source, counters);
  const rules = { stages, segments, audiences: audiences.clauses };
  const plan: Plan = {
    counters: counters.plans,
    events: counters.events(),
    ...rules,
    affinities: Object.entries(source.affinities).map(compileAffinity),
    facts,
    wakes: source.wakes,
    ...closureOf(rules, counters.plans.length),
  };
  return { plan, audiences: audiences.indexes };
}

/** Conditions that differ only in the order of their keys are the same. */
function shared(clauses: readonly Clause[]): { clauses: Clause[]; indexes: number[] } {
  const texts = clauses.map((clause) => canonical(clause as Json));
  const once = [...new Set(texts)];
  return {
    clauses: clauses.filter((_, index) => texts.indexOf(texts[index] ?? "") === index),
    indexes: texts.map((text) => once.indexOf(text)),
  };
}

/** How often and for how much something was ordered is told of every site; see `factsOf`. */
function compileFacts({ facts, revenue }: RulesSource, counters: Counters): Plan["facts"] {
  const own: Readonly<Record<string, FactSource>> = {
    orders: { event: ORDER },
    revenue: { event: ORDER, sum: revenue },
    ...facts,
  };
  return Object.fromEntries(Object.entries(own).map(([id, fact]) => [id, compileFact(fact, counters)]));
}

const REMEMBERED = ["latest", "first", "max", "min", "sum", "distinct"] as const;

function compileFact(fact: FactSource, counters: Counters): number {
  const measure = REMEMBERED.find((key) => fact[key] !== undefined);
  const of: CounterPlan["of"] = measure && [measure, fact[measure] ?? ""];
  return counters.index(fact, { ...(of && { of }), keep: measure === "distinct" ? MOST_DISTINCT : 0 });
}

function compileAffinity([id, { of, halfLife, weights, baseline, keep }]: [string, AffinitySource]): AffinityPlan {
  const ms = spanOf(halfLife);
  if (typeof ms !== "number") throw new TypeError(`"${halfLife}" is no fixed time`);
  return { id, path: of, halfLife: ms, weights, baseline, keep };
}
