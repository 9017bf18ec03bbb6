/** The rules as the page runs them: compiled from the site file, every dependency plain to see, nothing to parse. */
import type { Condition } from "./condition/condition.ts";

/** How long: ms, or whole calendar months (UTC; where the month lacks the day, until its end). */
export type Span = number | readonly [months: number];

/** Numeric comparison: every operator present must hold. */
export interface Comparison {
  readonly $eq?: number;
  readonly $ne?: number;
  readonly $gt?: number;
  readonly $gte?: number;
  readonly $lt?: number;
  readonly $lte?: number;
}

/** The same of how long ago something was. */
export type AgeComparison = { readonly [operator in keyof Comparison]: Span };

/**
 * Which instants count: younger than a span; of the visitor's last calendar days, today included; at least as old as
 * the first span and younger than the second; or of the session that goes on. Without a window, all.
 */
export type Window =
  | readonly ["in", Span]
  | readonly ["days", number]
  | readonly ["from", Span, Span]
  | readonly ["session"];

/** What one counter remembers of its events beside how often and when: what a property came to. */
export type Measure = "sum" | "distinct" | "latest" | "first" | "max" | "min";

/** One tally of events. Clauses that count the same events share it. */
export interface CounterPlan {
  /** What it counts, as text; a ghost keeps its tallies under this key, so they outlive a change of other rules. */
  readonly key: string;
  /** Condition on the event's properties. */
  readonly where?: Condition;
  /** First and last calendar day, ISO dates in the visitor's zone, of the events that count. */
  readonly dates?: readonly [from: string, to: string];
  /** Counts only what follows an event of that counter within the span: the second step of a sequence. */
  readonly after?: readonly [counter: number, within: Span];
  /** What to remember of a property, by its path. */
  readonly of?: readonly [Measure, path: string];
  /** How many of the latest instants, or pairs of instant and value, to keep. Where it suffices, one more than is compared with. */
  readonly keep: number;
}

/**
 * A compiled clause. Tuples rather than objects: they are a third smaller on the wire.
 * Counters and segments are named by their index in the plan.
 */
export type Clause =
  | readonly ["all" | "any", readonly Clause[]]
  | readonly ["not", Clause]
  | readonly ["count" | "sum" | "distinct", counter: number, Comparison, within?: Window]
  | readonly ["first" | "last", counter: number, age: AgeComparison]
  /** The first counter's event came and, for that long, none of the second's since. */
  | readonly ["without", counter: number, absent: number, Span]
  /** How long nothing was heard before the visit that goes on; see `Ghost.session`. */
  | readonly ["silent", AgeComparison]
  | readonly ["segment", index: number]
  | readonly ["stage", name: string]
  | readonly ["fact", Condition]
  /** Of an affinity's value: its decayed score, its share of all scores, or that share against the site's baseline. */
  | readonly ["score" | "share" | "lift", affinity: number, value: string, Comparison]
  /** Whether the value is among the first `rank`, and has a score at all. */
  | readonly ["top", affinity: number, value: string, rank: number]
  | readonly ["consent", purpose: string]
  /** Whether the visitor can be reached there; with 1, whether they would rather be reached there than elsewhere. */
  | readonly ["channel", id: string, preferred?: 1];

/** `id`, when it is entered, and as long as what it is kept after that; without the last, as long as the first holds. */
export type Rule = readonly [id: string, enter: Clause, stay?: Clause];

/** What a visitor turns out to like, by the values of one property. */
export interface AffinityPlan {
  readonly id: string;
  /** Path in the properties; where nothing is there, in each of their `products`. */
  readonly path: string;
  /** ms after which a score counts half. */
  readonly halfLife: number;
  /** What an event of that name adds. */
  readonly weights: Readonly<Record<string, number>>;
  /** The share that a value has among all visitors of the site. */
  readonly baseline: Readonly<Record<string, number>>;
  /** How many values to keep; those with the least score go first. */
  readonly keep: number;
}

/** All rules of a site. Rules are numbered through: stages, then segments, then audiences. */
export interface Plan {
  readonly counters: readonly CounterPlan[];
  /** Which counters an event touches, by its name; page calls are `Page Viewed`, identify calls `Identified`. */
  readonly events: Readonly<Record<string, readonly number[]>>;
  /** In order of priority: the first that holds is the stage; the last always holds. */
  readonly stages: readonly Rule[];
  /** In an order in which each reads only earlier ones. */
  readonly segments: readonly Rule[];
  /** Who sees what: the conditions of the experiences, shared where equal. */
  readonly audiences: readonly Clause[];
  readonly affinities: readonly AffinityPlan[];
  /** Named values that conditions read, by counter: how often, or the measure that the counter remembers. */
  readonly facts: Readonly<Record<string, number>>;
  /** Events that end a silence: a cart, an order, a form, a sign-up. */
  readonly wakes: readonly string[];
  /** By counter: the rules that read it, directly or through others, ascending. */
  readonly readers: readonly (readonly number[])[];
  /** By rule that others read, directly or through others: those others, ascending. */
  readonly dependents: Readonly<Record<number, readonly number[]>>;
  /** Rules that any event may change: they read a silence, a session, an affinity or a fact, directly or through others. */
  readonly restless: readonly number[];
}
