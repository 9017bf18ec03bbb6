/** The rules as the page runs them: compiled from the site file, every dependency plain to see, nothing to parse. */
import type { Condition } from "./condition/evaluate.ts";

/** One tally of events. Clauses that count the same events share it. */
export interface CounterPlan {
  /** Event and condition as text; a ghost keeps its tallies under this key, so they outlive a change of other rules. */
  readonly key: string;
  /** Name of the event; page calls count as `Page Viewed`. */
  readonly event: string;
  /** Condition on the event's properties. */
  readonly where?: Condition;
  /** How many of the latest instants to keep: one more than the largest number that a clause compares with. */
  readonly keep: number;
}

/** Numeric comparison: every operator present must hold. Ages are in ms. */
export interface Comparison {
  readonly $eq?: number;
  readonly $ne?: number;
  readonly $gt?: number;
  readonly $gte?: number;
  readonly $lt?: number;
  readonly $lte?: number;
}

/**
 * A compiled clause. Tuples rather than objects: they are a third smaller on the wire.
 * Counters and segments are named by their index in the plan; `within` is in ms.
 */
export type Clause =
  | readonly ["all" | "any", readonly Clause[]]
  | readonly ["not", Clause]
  | readonly ["count", counter: number, Comparison, within?: number]
  | readonly ["first" | "last", counter: number, age: Comparison]
  | readonly ["without", counter: number, absent: number, within: number]
  | readonly ["segment", index: number]
  | readonly ["stage", name: string];

/** All rules of a site. `segments` are in an order in which each reads only earlier ones. */
export interface Plan {
  readonly counters: readonly CounterPlan[];
  /** In order of priority: the first that holds is the stage; the last always holds. */
  readonly stages: readonly (readonly [name: string, Clause])[];
  readonly segments: readonly (readonly [id: string, Clause])[];
  /** Who sees what: the conditions of the experiences, shared where equal. */
  readonly audiences: readonly Clause[];
}
