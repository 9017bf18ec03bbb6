/** Looks at some of the rules at one instant, and notes what changed. */
import { evaluateClause } from "../clause/evaluate.ts";
import { earliest, isHeld, type Outcome } from "../clause/outcome.ts";
import type { Reading } from "../clause/reading.ts";
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import type { Plan, Rule } from "../plan.ts";
import { factsOf } from "./facts.ts";
import type { Life, Transition } from "./transition.ts";

/** What made somebody look. */
export type Cause = Pick<Transition, "cause" | "event">;

/** A life while one step is taken: copied once and filled in, however often time turns something within the step. */
export interface Draft extends Life {
  ghost: Omit<Ghost, "asOf" | "stage" | "segments"> & {
    asOf: number;
    stage: Ghost["stage"];
    segments: Record<string, number>;
  };
  /** The segments that the step found, copied only as one changes: hundreds may hold, and most steps change none. */
  readonly found: Ghost["segments"];
  readonly outcomes: Outcome[];
  readonly transitions: Transition[];
}

export function beginStep({ ghost, outcomes }: Pick<Life, "ghost" | "outcomes">): Draft {
  return { ghost: { ...ghost }, found: ghost.segments, outcomes: [...outcomes], transitions: [] };
}

/** Looks at rules, by their numbers, at the instant `at`, ms since 1970: at stages, then at what reads them. */
export function look(
  plan: Plan,
  draft: Draft,
  numbers: Iterable<number>,
  at: number,
  context: Context,
  cause: Cause,
): void {
  const { ghost, outcomes, transitions } = draft;
  const { stages } = plan;
  const due = [...new Set(numbers)].sort((a, b) => a - b);
  const reading = readingOf(plan, draft, at, context);
  ghost.asOf = at;

  function note(kind: Transition["kind"], id: string, entered: boolean): void {
    transitions.push({ at, kind, id, entered, ...cause });
  }

  function evaluate(number: number): void {
    const [id, enter, stay] = ruleAt(plan, number);
    const isStage = number < stages.length;
    const isIn = isStage ? id === ghost.stage[0] : Object.hasOwn(ghost.segments, id);
    const parts = (stay && isIn ? [enter, stay] : [enter]).map((clause) => evaluateClause(clause, reading));
    const held = parts.some(isHeld);
    outcomes[number] = { ...parts[0], held, flip: earliest(parts) };
    if (isStage || !id || held === isIn) return;
    note("segment", id, held);
    if (ghost.segments === draft.found) ghost.segments = { ...draft.found };
    if (held) ghost.segments[id] = at;
    else delete ghost.segments[id];
  }

  due.filter((number) => number < stages.length).forEach(evaluate);
  const [old] = ghost.stage;
  const name = stages.find((_, number) => outcomes[number]?.held)?.[0] ?? old;
  if (name !== old) {
    if (old) note("stage", old, false);
    note("stage", name, true);
    ghost.stage = [name, at];
    // What keeps a stage counts for the one that is: for the old one no more, for the new one from here on.
    stages.forEach(([id, , stay], number) => {
      if (stay && (id === old || id === name)) evaluate(number);
    });
  }
  due.filter((number) => number >= stages.length).forEach(evaluate);
}

/** What clauses read of a life at an instant; of a draft, as it is when they read it. */
export function readingOf(
  plan: Plan,
  { ghost, outcomes }: Pick<Life, "ghost" | "outcomes">,
  now: number,
  context: Context,
): Reading {
  let facts: ReturnType<Reading["facts"]> | undefined;
  return {
    now,
    plan,
    ghost,
    outcomes,
    context,
    facts() {
      const [stage] = ghost.stage;
      if (facts?.stage !== stage) facts = { ...factsOf(plan, ghost, context), stage };
      return facts;
    },
  };
}

/** Stages, then segments, then audiences; the last have no id. */
function ruleAt({ stages, segments, audiences }: Plan, number: number): Rule {
  const segment = number - stages.length;
  return stages[number] ?? segments[segment] ?? ["", audiences[segment - segments.length] ?? ["any", []]];
}
