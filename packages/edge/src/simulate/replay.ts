/** Somebody's life, event by event, by the same rules as on the device. */
import {
  type Calendar,
  type Context,
  createGhost,
  elapse,
  type Life,
  type Plan,
  receive,
  resumeLife,
  type Transition,
  WHOLE,
} from "@ghostlight/rules";
import type { Step } from "./event.ts";

/** What is the same for everybody. */
export interface World {
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** Purposes in force where an event does not say. */
  readonly purposes: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly life: Life;
  /** As it was at the latest event. */
  readonly context: Context;
}

/** Somebody nothing was heard of before their first event, at `at` (ms since 1970). */
export function meet(world: World, id: string, step: Step, at: number): Person {
  const context = contextOf(world, step);
  return { id, life: resumeLife(world.plan, createGhost(at), at, context), context };
}

/** After an event. The life's transitions are those that led here from the life before. */
export function advance(world: World, { id, life, context: before }: Person, step: Step, at: number): Person {
  const { plan } = world;
  const context = contextOf(world, step);
  const told: Transition[] = [];
  const then = (next: Life): Life => {
    told.push(...next.transitions);
    return next;
  };
  // Until then all is as it was; from then on it is as the event says, before anything is made of the event itself.
  let now = then(elapse(plan, life, at, before));
  if (step.known && !now.ghost.identified) now = { ...now, ghost: { ...now.ghost, identified: true } };
  if (!sameTexts(before.purposes, context.purposes)) now = then(resumeLife(plan, now.ghost, at, context));
  const { id: message, name, properties, touch } = step;
  now = then(receive(plan, now, { id: message, name, at, properties, touch }, context));
  return { id, life: { ...now, transitions: told }, context };
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some === others || (some.length === others.length && some.every((one) => others.includes(one)));
}

/** Time goes by until `at` (ms since 1970). */
export function conclude({ plan }: World, person: Person, at: number): Person {
  return { ...person, life: elapse(plan, person.life, at, person.context) };
}

function contextOf({ calendar, purposes }: World, step: Step): Context {
  return { purposes: step.purposes ?? purposes, channels: [], facts: step.facts, calendar, ...WHOLE };
}
