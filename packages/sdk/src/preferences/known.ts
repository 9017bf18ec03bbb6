/** All that is kept about the visitor on this device, for them to see and to take along. */
import type { Standing } from "@ghostlight/rules";
import type { PreferencesStore } from "./store.ts";

/** A value of an affinity, and its share of all of that affinity: 0 to 1. */
export interface Interest {
  readonly affinity: string;
  readonly value: string;
  readonly share: number;
}

export interface About {
  /** What stages and segments are called, where they have a name: `stage_lead`, `segment_buyers`. */
  readonly names: Readonly<Record<string, string>>;
  readonly interests: readonly Interest[];
  /** By segment that the visitor is in: what that rests on, such as `Product Viewed: 3`. */
  readonly reasons: Readonly<Record<string, readonly string[]>>;
}

export interface Profile extends About {
  /** Where the visitor stands; left out while nothing is known. */
  readonly stage?: string;
  /** Ids of the segments the visitor is in. */
  readonly segments: readonly string[];
  /** Everything that is kept, as it is kept; undefined: nothing. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** `dump`: what is kept under consent, by key; `about`: see there. Undefined: nothing. */
export async function readProfile(
  standing: () => Pick<Standing, "stage" | "segments"> | undefined,
  dump: () => Promise<Readonly<Record<string, unknown>> | undefined>,
  about: () => Promise<About | undefined>,
  preferences: Pick<PreferencesStore, "dump">,
): Promise<Profile> {
  const all = { ...(await dump()), ...(await preferences.dump()) };
  const found = (await about()) ?? { names: {}, interests: [], reasons: {} };
  // Not earlier: what is kept may have moved the visitor on while it was read.
  const { stage, segments = [] } = standing() ?? {};
  const kept = Object.entries(all).filter(([, value]) => value !== undefined);
  return { ...(stage && { stage }), segments, ...found, data: kept.length ? Object.fromEntries(kept) : undefined };
}
