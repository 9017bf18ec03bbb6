/** The ghost: what is kept of a visitor's events, a summary bounded by the plan and never a log. */

/** What was seen of the events that one counter names. Instants in ms since 1970. */
export interface Tally {
  /** Events ever counted. */
  readonly n: number;
  readonly first: number;
  readonly last: number;
  /** The latest instants, oldest first; at most the counter's `keep`. */
  readonly at: readonly number[];
}

export interface Ghost {
  /** Version of this shape. */
  readonly v: 1;
  /** First and latest event, ms since 1970. */
  readonly born: number;
  readonly seen: number;
  /** Tallies by the counter's key. */
  readonly tallies: Readonly<Record<string, Tally>>;
  /** Ids of the latest events, so that the same one counts once. */
  readonly recent: readonly string[];
}

/** How many message ids a ghost remembers. */
export const RECENT = 64;

/** A ghost is dropped 13 months (396 days, in ms) after its latest event: the longest that CNIL allows a tracer to live. */
export const GHOST_LIFE = 396 * 86_400_000;

/** A ghost that has seen nothing yet. `now` in ms since 1970. */
export function createGhost(now: number): Ghost {
  return { v: 1, born: now, seen: now, tallies: {}, recent: [] };
}

/** What was stored, if it is a ghost that may still be used at `now` (ms); anything else starts anew. */
export function reviveGhost(stored: unknown, now: number): Ghost {
  return isGhost(stored) && now - stored.seen < GHOST_LIFE ? stored : createGhost(now);
}

/** What was counted under a key, where anything was. */
export function tallyOf(ghost: Ghost, key: string): Tally | undefined {
  return Object.hasOwn(ghost.tallies, key) ? ghost.tallies[key] : undefined;
}

function isGhost(value: unknown): value is Ghost {
  return (
    isRecord(value) &&
    value.v === 1 &&
    [value.born, value.seen].every(Number.isFinite) &&
    isRecord(value.tallies) &&
    Object.values(value.tallies).every(isTally) &&
    Array.isArray(value.recent)
  );
}

function isTally(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.n, value.first, value.last].every(Number.isFinite) &&
    Array.isArray(value.at) &&
    value.at.every(Number.isFinite)
  );
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
