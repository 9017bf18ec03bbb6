/** How a visitor wants to be reached: kept on the device, and only once they have set it. */
import type { Channel } from "@ghostlight/rules";

export interface Preferences {
  /** Yes or no by channel; what is missing was never decided. */
  readonly channels: Readonly<Partial<Record<Channel, boolean>>>;
  /** Where the visitor would rather be reached. */
  readonly preferred?: Channel;
  /** Ids of the topics wanted. */
  readonly topics: readonly string[];
  /** How often at most. Default `all`. */
  readonly frequency?: "all" | "weekly" | "monthly";
  /** ISO date (`2026-12-24`) until which nothing is wanted at all. */
  readonly pausedUntil?: string;
}

/** Nobody has set anything. */
export const NO_PREFERENCES: Preferences = { channels: {}, topics: [] };

/** What was stored, as far as it has the shape of preferences. */
export function revivePreferences(stored: unknown): Preferences {
  const value = stored as Partial<Preferences> | null | undefined;
  return typeof value?.channels === "object" && value.channels && Array.isArray(value.topics)
    ? (value as Preferences)
    : NO_PREFERENCES;
}
