/** All that is kept about the visitor on this device, for them to see and to take along. */
import type { Standing } from "@ghostlight/rules";
import type { PreferencesStore } from "./store.ts";

export interface Profile {
  /** Where the visitor stands; left out while nothing is known. */
  readonly stage?: string;
  /** Ids of the segments the visitor is in. */
  readonly segments: readonly string[];
  /** Everything that is kept, as it is kept; undefined: nothing. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** `dump`: what is kept under consent, by key. */
export async function readProfile(
  standing: Pick<Standing, "stage" | "segments"> | undefined,
  dump: Readonly<Record<string, unknown>>,
  preferences: Pick<PreferencesStore, "dump">,
): Promise<Profile> {
  const { stage, segments = [] } = standing ?? {};
  const kept = Object.entries({ ...dump, ...(await preferences.dump()) }).filter(([, value]) => value !== undefined);
  return { ...(stage && { stage }), segments, data: kept.length ? Object.fromEntries(kept) : undefined };
}
