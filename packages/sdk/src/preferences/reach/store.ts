/** Where the visitor can be reached, for rules that ask: read from what the preference center keeps, and no more. */

import { readToday } from "../../env/clock.ts";
import type { createDatabase } from "../../env/database.ts";
import { PREFERENCES_DATABASE } from "../../env/delete-database.ts";
import { KEY } from "../key.ts";

export interface Reach {
  readonly channels: readonly string[];
  readonly preferred?: string | undefined;
}

export type CreateReach = (open: typeof createDatabase) => () => Promise<Reach>;

/** Reads it anew each time, over one connection: confirmed channels, none during a pause. Creates nothing where nothing was set. */
export const createReach: CreateReach = (open) => {
  // Where nothing can be kept, whoever keeps something says so.
  const database = open(PREFERENCES_DATABASE, () => {});
  return async () => {
    const { channels, preferred, pausedUntil } = Object(await database.read(KEY));
    const confirmed = Object.entries(Object(channels)).filter(([, state]) => state === "confirmed");
    return { channels: pausedUntil > readToday() ? [] : confirmed.map(([id]) => id), preferred };
  };
};
