/** Reads all lines: good events are kept, and what is wrong with the others is said. */
import type { SiteIssue } from "@ghostlight/rules/site";
import { readEvent } from "./event.ts";
import { LONGEST_LINE, readLines } from "./lines.ts";
import type { People } from "./people.ts";

export interface Gathering {
  readonly people: Pick<People, "take">;
  /** ms since 1970; what is later is left out. */
  readonly until: number;
  /** Whether to stop at the first bad line. */
  readonly strict: boolean;
  readonly fault: (line: number, issue: SiteIssue) => void;
  /** So many bytes and good events so far. */
  readonly progress?: (bytes: number, events: number) => void;
}

/** How many lines were what. */
export interface Gathered {
  readonly events: number;
  readonly late: number;
  readonly bad: number;
}

export async function gather(input: AsyncIterable<Buffer>, gathering: Gathering): Promise<Gathered> {
  const { people, until, strict, fault, progress } = gathering;
  let [bytes, events, late, bad] = [0, 0, 0, 0];
  for await (const piece of readLines(input)) {
    for (const { number, text } of piece.lines) {
      if (text?.trim() === "") continue;
      const read = text === undefined ? { ok: false as const, fault: TOO_LONG } : readEvent(text, number);
      const wrong = read.ok ? keep(read.event, number) : read.fault;
      if (!wrong) continue;
      bad++;
      fault(number, wrong);
      if (strict) return { events, late, bad };
    }
    bytes += piece.bytes;
    progress?.(bytes, events);
  }
  return { events, late, bad };

  function keep(event: Parameters<People["take"]>[0], number: number): SiteIssue | undefined {
    if (event.at > until) {
      late++;
      return undefined;
    }
    try {
      people.take(event, number);
    } catch (error) {
      if (error instanceof RangeError) return TOO_DEEP;
      throw error;
    }
    events++;
    return undefined;
  }
}

const TOO_LONG: SiteIssue = {
  path: "",
  message: `the line is longer than ${LONGEST_LINE.toLocaleString("en")} bytes`,
  mend: "write one event a line, and end each line with a line feed",
};

const TOO_DEEP: SiteIssue = {
  path: "",
  message: "it holds lists or objects in one another, thousands deep",
  mend: "write its properties flat",
};
