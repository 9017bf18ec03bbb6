/** `ghostlight simulate`: who would be where, had these events come to pass. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { codeOf } from "../errors.ts";
import { lives } from "../simulate/lives.ts";
import { createPeople } from "../simulate/people.ts";
import { createProgress } from "../simulate/progress.ts";
import { personLine, transitionLine } from "../simulate/told.ts";
import type { Command, Io } from "./command.ts";
import { readEvents, summary } from "./read-events.ts";
import { REPLAY_FLAGS, REPLAY_HELP, type ReplaySetup, setUpReplay } from "./replay-setup.ts";
import { commandWithScratch } from "./with-scratch.ts";

export const simulate: Command = {
  summary: "Replay events and print where each person stands",
  help: `ghostlight simulate SITE.json EVENTS.ndjson [flags]

Replays events of the Segment spec, one JSON a line and in any order, by the
rules of a site file, and prints one JSON a person to the standard output:
{"id":…,"stage":…,"segments":[…],"facts":{"orders":…,"revenue":…,…}}
EVENTS may be - for the standard input. What does not fit into memory goes to a
temporary folder meanwhile.

Each event needs "type", "timestamp" and a "userId" or an "anonymousId". An
event with both joins the two, from its first event on; an "alias" joins two
users. Events of the same "messageId" count once. Rules know a page call as
"Page Viewed", a screen as "Screen Viewed", identify as "Identified" and group
as "Grouped". Purposes are those granted in the event's
context.consent.categoryPreferences, or all where it does not say. Of channels
events tell nothing: nobody has any.

A bad line is reported and skipped. Exit code 0 when done, 1 when it failed.

  --timeline   also print, before each person, one JSON for each stage and
               segment that they entered or left: {"id":…,"at":…,"kind":…,
               "name":…,"entered":…,"cause":…}
${REPLAY_HELP}
`,
  flags: { ...REPLAY_FLAGS, timeline: { value: false } },
  async run(given, io) {
    const setup = await setUpReplay("simulate", given, io);
    return typeof setup === "number" ? setup : replay(setup, given.flags.timeline === true, io);
  },
};

function replay(setup: ReplaySetup, timeline: boolean, io: Io): Promise<number> {
  const progress = createProgress(io.terminal ? io.err : undefined);
  return commandWithScratch("simulate", io, async (scratch) => {
    const people = createPeople(scratch);
    const gathered = await readEvents(setup, people, progress, io);
    if (!gathered) return 1;
    await people.resolve();
    const { events } = gathered;
    let [replayed, found] = [0, 0];
    async function* lines(): AsyncGenerator<string> {
      const heed = (): void => progress.show("replaying", ++replayed / events, replayed);
      for await (const { person, transitions, done } of lives(people.steps(), { ...setup, heed })) {
        if (timeline) for (const one of transitions) yield transitionLine(person.id, one);
        if (!done) continue;
        found++;
        yield personLine(setup.world, person);
      }
    }
    try {
      await pipeline(Readable.from(inPieces(lines())), io.stdout, { end: false });
    } catch (error) {
      // The reader has seen enough, as `head` does.
      if (codeOf(error) !== "EPIPE") throw error;
      return 0;
    } finally {
      progress.clear();
    }
    io.err(summary(gathered, found, people.shared(), setup.at));
    return 0;
  });
}

/** Lines in pieces of some 64 kB: one write for each line would take most of the time. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const line of lines) {
    piece += line;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
