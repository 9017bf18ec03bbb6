/** Keeps the preferences in a database of their own: they outlive a refusal, since the visitor set them on purpose. */
import type { Channel } from "@ghostlight/rules";
import { addressed, confirmed, reachable, settle } from "../consent/channels.ts";
import { type Preferences, pauseOf, revivePreferences, type Wishes } from "../consent/preferences.ts";
import { readToday } from "../env/clock.ts";
import { createDatabase } from "../env/database.ts";
import { PREFERENCES_DATABASE } from "../env/delete-database.ts";
import { readNotifications } from "../env/notifications.ts";
import type { Reporter } from "../env/report.ts";
import { KEY } from "./key.ts";

/** What was set, and what it comes to today. */
export interface KeptPreferences extends Preferences {
  /** What senders may use now: channels that are confirmed; none during a pause. */
  readonly reachable: readonly Channel[];
}

export interface PreferencesStore {
  /** Creates nothing where nothing was set. */
  readonly get: () => Promise<KeptPreferences>;
  /** Replaces all that was wished. Rejects with a `TypeError` without `channels`, and changes nothing then. */
  readonly set: (wishes: Wishes) => Promise<void>;
  /** The site has an address for the channel; or, with false, none any more. Kept only where something was set. */
  readonly address: (channel: Channel, has?: boolean) => Promise<void>;
  /** The owner of the channel's address has confirmed it, as by the link in a mail. */
  readonly confirm: (channel: Channel) => Promise<void>;
  /** Everything kept, by key, for the visitor to see. */
  readonly dump: () => Promise<Readonly<Record<string, unknown>>>;
}

/** `doubleOptIn`: whether an address waits until its owner has confirmed it. */
export function createPreferencesStore(note: Reporter["note"], doubleOptIn: boolean): PreferencesStore {
  const database = createDatabase(PREFERENCES_DATABASE, note);

  async function change(to: (before: Preferences) => unknown): Promise<void> {
    // In one transaction: a confirmation in another tab is not lost to a wish in this one.
    await database.update(KEY, (stored) => revivePreferences(to(revivePreferences(stored))));
  }

  return {
    async get() {
      const kept = revivePreferences(await database.read(KEY));
      const preferences = withPermission(kept);
      const pausedUntil = pauseOf(kept, readToday());
      return { ...preferences, pausedUntil, reachable: pausedUntil ? [] : reachable(preferences) };
    },
    async set(wishes) {
      // Not in the transaction, whose faults are taken for those of the storage, and end it for this page.
      if (!wishes?.channels) throw new TypeError("no channels");
      await change((before) => ({
        ...wishes,
        channels: settle(before, wishes.channels, doubleOptIn),
        addressed: before.addressed,
      }));
    },
    async address(channel, has = true) {
      if (await database.read(KEY)) await change((before) => addressed(before, channel, has, doubleOptIn));
    },
    confirm: (channel) => change((before) => confirmed(before, channel)),
    dump: async () => ({ [KEY]: await database.read(KEY) }),
  };
}

/** The browser has the last word on push, and may have taken it back since. */
function withPermission(preferences: Preferences): Preferences {
  const { channels } = preferences;
  if (!channels.push || readNotifications() === "granted") return preferences;
  return { ...preferences, channels: { ...channels, push: "intent" } };
}
