/** Walks through a clause as written, down to what says something by itself. */
import type { ClauseSource, EventClauseSource } from "./source.ts";

/** A clause that joins no others. */
export type Leaf = Exclude<ClauseSource, { all: unknown } | { any: unknown } | { not: unknown }>;

/** One leaf, and where in the file it stands. */
export interface Placed {
  readonly path: string;
  readonly leaf: Leaf;
}

/** `path` is the clause's own. */
export function leavesOf(clause: ClauseSource, path: string): Placed[] {
  if ("all" in clause) return clause.all.flatMap((part, index) => leavesOf(part, `${path}.all.${index}`));
  if ("any" in clause) return clause.any.flatMap((part, index) => leavesOf(part, `${path}.any.${index}`));
  if ("not" in clause) return leavesOf(clause.not, `${path}.not`);
  return [{ path, leaf: clause }];
}

export function isEventClause(leaf: ClauseSource): leaf is EventClauseSource {
  return "event" in leaf;
}

/** The names of the events that a clause speaks of, its further steps included. */
export function eventsOf({ event, then, without }: EventClauseSource): string[] {
  return [event, then?.event ?? [], without?.event ?? []].flat();
}
