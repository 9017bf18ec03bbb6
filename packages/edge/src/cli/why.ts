/** `ghostlight why`: why somebody is, or is not, in a segment or a stage. */
import { why as explain, JUDGING, type Plan } from "@ghostlight/rules";
import { nearest } from "@ghostlight/rules/site";
import { lives } from "../simulate/lives.ts";
import { createPeople } from "../simulate/people.ts";
import { createProgress } from "../simulate/progress.ts";
import type { Person } from "../simulate/replay.ts";
import type { Scratch } from "../simulate/scratch.ts";
import { type Command, failure, type Given, type Io, misuse, textOf } from "./command.ts";
import { readEvents } from "./read-events.ts";
import { REPLAY_FLAGS, REPLAY_HELP, type ReplaySetup, setUpReplay } from "./replay-setup.ts";
import { type Asked, whyText } from "./why-text.ts";
import { commandWithScratch } from "./with-scratch.ts";

export const why: Command = {
  summary: "Explain why somebody is, or is not, in a segment",
  help: `ghostlight why SITE.json EVENTS.ndjson --id ID --segment ID [flags]

Replays events as \`ghostlight simulate\` does, and prints for each clause of a
segment or a stage whether it holds, what it wants, what there is, and when that
may change with no new event. EVENTS may be - for the standard input.

  --id ID      a userId, or an anonymousId
  --segment ID
               which segment
  --stage ID   or which stage
  --json       print the explanation as JSON, spans in ms or [months]
${REPLAY_HELP}
`,
  flags: {
    ...REPLAY_FLAGS,
    id: { value: true },
    segment: { value: true },
    stage: { value: true },
    json: { value: false },
  },
  async run(given, io) {
    const id = textOf(given, "id", "");
    const asked = askedOf(given);
    if (!id) return misuse(io, "why", "whose? give a userId or an anonymousId with --id");
    if (!asked) return misuse(io, "why", "why what? give one --segment or one --stage");
    const setup = await setUpReplay("why", given, io);
    if (typeof setup === "number") return setup;
    const names = namesOf(setup.world.plan, asked);
    if (!names.includes(asked.name)) return failure(io, "why", unknown(asked, names));
    const question = { id, asked, json: given.flags.json === true };
    return commandWithScratch("why", io, (scratch) => answer(setup, question, scratch, io));
  },
};

interface Question {
  readonly id: string;
  readonly asked: Asked;
  readonly json: boolean;
}

async function answer(setup: ReplaySetup, { id, asked, json }: Question, scratch: Scratch, io: Io): Promise<number> {
  const progress = createProgress(io.terminal ? io.err : undefined);
  const people = createPeople(scratch);
  const gathered = await readEvents(setup, people, progress, io);
  if (!gathered) return 1;
  const only = await people.resolve(id);
  let near: string | undefined;
  let [seen, before] = [0, ""];
  const heed = (person: string): void => {
    progress.show("looking  ", ++seen / gathered.events, seen);
    if (person !== before) near = nearest(only, near === undefined ? [person] : [near, person]) ?? near;
    before = person;
  };
  let found: Person | undefined;
  for await (const { person, done } of lives(people.steps(), { ...setup, only, heed })) if (done) found = person;
  progress.clear();
  if (!found) {
    const until = `no event of "${id}" until ${new Date(setup.at).toISOString()}`;
    return failure(io, "why", near ? `${until}; did you mean "${near}"?` : until);
  }
  const explanation = explain(JUDGING, setup.world.plan, found.life, asked.name, setup.at, found.context);
  if (!explanation) throw new Error(`No rule "${asked.name}".`);
  if (id !== found.id && !json) io.out(`${id} is ${found.id}.\n`);
  io.out(json ? `${JSON.stringify(explanation)}\n` : whyText(setup.world, found, asked, explanation, setup.at));
  return 0;
}

function askedOf({ flags }: Given): Asked | undefined {
  const { segment, stage } = flags;
  if (typeof segment === "string") return stage === undefined ? { kind: "segment", name: segment } : undefined;
  return typeof stage === "string" ? { kind: "stage", name: stage } : undefined;
}

function namesOf(plan: Plan, { kind }: Asked): readonly string[] {
  return (kind === "stage" ? plan.stages : plan.segments).map(([name]) => name);
}

function unknown({ kind, name }: Asked, names: readonly string[]): string {
  const near = nearest(name, names);
  const known = near ? `did you mean "${near}"?` : `known: ${names.join(", ") || "none"}`;
  return `the site has no ${kind} "${name}"; ${known}`;
}
