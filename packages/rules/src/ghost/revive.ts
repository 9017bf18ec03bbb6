/** What was stored, as a ghost of today. */
import type { Plan } from "../plan.ts";
import { createGhost, GHOST_LIFE, type Ghost, type Tally } from "./ghost.ts";

/** Each takes a ghost of that version to the next. */
const MIGRATIONS: Readonly<Record<number, (ghost: Stored) => Stored>> = {
  // Version 1 knew tallies alone, and marked events by their whole ids, which were not shortened: those count anew.
  1: (ghost) => {
    const { born, seen, tallies } = ghost as unknown as Pick<Ghost, "born" | "seen" | "tallies">;
    const session = { n: 1, start: seen, awake: false };
    return { ...createGhost(born), born, seen, asOf: seen, tallies, session } as unknown as Stored;
  },
};

type Stored = { readonly [key: string]: unknown };

/**
 * What was stored, if it is a ghost that may still be used at `now` (ms); anything else starts anew. With a plan, only
 * the tallies and affinities that its rules read: the others are not kept any longer.
 */
export function reviveGhost(stored: unknown, now: number, plan?: Plan): Ghost {
  let ghost = stored;
  while (isRecord(ghost) && typeof ghost.v === "number" && MIGRATIONS[ghost.v]) ghost = MIGRATIONS[ghost.v]?.(ghost);
  if (!isGhost(ghost) || now - ghost.seen >= GHOST_LIFE) return createGhost(now);
  return plan ? prune(ghost, plan) : ghost;
}

function prune(ghost: Ghost, { counters, affinities, segments }: Plan): Ghost {
  const pick = <Value>(from: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
    Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
  const ids = affinities.map(({ id }) => id);
  return {
    ...ghost,
    tallies: pick(
      ghost.tallies,
      counters.map(({ key }) => key),
    ),
    affinities: pick(ghost.affinities, ids),
    muted: pick(ghost.muted, ids),
    segments: pick(
      ghost.segments,
      segments.map(([id]) => id),
    ),
  };
}

function isGhost(value: unknown): value is Ghost {
  if (!isRecord(value) || value.v !== 2) return false;
  const { born, seen, asOf, session, tallies, affinities, muted, touches, stage, segments, recent, once } = value;
  return (
    areNumbers([born, seen, asOf]) &&
    isRecord(session) &&
    areNumbers([session.n, session.start]) &&
    [affinities, muted, touches].every(isRecord) &&
    isRecord(segments) &&
    areNumbers(Object.values(segments)) &&
    isRecord(tallies) &&
    Object.values(tallies).every(isTally) &&
    [stage, recent, once].every(Array.isArray)
  );
}

function isTally(value: unknown): value is Tally {
  return (
    isRecord(value) &&
    areNumbers([value.n, value.first, value.last]) &&
    Array.isArray(value.at) &&
    areNumbers(value.at) &&
    (value.of === undefined || (Array.isArray(value.of) && value.of.length === value.at.length))
  );
}

function areNumbers(values: readonly unknown[]): boolean {
  return values.every(Number.isFinite);
}

function isRecord(value: unknown): value is Stored {
  return typeof value === "object" && value !== null;
}
