/** Reads the events of a command, says what is wrong with them, and sums up. */
import { type Gathered, gather } from "../simulate/gather.ts";
import type { People } from "../simulate/people.ts";
import type { Progress } from "../simulate/progress.ts";
import type { Io } from "./command.ts";
import { printIssue } from "./faults.ts";
import type { ReplaySetup } from "./replay-setup.ts";

/** Bad lines that are told of one by one. */
const TOLD = 20;

/** Undefined, after saying why, where a bad line ends it. */
export async function readEvents(
  { events, at, strict }: ReplaySetup,
  people: People,
  progress: Progress,
  io: Io,
): Promise<Gathered | undefined> {
  let told = 0;
  const gathered = await gather(events.stream, {
    people,
    until: at,
    strict,
    fault(line, issue) {
      if (++told > TOLD) return;
      progress.clear();
      io.err(`${events.name}: line ${line}${strict ? "" : " is skipped"}\n${printIssue(issue, "the whole line")}\n`);
    },
    progress(bytes, count) {
      progress.show("reading  ", events.bytes ? bytes / events.bytes : undefined, count);
    },
  });
  return strict && gathered.bad ? undefined : gathered;
}

/** One line for people who look, such as `1,000 events of 20 people; 3 lines skipped`. */
export function summary({ events, late, bad }: Gathered, people: number, shared: number, at: number): string {
  const more = [
    ...(bad ? [`${count(bad, "bad line")} skipped`] : []),
    ...(late ? [`${count(late, "event")} after ${new Date(at).toISOString()} left out`] : []),
    ...(shared ? [`${count(shared, "anonymousId")} shared by several users counted for the first`] : []),
  ];
  return `${[`${count(events, "event")} of ${count(people, "person", "people")}`, ...more].join("; ")}\n`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
