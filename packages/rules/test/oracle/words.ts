/** Rules in the words of a site file, as far as they bear on time and events. The oracle reads these, never a compiled plan. */

export type Numbers = { readonly [operator in "$eq" | "$ne" | "$gt" | "$gte" | "$lt" | "$lte"]?: number };
export type Ages = { readonly [operator in "$eq" | "$ne" | "$gt" | "$gte" | "$lt" | "$lte"]?: string };
export type Where = { readonly [path: string]: unknown };

/** Which events. */
export interface Named {
  readonly event: string | readonly string[];
  readonly where?: Where;
}

export interface EventText extends Named {
  readonly count?: Numbers;
  readonly sum?: { readonly [path: string]: Numbers };
  readonly distinct?: { readonly [path: string]: Numbers };
  readonly first?: Ages;
  readonly last?: Ages;
  readonly within?: string | { readonly days: number };
  readonly between?: readonly [string, string];
  readonly session?: true;
  readonly without?: Named & { readonly within: string };
  readonly then?: Named & { readonly within: string };
}

export interface LikingText {
  readonly affinity: string;
  readonly of: string;
  readonly share?: Numbers;
  readonly score?: Numbers;
  readonly lift?: Numbers;
  readonly top?: number;
}

export type ClauseText =
  | { readonly all: readonly ClauseText[] }
  | { readonly any: readonly ClauseText[] }
  | { readonly not: ClauseText }
  | { readonly segment: string }
  | { readonly stage: string }
  | { readonly silent: Ages }
  | { readonly fact: Where }
  | { readonly value: "medium" | "big" | "huge" }
  | { readonly consent: string }
  | { readonly channel: string; readonly preferred?: true }
  | LikingText
  | EventText;

export interface RuleText {
  readonly if: ClauseText;
  readonly stay?: ClauseText;
}

export interface AffinityText {
  /** Path of the property whose values are liked. */
  readonly of: string;
  readonly halfLife: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly baseline?: Readonly<Record<string, number>>;
  readonly keep: number;
}

/** A named value: how often, or what a property came to. */
export interface FactText extends Named {
  readonly sum?: string;
  readonly distinct?: string;
  readonly latest?: string;
  readonly first?: string;
  readonly max?: string;
  readonly min?: string;
}

/** What the oracle needs of a site file, its defaults filled in. */
export interface RulesText {
  /** In order of priority; who fits none is `new`. */
  readonly stages: readonly (readonly [id: string, RuleText])[];
  readonly segments: Readonly<Record<string, RuleText>>;
  readonly audiences: readonly ClauseText[];
  readonly wakes: readonly string[];
  readonly affinities: Readonly<Record<string, AffinityText>>;
  /** Least value of each size of customer. */
  readonly sizes: { readonly medium: number; readonly big: number; readonly huge: number };
  /** Path of what an order is worth. */
  readonly revenue: string;
  readonly facts: Readonly<Record<string, FactText>>;
}

/** One event of the log. The log is in order of arrival. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly properties: { readonly [key: string]: unknown };
  /** By which way the visitor came, where a visit begins. */
  readonly touch?: string;
}

/** What surrounds the visitor, beside their events. */
export interface Around {
  readonly purposes: readonly string[];
  readonly channels: readonly string[];
  readonly preferred?: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly calendar: Days;
}

/** The visitor's calendar. */
export interface Days {
  /** The first instant of the day `shift` days after the one of `at`. */
  readonly startOfDay: (at: number, shift: number) => number;
  /** That day, as `2026-12-01`. */
  readonly dateOf: (at: number) => string;
}
