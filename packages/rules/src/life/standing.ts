/** Where a ghost stands: its stage, its segments, the experiences meant for it, and when that may change by itself. */
import type { Plan } from "../plan.ts";
import { type Life, nextFlip } from "./life.ts";

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

export function standingOf(plan: Plan, life: Life): Standing {
  const { stage, segments, identified, session } = life.ghost;
  const first = plan.stages.length + plan.segments.length;
  return {
    stage: stage[0],
    segments: plan.segments.flatMap(([id]) => (Object.hasOwn(segments, id) ? [id] : [])),
    audiences: plan.audiences.map((_, index) => life.outcomes[first + index]?.held ?? false),
    flip: nextFlip(life),
    ghost: session.n > 0 && !identified,
  };
}
