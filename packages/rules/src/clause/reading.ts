/** What a clause reads. */
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import type { Plan } from "../plan.ts";
import type { Outcome } from "./outcome.ts";

export interface Reading {
  /** ms since 1970. */
  readonly now: number;
  readonly plan: Plan;
  readonly ghost: Ghost;
  /** By rule. */
  readonly outcomes: readonly Outcome[];
  readonly context: Context;
  readonly facts: () => Readonly<Record<string, unknown>>;
}
