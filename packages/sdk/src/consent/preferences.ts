/** How a visitor wants to be reached: kept on the device, and only once they have set it. */
import type { Channel } from "@ghostlight/rules";
import { type ChannelState, type Reach, reviveChannels } from "./channels.ts";

const FREQUENCIES = ["all", "weekly", "monthly"] as const;

export interface Preferences extends Reach {
  /** Where the visitor would rather be reached: a channel that they want. */
  readonly preferred?: Channel | undefined;
  /** Ids of the topics wanted. */
  readonly topics: readonly string[];
  /** How often at most. Default `all`. */
  readonly frequency?: (typeof FREQUENCIES)[number] | undefined;
  /** ISO date (`2026-12-24`), the last day on which nothing is wanted at all. */
  readonly pausedUntil?: string | undefined;
}

/** What a visitor asks for. How a channel stands then is worked out: no wish makes one confirmed. */
export interface Wishes extends Partial<Omit<Preferences, keyof Reach>> {
  /** What is not false is wanted. */
  readonly channels: Readonly<Partial<Record<Channel, boolean | ChannelState>>>;
}

/** Nobody has set anything. */
export const NO_PREFERENCES: Preferences = { channels: {}, addressed: [], topics: [] };

/** What was stored or given, as far as it has the shape of preferences; the rest is left out. */
export function revivePreferences(stored: unknown): Preferences {
  const { channels, addressed, preferred, topics, frequency, pausedUntil } = recordOf(stored);
  const states = reviveChannels(recordOf(channels));
  const named = Object.keys(states) as Channel[];
  return {
    channels: states,
    addressed: textsOf(addressed) as readonly Channel[],
    preferred: named.find((channel) => channel === preferred && states[channel]),
    topics: textsOf(topics),
    frequency: FREQUENCIES.find((one) => one === frequency),
    pausedUntil: textsOf([pausedUntil]).find((day) => /^\d{4}-\d\d-\d\d$/.test(day) && Date.parse(day) > 0),
  };
}

/** The day that a pause lasts to, where one is on. `today`: ISO date. */
export function pauseOf({ pausedUntil = "" }: Pick<Preferences, "pausedUntil">, today: string): string | undefined {
  return pausedUntil >= today ? pausedUntil : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return (value ?? {}) as Record<string, unknown>;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
