/** What a clause reads, and what comes out. */
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import type { Plan } from "../plan.ts";

/** The instant of what never happens by itself. */
export const NEVER = Number.POSITIVE_INFINITY;

/** `flip`: the earliest instant (ms since 1970) after `now` at which `held` may change with no new event; Infinity: never. */
export interface Outcome {
  readonly held: boolean;
  readonly flip: number;
  /** What was compared: a number, or for an age how many ms. */
  readonly actual?: number | undefined;
}

/** What a clause may read. */
export interface Reading {
  /** ms since 1970. */
  readonly now: number;
  readonly plan: Plan;
  readonly ghost: Ghost;
  readonly context: Context;
  readonly facts: () => Readonly<Record<string, unknown>>;
  readonly segment: (index: number) => Outcome;
  readonly stage: (name: string) => Outcome;
}
