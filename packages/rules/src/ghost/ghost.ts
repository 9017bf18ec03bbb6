/** The ghost: what is kept of a visitor's events, a summary bounded by the plan and never a log. */
import type { Json } from "../condition/condition.ts";

/** What was seen of the events that one counter names. Instants in ms since 1970. */
export interface Tally {
  /** Events ever counted. */
  readonly n: number;
  readonly first: number;
  readonly last: number;
  /** The latest instants, oldest first; at most the counter's `keep`. */
  readonly at: readonly number[];
  /** For a sum: the amounts of those instants. For distinct values: the values, each at the latest instant it came. */
  readonly of?: readonly Json[];
  /** For a sum: all amounts ever. For the latest, first, largest or smallest: that value. */
  readonly value?: Json;
}

/** One visit: events with less than {@link SESSION_GAP} between them. */
export interface Session {
  /** How many there were, with this one. */
  readonly n: number;
  /** ms since 1970. */
  readonly start: number;
  /** The latest event before it; undefined in the first session. */
  readonly before?: number;
  /** Whether an event of this session ended the silence before it. */
  readonly awake: boolean;
}

/** A summary of some kB, in the shape of JSON. */
export interface Ghost {
  /** Version of this shape. */
  readonly v: 2;
  /** First and latest event, ms since 1970. Affinities are kept as if seen from `born`. */
  readonly born: number;
  readonly seen: number;
  /** The instant up to which stage and segments were looked at. */
  readonly asOf: number;
  readonly session: Session;
  /** Tallies by the counter's key. */
  readonly tallies: Readonly<Record<string, Tally>>;
  /** By affinity and value: what its events added, each twice as much for every half-life since `born`. */
  readonly affinities: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By affinity: values that the visitor said they do not want to be known for. */
  readonly muted: Readonly<Record<string, readonly string[]>>;
  /** How many sessions came by which way, such as `email` or `direct`. */
  readonly touches: Readonly<Record<string, number>>;
  /** Whether the visitor has said who they are. */
  readonly identified: boolean;
  /** The stage and since when; the segments and since when. ms since 1970. */
  readonly stage: readonly [name: string, since: number];
  readonly segments: Readonly<Record<string, number>>;
  /** Marks of the latest events, so that the same one counts once. */
  readonly recent: readonly string[];
  /** Marks of the latest events of an order: a page of thanks that is loaded again tells of it again. */
  readonly once: readonly string[];
}

/** ms without an event after which the next one begins another session, as analytics tools have it. */
export const SESSION_GAP = 30 * 60_000;

/** A ghost is dropped 13 months (396 days, in ms) after its latest event: the longest that CNIL allows a tracer to live. */
export const GHOST_LIFE = 396 * 86_400_000;

/** A ghost that has seen nothing yet. `now` in ms since 1970. */
export function createGhost(now: number): Ghost {
  return {
    v: 2,
    born: now,
    seen: now,
    asOf: now,
    session: { n: 0, start: now, awake: false },
    tallies: {},
    affinities: {},
    muted: {},
    touches: {},
    identified: false,
    stage: ["", now],
    segments: {},
    recent: [],
    once: [],
  };
}
