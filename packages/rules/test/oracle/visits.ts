/** Visits: events with less than half an hour between them. */
import { isOfAge } from "./compare.ts";
import type { Ages, Entry } from "./words.ts";

const GAP = 30 * 60_000;

export interface Visit {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** All visits up to `now`, in order. */
export function visitsOf(log: readonly Entry[], now: number): Visit[] {
  const visits: { start: number; end: number; entries: Entry[] }[] = [];
  for (const entry of log.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
    const last = visits.at(-1);
    if (last && entry.at - last.end < GAP) {
      last.end = entry.at;
      last.entries.push(entry);
    } else visits.push({ start: entry.at, end: entry.at, entries: [entry] });
  }
  return visits;
}

/** The visit that goes on at `now`. */
export function currentVisit(log: readonly Entry[], now: number): Visit | undefined {
  const last = visitsOf(log, now).at(-1);
  return last && now - last.end < GAP ? last : undefined;
}

/** Instants at which a visit may end by itself. */
export const visitEnds = (log: readonly Entry[]): number[] => log.map(({ at }) => at + GAP);

/** Whether the silence is as long as wanted. A visit shows the one before it, until something wakes the visitor. */
export function isSilent(log: readonly Entry[], now: number, wakes: readonly string[], wanted: Ages): boolean {
  const visits = visitsOf(log, now);
  const last = visits.at(-1);
  if (!last) return false;
  const goesOn = now - last.end < GAP;
  const awake = last.entries.some(({ name }) => wakes.includes(name));
  if (!goesOn || awake) return isOfAge(last.end, now, wanted);
  const before = visits.at(-2);
  return before !== undefined && isOfAge(before.end, last.start, wanted);
}
