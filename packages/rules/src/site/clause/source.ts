/** Clauses in the words of the site file. */
import type { Condition } from "../../condition/evaluate.ts";
import type { Channel } from "../../contract.ts";

export type ClauseSource =
  | { all: ClauseSource[] }
  | { any: ClauseSource[] }
  | { not: ClauseSource }
  | { segment: string }
  | { stage: string }
  | { fact: Condition }
  | { silent: ComparisonSource<string> }
  | AffinityClauseSource
  | { value: Size }
  | { consent: string }
  | { channel: Channel; preferred?: true }
  | EventClauseSource;

/** Which events: by name, any of several, and by their properties. */
export interface EventSource {
  event: string | string[];
  where?: Condition;
}

export interface EventClauseSource extends EventSource {
  count?: ComparisonSource<number>;
  /** One property by its path. */
  sum?: Record<string, ComparisonSource<number>>;
  distinct?: Record<string, ComparisonSource<number>>;
  first?: ComparisonSource<string>;
  last?: ComparisonSource<string>;
  within?: string | { days: number };
  between?: [string, string];
  session?: true;
  then?: EventSource & { within: string };
  without?: EventSource & { within: string };
}

export interface AffinityClauseSource {
  affinity: string;
  of: string;
  share?: ComparisonSource<number>;
  score?: ComparisonSource<number>;
  lift?: ComparisonSource<number>;
  top?: number;
}

export type ComparisonSource<Operand> = { [operator in "$eq" | "$ne" | "$gt" | "$gte" | "$lt" | "$lte"]?: Operand };

/** How much a visitor's orders of a year came to; below the least of these they are small. */
export const SIZES = ["medium", "big", "huge"] as const;

export type Size = (typeof SIZES)[number];

/** What makes a segment or a stage: entered when `if` holds, kept while that or `stay` does. */
export interface RuleSource {
  if: ClauseSource;
  stay?: ClauseSource;
}
