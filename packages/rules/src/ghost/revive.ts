/** What was stored, as a ghost of today. */
import { isRecord } from "../condition/path.ts";
import type { Plan } from "../plan.ts";
import { createGhost, GHOST_LIFE, type Ghost, type Tally } from "./ghost.ts";

/**
 * What was stored, if it is a ghost that may still be used at `now` (ms); anything else starts anew. With a plan, only
 * the tallies and affinities that its rules read: the others are not kept any longer.
 */
export function reviveGhost(stored: unknown, now: number, plan?: Plan): Ghost {
  const ghost = isRecord(stored) && stored.v === 1 ? afterVersion1(stored as unknown as Ghost) : stored;
  if (!isGhost(ghost) || now - ghost.seen >= GHOST_LIFE) return createGhost(now);
  return plan ? prune(ghost, plan) : ghost;
}

/** Version 1 knew tallies alone, and marked events by their whole ids, which were not shortened: those count anew. */
function afterVersion1({ born, seen, tallies }: Pick<Ghost, "born" | "seen" | "tallies">): Ghost {
  return { ...createGhost(born), seen, asOf: seen, tallies, session: { n: 1, start: seen, awake: false } };
}

function prune(ghost: Ghost, { counters, affinities, segments }: Plan): Ghost {
  const pick = <Value>(from: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
    Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
  const keys = counters.map(({ key }) => key);
  const ids = affinities.map(({ id }) => id);
  const names = segments.map(([id]) => id);
  return {
    ...ghost,
    tallies: pick(ghost.tallies, keys),
    affinities: pick(ghost.affinities, ids),
    muted: pick(ghost.muted, ids),
    segments: pick(ghost.segments, names),
  };
}

function isGhost(value: unknown): value is Ghost {
  return (
    isLike(value, createGhost(0)) &&
    value.v === 2 &&
    Object.values(value.segments).every(Number.isFinite) &&
    Object.values(value.tallies).every(isTally)
  );
}

function isTally(value: unknown): value is Tally {
  if (!isLike<Tally>(value, { n: 0, first: 0, last: 0, at: [] }) || !value.at.every(Number.isFinite)) return false;
  return value.of === undefined || (Array.isArray(value.of) && value.of.length === value.at.length);
}

/** Whether a value has all that the example has: numbers where it has numbers, lists for lists, records for records. */
function isLike<Example>(value: unknown, example: Example): value is Example {
  if (typeof example === "number") return Number.isFinite(value);
  if (Array.isArray(example)) return Array.isArray(value);
  return (
    !isRecord(example) || (isRecord(value) && Object.entries(example).every(([key, one]) => isLike(value[key], one)))
  );
}
