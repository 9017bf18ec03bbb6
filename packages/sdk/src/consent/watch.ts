/** Hears what other tabs choose, and what the browser wants on the visitor's behalf. */
import type { Guard } from "../env/guard.ts";

/**
 * Calls `heard` when another tab says that something changed, whatever it is; returns what says so here. One channel for
 * all: to open one takes a millisecond of a slow phone.
 */
export function createTabs(guard: Guard, heard: () => void): () => void {
  try {
    const channel = new BroadcastChannel("ghostlight");
    channel.onmessage = guard(heard);
    return guard(() => channel.postMessage(0));
  } catch {
    // Missing, or denied as cookies are (Firefox, https://github.com/mozilla/fxa/issues/2347): other tabs find out when
    // they are looked at.
    return () => undefined;
  }
}

/** Whether the browser sends Global Privacy Control: https://w3c.github.io/gpc/#dom-globalprivacycontrol */
export function readPrivacyControl(): boolean {
  return (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
}
