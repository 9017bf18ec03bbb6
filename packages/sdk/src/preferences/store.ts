/** Keeps the preferences in a database of their own: they outlive a refusal, since the visitor set them on purpose. */

import { NO_PREFERENCES, type Preferences, revivePreferences } from "../consent/preferences.ts";
import { createDatabase } from "../env/database.ts";
import { hasDatabase, PREFERENCES_DATABASE } from "../env/delete-database.ts";
import type { Reporter } from "../env/report.ts";

export interface PreferencesStore {
  /** Creates nothing where nothing was set. */
  readonly get: () => Promise<Preferences>;
  readonly set: (preferences: Preferences) => Promise<void>;
}

const KEY = "preferences";

export function createPreferencesStore(note: Reporter["note"]): PreferencesStore {
  const database = createDatabase(PREFERENCES_DATABASE, note);
  /** Set here, so that it is there also where nothing can be stored. */
  let own: Preferences | undefined;
  return {
    async get() {
      if (!own && !(await hasDatabase(PREFERENCES_DATABASE))) return NO_PREFERENCES;
      return revivePreferences(await database.read(KEY));
    },
    async set(preferences) {
      own = preferences;
      await database.update(KEY, () => preferences);
    },
  };
}
