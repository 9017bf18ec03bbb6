/** A ghost in time: where it stands, and how that changes with every event and with time alone. */
import { earliest } from "../clause/outcome.ts";
import { own } from "../condition/path.ts";
import type { Context } from "../context.ts";
import type { Ghost } from "../ghost/ghost.ts";
import { foldSignal, isTime } from "../ghost/reduce.ts";
import type { Signal } from "../ghost/signal.ts";
import type { Plan } from "../plan.ts";
import { beginStep, type Draft, look } from "./look.ts";
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
  return pass(plan, draft, now, context);
}

/** Time goes by until `now` (ms since 1970). A clock that was set back makes everything be looked at anew. */
export function elapse(plan: Plan, life: Life, now: number, context: Context): Life {
  return pass(plan, beginStep(life), now, context);
}

/** An event comes: time goes by until then, the ghost takes it in, and the rules that it touches are looked at. */
export function receive(plan: Plan, life: Life, signal: Signal, context: Context): Life {
  const draft = beginStep(life);
  const { at, name } = signal;
  if (!isTime(at)) return draft;
  if (at > life.ghost.asOf) pass(plan, draft, at, context);
  const before = draft.ghost;
  draft.ghost = foldSignal(before, signal, plan, context);
  if (draft.ghost !== before) {
    const readers = (own(plan.events, name) ?? []).flatMap((counter) => plan.readers[counter] ?? []);
    look(plan, draft, [...readers, ...plan.restless], before.asOf, context, { cause: "event", event: name });
  }
  return draft;
}

/** The earliest instant at which time alone may change anything; Infinity: never. */
export function nextFlip({ outcomes }: Pick<Life, "outcomes">): number {
  return earliest(outcomes);
}

function pass(plan: Plan, draft: Draft, now: number, context: Context): Draft {
  const { ghost, outcomes } = draft;
  const turn = (numbers: Iterable<number>, at: number): void =>
    look(plan, draft, numbers, at, context, { cause: "time" });
  if (now < ghost.asOf - JITTER) turn(allRules(plan), now);
  for (let flip = earliest(outcomes); flip <= now; flip = earliest(outcomes)) {
    const due: number[] = [];
    outcomes.forEach((one, number) => {
      if (one.flip <= flip) due.push(number, ...(plan.dependents[number] ?? []));
    });
    turn(due, flip);
  }
  ghost.asOf = Math.max(ghost.asOf, now);
  return draft;
}

function allRules({ stages, segments, audiences }: Plan): Iterable<number> {
  return [...stages, ...segments, ...audiences].keys();
}
