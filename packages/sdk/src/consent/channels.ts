/** How each way to be reached stands, and what moves it on. */
import type { Channel } from "@ghostlight/rules";

/**
 * `intent`: wanted, but the site has no address yet. `pending`: its owner has to confirm the address. `confirmed`: may
 * be used. false: not wanted.
 */
export type ChannelState = false | "intent" | "pending" | "confirmed";

export type ChannelStates = Readonly<Partial<Record<Channel, ChannelState>>>;

/** What is kept of channels. */
export interface Reach {
  /** How each channel stands; what is missing was never decided. */
  readonly channels: ChannelStates;
  /** Channels that the site says it has an address for. The addresses themselves are never kept here. */
  readonly addressed: readonly Channel[];
}

/** The browser itself stands for push, and reading mail is watched in mail alone. */
export const needsAddress = (channel: Channel): boolean => /^(email|sms|phone|post|whatsapp)$/.test(channel);

/** Letters need no consent that has to be proved, and nothing in a letterbox can be clicked. */
const withAddress = (channel: Channel, doubleOptIn: boolean): ChannelState =>
  doubleOptIn && channel !== "post" ? "pending" : "confirmed";

/**
 * How a channel stands once the visitor wants it, or no longer. What was wanted before stays as it stood; what is
 * wanted again has to be confirmed again.
 */
export function stateOf(
  { channels, addressed }: Reach,
  channel: Channel,
  wanted: unknown,
  doubleOptIn: boolean,
): ChannelState {
  if (!wanted) return false;
  const fresh = addressed.includes(channel) ? withAddress(channel, doubleOptIn) : "intent";
  return channels[channel] || (needsAddress(channel) ? fresh : "confirmed");
}

/** How channels stand once the visitor has said of each whether it is wanted. */
export function settle(
  before: Reach,
  wanted: Readonly<Partial<Record<Channel, unknown>>>,
  doubleOptIn: boolean,
): ChannelStates {
  const named = Object.entries(wanted) as [Channel, unknown][];
  return Object.fromEntries(named.map(([id, yes]) => [id, stateOf(before, id, yes, doubleOptIn)]));
}

/** The site got an address, by a form or as somebody known; or (`has` false) has none any more. */
export function addressed<R extends Reach>(before: R, channel: Channel, has: boolean, doubleOptIn: boolean): R {
  const state = before.channels[channel];
  if (!has) return put(before, channel, state && "intent", has);
  return put(before, channel, state === "intent" ? withAddress(channel, doubleOptIn) : state, has);
}

/** The owner of the address has confirmed it. Who has turned the channel off here meanwhile does not want it. */
export function confirmed<R extends Reach>(before: R, channel: Channel): R {
  return put(before, channel, before.channels[channel] !== false && "confirmed", true);
}

function put<R extends Reach>(before: R, channel: Channel, state: ChannelState | undefined, has: boolean): R {
  if (!needsAddress(channel)) return before;
  const others = before.addressed.filter((one) => one !== channel);
  return {
    ...before,
    channels: { ...before.channels, [channel]: state },
    addressed: has ? [...others, channel] : others,
  };
}

/** The channels that senders may use, and whether mails may be watched: only those that are confirmed. */
export function reachable({ channels }: Pick<Reach, "channels">): readonly Channel[] {
  const usable = (Object.keys(channels) as Channel[]).filter((channel) => channels[channel] === "confirmed");
  return usable.filter((channel) => channel !== "email_tracking" || usable.includes("email"));
}

/** Channels as they were stored: those that stand in some way; before there were states, a yes was an intent. */
export function reviveChannels(stored: Readonly<Record<string, unknown>>): ChannelStates {
  const revived = Object.entries(stored).map(([id, value]) => [id, value === true ? "intent" : value]);
  return Object.fromEntries(revived.filter(([, state]) => /^(false|intent|pending|confirmed)$/.test(`${state}`)));
}
