/** A ghost in time: where it stands, and how that changes with every event and with time alone. */
import { NEVER } from "../clause/outcome.ts";
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import { isTime, reduceGhost } from "../ghost/reduce.ts";
import type { Signal } from "../ghost/signal.ts";
import type { Plan } from "../plan.ts";
import { beginStep, type Draft, endStep, look } from "./look.ts";
import type { Life } from "./transition.ts";

export type { Life, Transition } from "./transition.ts";

/** A clock that is set back by less than this many ms is one that jitters. */
const JITTER = 60_000;

/**
 * A stored ghost, with what became of it until `now` (ms since 1970): first what rules and context of now make of it at
 * the instant at which it was looked at last, then what time alone changed since, in order, at its own instants.
 */
export function resumeLife(plan: Plan, ghost: Ghost, now: number, context: Context): Life {
  const draft = beginStep({ ghost, outcomes: [] });
  look(plan, draft, allRules(plan), ghost.asOf, context, { cause: ghost.stage[0] ? "context" : "start" });
  pass(plan, draft, now, context);
  return endStep(draft);
}

/** Time goes by until `now` (ms since 1970). A clock that was set back makes everything be looked at anew. */
export function elapse(plan: Plan, life: Life, now: number, context: Context): Life {
  const draft = beginStep(life);
  pass(plan, draft, now, context);
  return endStep(draft);
}

/** An event comes: time goes by until then, the ghost takes it in, and the rules that it touches are looked at. */
export function receive(plan: Plan, life: Life, signal: Signal, context: Context): Life {
  const draft = beginStep(life);
  if (isTime(signal.at)) {
    if (signal.at > draft.asOf) pass(plan, draft, signal.at, context);
    const before = draft.ghost;
    draft.ghost = reduceGhost(before, signal, plan, context);
    if (draft.ghost !== before) {
      look(plan, draft, touchedBy(plan, signal.name), draft.asOf, context, { cause: "event", event: signal.name });
    }
  }
  return endStep(draft);
}

/** The earliest instant at which time alone may change anything; Infinity: never. */
export function nextFlip({ outcomes }: Pick<Life, "outcomes">): number {
  let earliest = NEVER;
  for (const { flip } of outcomes) if (flip < earliest) earliest = flip;
  return earliest;
}

function pass(plan: Plan, draft: Draft, now: number, context: Context): void {
  if (now < draft.asOf - JITTER) look(plan, draft, allRules(plan), now, context, { cause: "time" });
  for (let flip = nextFlip(draft); flip <= now; flip = nextFlip(draft)) {
    const due = new Set<number>();
    draft.outcomes.forEach((outcome, rule) => {
      if (outcome.flip <= flip) for (const one of [rule, ...(plan.dependents[rule] ?? [])]) due.add(one);
    });
    look(plan, draft, inOrder(due), flip, context, { cause: "time" });
  }
  draft.asOf = Math.max(draft.asOf, now);
}

function touchedBy({ events, readers, restless }: Plan, name: string): readonly number[] {
  const counters = Object.hasOwn(events, name) ? (events[name] ?? []) : [];
  return inOrder(new Set([...counters.flatMap((counter) => readers[counter] ?? []), ...restless]));
}

function allRules({ stages, segments, audiences }: Plan): readonly number[] {
  return Array.from({ length: stages.length + segments.length + audiences.length }, (_, rule) => rule);
}

function inOrder(rules: ReadonlySet<number>): readonly number[] {
  return [...rules].sort((a, b) => a - b);
}
