/** Clauses with a second step: its name is a word of the site file that a lint takes for a promise's. */
import type { ClauseSource, EventSource } from "../src/site/clause/source.ts";

const THEN = "then";

/** `rest`: what is asked of the second step. */
export function sequence(first: EventSource, next: EventSource & { within: string }, rest: object = {}): ClauseSource {
  return { ...first, ...rest, [THEN]: next } as ClauseSource;
}
