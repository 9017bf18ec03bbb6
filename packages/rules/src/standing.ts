/** Where a ghost stands: its stage, its segments, the experiences meant for it, and when that may change by itself. */
import { evaluateClause, type Outcome, type Reading } from "./clause/evaluate.ts";
import { type Ghost, tallyOf } from "./ghost/ghost.ts";
import type { Plan } from "./plan.ts";

export interface Standing {
  /** The first stage that holds. */
  readonly stage: string;
  /** Ids of the segments that hold, in the order of the plan. */
  readonly segments: readonly string[];
  /** For each audience of the plan, whether it holds. */
  readonly audiences: readonly boolean[];
  /** The earliest instant (ms since 1970) at which any of this may change with no new event; Infinity: never. */
  readonly flip: number;
}

/** Evaluates every rule at `now` (ms since 1970). */
export function evaluatePlan(plan: Plan, ghost: Ghost, now: number): Standing {
  let flip = Number.POSITIVE_INFINITY;
  const segments: Outcome[] = [];
  let stage = "";
  const reading: Reading = {
    now,
    tally: (counter) => tallyOf(ghost, plan.counters[counter]?.key ?? ""),
    // A part's own flip is already in `flip`: it was evaluated before what reads it.
    segment: (index) => segments[index] ?? NEVER,
    stage: (name) => ({ held: stage === name, flip: Number.POSITIVE_INFINITY }),
  };
  const look = (clause: Parameters<typeof evaluateClause>[0]): Outcome => {
    const outcome = evaluateClause(clause, reading);
    flip = Math.min(flip, outcome.flip);
    return outcome;
  };
  for (const [name, clause] of plan.stages) {
    if (look(clause).held) stage ||= name;
  }
  for (const [, clause] of plan.segments) segments.push(look(clause));
  const audiences = plan.audiences.map((clause) => look(clause).held);
  const held = plan.segments.flatMap(([id], index) => (segments[index]?.held ? [id] : []));
  return { stage, segments: held, audiences, flip };
}

const NEVER: Outcome = { held: false, flip: Number.POSITIVE_INFINITY };
