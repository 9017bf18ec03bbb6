/** Looks at some of the rules at one instant, and notes what changed. */
import { evaluateClause } from "../clause/evaluate.ts";
import { NEVER, type Outcome, type Reading } from "../clause/outcome.ts";
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import type { Plan, Rule } from "../plan.ts";
import { factsOf } from "./facts.ts";
import type { Life, Transition } from "./transition.ts";

/** What made somebody look. */
export type Cause = Pick<Transition, "cause" | "event">;

/** A life while one step is taken: copied once and filled in, however often time turns something within the step. */
export interface Draft {
  /** Its stage, segments and `asOf` are those below, once the step is done. */
  ghost: Ghost;
  asOf: number;
  stage: Ghost["stage"];
  /** Since when the visitor is in what was entered; undefined for what was left. Put into the ghost at the end, at once. */
  readonly moved: Map<string, number | undefined>;
  readonly outcomes: Outcome[];
  readonly transitions: Transition[];
}

export function beginStep({ ghost, outcomes }: Pick<Life, "ghost" | "outcomes">): Draft {
  const { asOf, stage } = ghost;
  return { ghost, asOf, stage, moved: new Map(), outcomes: [...outcomes], transitions: [] };
}

export function endStep({ ghost, asOf, stage, moved, outcomes, transitions }: Draft): Life {
  const segments = moved.size ? merge(ghost.segments, moved) : ghost.segments;
  return { ghost: { ...ghost, asOf, stage, segments }, outcomes, transitions };
}

function merge(segments: Ghost["segments"], moved: Draft["moved"]): Ghost["segments"] {
  const stayed = Object.entries(segments).filter(([id]) => !moved.has(id));
  const entered = [...moved].flatMap(([id, since]) => (since === undefined ? [] : [[id, since] as const]));
  return Object.fromEntries([...stayed, ...entered]);
}

/** Looks at `rules` (numbers, ascending: stages, then what reads them) at the instant `at`, ms since 1970. */
export function look(
  plan: Plan,
  draft: Draft,
  rules: readonly number[],
  at: number,
  context: Context,
  cause: Cause,
): void {
  const { outcomes, transitions } = draft;
  const note = (kind: Transition["kind"], id: string, entered: boolean): number =>
    transitions.push({ at, kind, id, entered, ...cause });
  draft.asOf = at;
  const first = plan.stages.length;
  const reading = readingOf(plan, draft, at, context);
  for (const rule of rules) {
    if (rule < first) outcomes[rule] = evaluateStage(plan, rule, draft.stage[0], reading);
  }
  settleStage(plan, draft, at, reading, note);
  for (const rule of rules) {
    if (rule < first) continue;
    const [id, enter, stay] = ruleAt(plan, rule);
    const was = outcomes[rule]?.held ?? Object.hasOwn(draft.ghost.segments, id);
    const outcome = evaluate(enter, was ? stay : undefined, reading);
    outcomes[rule] = outcome;
    if (!id || outcome.held === was) continue;
    note("segment", id, outcome.held);
    draft.moved.set(id, outcome.held ? at : undefined);
  }
}

function settleStage(
  { stages }: Plan,
  draft: Draft,
  at: number,
  reading: Reading,
  note: (kind: "stage", id: string, entered: boolean) => void,
): void {
  const { outcomes } = draft;
  const [old] = draft.stage;
  const name = stages.find((_, rule) => outcomes[rule]?.held)?.[0] ?? old;
  if (name === old) return;
  if (old) note("stage", old, false);
  note("stage", name, true);
  draft.stage = [name, at];
  // What keeps a stage counts for the one that is: for the old one no more, for the new one from here on.
  stages.forEach(([id, enter, stay], rule) => {
    if (stay && (id === old || id === name)) outcomes[rule] = evaluate(enter, id === name ? stay : undefined, reading);
  });
}

function evaluateStage(plan: Plan, rule: number, stage: string, reading: Reading): Outcome {
  const [id, enter, stay] = ruleAt(plan, rule);
  return evaluate(enter, id === stage ? stay : undefined, reading);
}

function evaluate(enter: Rule[1], stay: Rule[2], reading: Reading): Outcome {
  const outcome = evaluateClause(enter, reading);
  if (!stay) return outcome;
  const { held, flip } = evaluateClause(stay, reading);
  return { ...outcome, held: outcome.held || held, flip: Math.min(outcome.flip, flip) };
}

/** What clauses read of a life at an instant; of a draft, as it is when they read it. */
export function readingOf(
  plan: Plan,
  life: Pick<Life, "ghost" | "outcomes"> & { readonly stage?: Ghost["stage"] },
  now: number,
  context: Context,
): Reading {
  const stageOf = (): Ghost["stage"] => life.stage ?? life.ghost.stage;
  let facts: ReturnType<Reading["facts"]> | undefined;
  return {
    now,
    plan,
    ghost: life.ghost,
    context,
    facts() {
      const stage = stageOf();
      if (facts?.stage !== stage[0]) facts = { ...factsOf(plan, { ...life.ghost, stage }, context), stage: stage[0] };
      return facts;
    },
    segment: (index) => life.outcomes[plan.stages.length + index] ?? { held: false, flip: NEVER },
    stage: (name) => ({ held: stageOf()[0] === name, flip: NEVER }),
  };
}

/** Stages, then segments, then audiences; the last have no id. */
function ruleAt({ stages, segments, audiences }: Plan, rule: number): Rule {
  const segment = rule - stages.length;
  return stages[rule] ?? segments[segment] ?? ["", audiences[segment - segments.length] ?? ["any", []]];
}
