/** Everybody's life, one after another. */
import type { Transition } from "@ghostlight/rules";
import type { Step } from "./event.ts";
import { createPace } from "./pace.ts";
import { advance, conclude, meet, type Person, type World } from "./replay.ts";
import type { Sortable } from "./run.ts";

/** Somebody at the end, or something that happened to them on the way there. */
export interface Told {
  readonly person: Person;
  /** What happened since they were told of last. */
  readonly transitions: readonly Transition[];
  /** Whether this is the end. */
  readonly done: boolean;
}

export interface Lives {
  readonly world: World;
  /** ms since 1970: when to look at them. No event is later. */
  readonly at: number;
  /** Whose life to replay; default everybody's. */
  readonly only?: string;
  /** Called at every event, with its person's id. */
  readonly heed?: (id: string) => void;
}

/** `steps`: each person's together, in order of time, under the person's id as JSON. */
export async function* lives(steps: AsyncIterable<Sortable>, { world, at, only, heed }: Lives): AsyncGenerator<Told> {
  const pace = createPace();
  let key: string | undefined;
  let id = "";
  let person: Person | undefined;
  for await (const record of steps) {
    if (record.key !== key) {
      if (person) yield ended(world, person, at);
      person = undefined;
      key = record.key;
      id = JSON.parse(key);
    }
    heed?.(id);
    if (only === undefined || only === id) {
      const step: Step = JSON.parse(record.body);
      if (!person) {
        person = meet(world, id, step, record.at);
        yield { person, transitions: person.life.transitions, done: false };
      }
      person = advance(world, person, step, record.at);
      if (person.life.transitions.length) yield { person, transitions: person.life.transitions, done: false };
    }
    await pace();
  }
  if (person) yield ended(world, person, at);
}

function ended(world: World, person: Person, at: number): Told {
  const last = conclude(world, person, at);
  return { person: last, transitions: last.life.transitions, done: true };
}
