/** Where a ghost stands: its stage, its segments, the experiences meant for it, and when that may change by itself. */
import { earliest, isHeld } from "../clause/outcome.ts";
import type { Plan } from "../plan.ts";
import type { Life } from "./transition.ts";

export interface Standing {
  /** The first stage that holds. */
  readonly stage: string;
  /** Ids of the segments that hold, in the order of the plan. */
  readonly segments: readonly string[];
  /** For each audience of the plan, whether it holds. */
  readonly audiences: readonly boolean[];
  /** The earliest instant (ms since 1970) at which any of this may change with no new event; Infinity: never. */
  readonly flip: number;
  /** Whether the visitor does things here and has not said who they are. */
  readonly ghost: boolean;
}

export function standingOf(plan: Plan, { ghost, outcomes }: Life): Standing {
  const { stage, segments, identified, session } = ghost;
  return {
    stage: stage[0],
    segments: plan.segments.map(([id]) => id).filter((id) => Object.hasOwn(segments, id)),
    audiences: outcomes.slice(plan.stages.length + plan.segments.length).map(isHeld),
    flip: earliest(outcomes),
    ghost: session.n > 0 && !identified,
  };
}
