/** What is told of people, one JSON a line. */
import { factsOf, standingOf, type Transition } from "@ghostlight/rules";
import type { Person, World } from "./replay.ts";

/** Where somebody stands, and what is known of them. */
export function personLine({ plan }: Pick<World, "plan">, { id, life }: Pick<Person, "id" | "life">): string {
  const { stage, segments } = standingOf(plan, life);
  return `${JSON.stringify({ id, stage, segments, facts: factsOf(plan, life.ghost) })}\n`;
}

/** `name` of the stage or segment that was entered or left; `id` is the person's. */
export function transitionLine(person: string, { at, kind, id, entered, cause, event }: Transition): string {
  const told = { id: person, at: new Date(at).toISOString(), kind, name: id, entered, cause, ...(event && { event }) };
  return `${JSON.stringify(told)}\n`;
}
