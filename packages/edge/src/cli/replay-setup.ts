/** What `simulate` and `why` are told alike: a site, its events, the instant and the zone. */
import { UTC } from "@ghostlight/rules";
import { compileSite, type Site } from "@ghostlight/rules/site";
import type { World } from "../simulate/replay.ts";
import { calendarOf } from "../simulate/zone.ts";
import { failure, type Given, type Io, misuse, textOf } from "./command.ts";
import { type EventsInput, openEvents } from "./events-input.ts";
import { printIssues } from "./faults.ts";
import { momentOf } from "./moment.ts";
import { readSiteFile } from "./site-file.ts";

export interface ReplaySetup {
  readonly site: Site;
  readonly world: World;
  readonly events: Extract<EventsInput, { ok: true }>;
  /** ms since 1970. */
  readonly at: number;
  readonly strict: boolean;
}

export const REPLAY_FLAGS = { at: { value: true }, zone: { value: true }, strict: { value: false } } as const;

/** Their lines of `--help`. */
export const REPLAY_HELP = `  --at DATE    when to look, such as 2026-03-01T12:00:00Z, or 2026-03-01 for
               the beginning of that day (default: now); later events are left
               out
  --zone NAME  time zone of calendar days, such as Europe/Rome (default: UTC)
  --strict     stop at the first bad line, with exit code 1, and print nothing`;

/** The exit code, after saying why, where it cannot be done. */
export async function setUpReplay(command: string, given: Given, io: Io): Promise<ReplaySetup | number> {
  const [file, events, ...more] = given.words;
  if (file === undefined || events === undefined) {
    return misuse(
      io,
      command,
      `which ${file ? "events" : "site file and events"}? e.g. ghostlight ${command} ghostlight.json events.ndjson`,
    );
  }
  if (more.length > 0)
    return misuse(io, command, `what is "${more[0]}" for? It takes one site file and one file of events`);
  const zone = textOf(given, "zone", "UTC");
  const calendar = zone === "UTC" ? UTC : calendarOf(zone);
  if (!calendar) return misuse(io, command, `there is no time zone "${zone}"; take one such as Europe/Rome`);
  const when = given.flags.at;
  const at = typeof when === "string" ? momentOf(when, calendar) : Date.now();
  if (at === undefined) {
    return misuse(io, command, `"${when}" is no date; take one such as 2026-03-01 or 2026-03-01T12:00:00Z`);
  }
  const read = await readSiteFile(file);
  if ("reason" in read) return failure(io, command, `${file}: ${read.reason}`);
  if (!read.ok) {
    io.err(printIssues(file, read.issues));
    return 1;
  }
  const input = await openEvents(events, io);
  if (!input.ok) return failure(io, command, input.reason);
  const { site } = read;
  const { entry, engine } = compileSite(site, site.languages[0] ?? "", {});
  const world = { plan: engine.plan, calendar, purposes: entry.purposes };
  return { site, world, events: input, at, strict: given.flags.strict === true };
}
