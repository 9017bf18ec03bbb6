/** Where the visitor can be reached, for rules that ask: read from what the preference center keeps, and no more. */

import { readToday } from "../../env/clock.ts";
import { createDatabase } from "../../env/database.ts";
import { hasDatabase, PREFERENCES_DATABASE } from "../../env/delete-database.ts";
import type { Reporter } from "../../env/report.ts";
import { KEY } from "../key.ts";

export interface Reach {
  readonly channels: readonly string[];
  readonly preferred?: string | undefined;
}

/** Nobody has said anything, or nothing asks. */
export const NO_REACH: Reach = { channels: [] };

/** Confirmed channels, none during a pause. Creates nothing where nothing was set. */
export async function readReach(note: Reporter["note"]): Promise<Reach> {
  if (!(await hasDatabase(PREFERENCES_DATABASE))) return NO_REACH;
  const kept: unknown = await createDatabase(PREFERENCES_DATABASE, note).read(KEY);
  const { channels, preferred, pausedUntil } = Object(kept);
  const confirmed = Object.entries(Object(channels)).filter(([, state]) => state === "confirmed");
  return { channels: pausedUntil > readToday() ? [] : confirmed.map(([id]) => id), preferred };
}
