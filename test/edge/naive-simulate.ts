/** What `ghostlight simulate` should print, the plain way: everything in memory, nothing on disk, person by person. */
import { createGhost, elapse, type Life, receive, resumeLife, WHOLE } from "@ghostlight/rules";
import { type Recorded, readEvent, type Step } from "../../packages/edge/src/simulate/event.ts";
import type { World } from "../../packages/edge/src/simulate/replay.ts";
import { personLine } from "../../packages/edge/src/simulate/told.ts";

type Numbered = Recorded & { readonly line: number };

/** Lines in, lines out, sorted. `at`: ms since 1970. */
export function naiveSimulate(texts: readonly string[], world: World, at: number): readonly string[] {
  const events = texts
    .flatMap((text, index): Numbered[] => {
      const read = readEvent(text, index + 1);
      return read.ok && read.event.at <= at ? [{ ...read.event, line: index + 1 }] : [];
    })
    .sort((a, b) => a.at - b.at || a.line - b.line);
  const ownerOf = owners(events);
  const steps = new Map<string, (readonly [number, Step])[]>();
  for (const event of events) {
    if (!event.step) continue;
    const own = ownerOf(event);
    steps.set(own, [...(steps.get(own) ?? []), [event.at, event.step]]);
  }
  return [...steps].map(([id, lived]) => personLine(world, { id, life: live(lived, world, at) })).sort();
}

/** The first user of a device is its owner; users who are one go by the name that the latest alias gave. */
function owners(events: readonly Numbered[]): (event: Numbered) => string {
  const renamed: (readonly [string, string])[] = [];
  const nameOf = (id: string): string => renamed.reduce((name, [from, to]) => (name === from ? to : name), id);
  const first = new Map<string, string>();
  for (const { user, device, previous } of events) {
    for (const id of [device, previous]) if (id && user && !first.has(id)) first.set(id, user);
    if (!previous || !user) continue;
    const [from, to] = [nameOf(previous), nameOf(user)];
    if (from !== to) renamed.push([from, to]);
  }
  return ({ user, device = "" }) => nameOf(user ?? first.get(device) ?? device);
}

function live(steps: readonly (readonly [number, Step])[], { plan, calendar, purposes }: World, until: number): Life {
  const contextOf = (step: Step | undefined) => ({
    purposes: step?.purposes ?? purposes,
    channels: [],
    facts: step?.facts ?? {},
    calendar,
    ...WHOLE,
  });
  const [born = 0] = steps[0] ?? [];
  let context = contextOf(steps[0]?.[1]);
  let life = resumeLife(plan, createGhost(born), born, context);
  for (const [at, step] of steps) {
    life = elapse(plan, life, at, context);
    const before = context;
    context = contextOf(step);
    life = { ...life, ghost: { ...life.ghost, identified: life.ghost.identified || step.known } };
    const same = JSON.stringify([...before.purposes].sort()) === JSON.stringify([...context.purposes].sort());
    if (!same) life = resumeLife(plan, life.ghost, at, context);
    life = receive(plan, life, { ...step, at }, context);
  }
  return elapse(plan, life, until, context);
}
