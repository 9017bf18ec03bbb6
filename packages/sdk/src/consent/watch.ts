/** Hears what other tabs choose, and what the browser wants on the visitor's behalf. */
import type { Guard } from "../env/guard.ts";

/** ms after which a cookie that another tab wrote has come to this one as well. */
const ARRIVED = 300;

/**
 * Calls `heard` when another tab says that something changed, whatever it is, and once more a little later: the message
 * may be here before the cookie that it tells of (seen in 1 of 20 in Chromium 156, by up to 7 ms, and in 2 of 3 in
 * Firefox 153). Returns what says so here. One channel for all: to open one takes a millisecond of a slow phone.
 */
export function createTabs(guard: Guard, heard: () => void): () => void {
  const hear = guard(heard);
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel("ghostlight");
    channel.onmessage = () => {
      hear();
      setTimeout(hear, ARRIVED);
    };
  } catch {
    // Missing, or denied as cookies are (Firefox, https://github.com/mozilla/fxa/issues/2347): other tabs find out when
    // they are looked at.
  }
  return guard(() => channel?.postMessage(0));
}

/** Whether the browser sends Global Privacy Control: https://w3c.github.io/gpc/#dom-globalprivacycontrol */
export function readPrivacyControl(): boolean {
  return (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
}
