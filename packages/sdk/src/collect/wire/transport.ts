/** Carries one batch to the edge, in each of the ways that browsers have. */
import { parse } from "../../env/json.ts";
import type { Reporter } from "../../env/report.ts";
import { parseRetryAfter } from "../batch.ts";
import { type Answer, type Item, isRefusal } from "../outbox.ts";

export interface Wire {
  /** Undefined where it was called back. `keepalive`: it goes on when the page closes. */
  readonly post: (batch: readonly Item[], keepalive: boolean) => Promise<Answer | undefined>;
  /** Hands it to the browser, which tells no answer; false where that takes no more. */
  readonly beacon: (batch: readonly Item[]) => boolean;
  /** What the browser is to send should this tab crash; nothing of what it was given before. */
  readonly insure: (batch: readonly Item[]) => void;
  /** Calls back whatever can be. */
  readonly recall: () => void;
}

/** Of every request. Its body is plain text, which needs no permission of another origin first (CORS preflight). */
const REQUEST = { method: "POST", credentials: "omit" } as const;

/** ms after which a request has failed: some servers never answer. */
const TIMEOUT = 15_000;

/** https://fetch.spec.whatwg.org/#dom-window-fetchlater */
type FetchLater = (address: string, options: RequestInit) => unknown;

/** `now`: by the clock of the events, so that the edge can tell how wrong it goes. */
export function createWire(endpoint: string, now: () => number, note: Reporter["note"]): Wire {
  // As they are now: pages replace them later.
  const { fetch, fetchLater, navigator } = globalThis as typeof globalThis & { readonly fetchLater?: FetchLater };
  const sendBeacon = navigator.sendBeacon?.bind(navigator);
  const flights = new Set<AbortController>();
  let insurance: AbortController | undefined;

  const envelope = (batch: readonly Item[]): string =>
    `{"sentAt":"${new Date(now()).toISOString()}","batch":[${batch.map(({ text }) => text).join()}]}`;

  function insure(batch: readonly Item[]): void {
    insurance?.abort();
    if (!fetchLater || !batch.length) return;
    insurance = new AbortController();
    const { signal } = insurance;
    try {
      fetchLater(endpoint, { ...REQUEST, body: envelope(batch), signal });
    } catch {
      // Not allowed here, or too much of it: then the next page sends it.
    }
  }

  return {
    async post(batch, keepalive) {
      const flight = new AbortController();
      const { signal } = flight;
      const stop = setTimeout(() => flight.abort(), TIMEOUT);
      const options = { ...REQUEST, body: envelope(batch), keepalive, redirect: "error", signal } as const;
      flights.add(flight);
      let status = 0;
      let wait = Number.NaN;
      let detail: unknown;
      try {
        const response = await fetch(endpoint, options);
        const text = await response.text();
        detail = `${response.status} ${text.slice(0, 500)}`;
        if (response.ok) {
          // A network that wants a login first answers everything itself, and well.
          const { ok, stored, duplicate } = parse(text);
          if (ok && stored + duplicate === batch.length) status = 200;
        } else {
          status = response.status;
          wait = parseRetryAfter(response.headers.get("Retry-After") ?? "", Date.now());
        }
      } catch (error) {
        detail = error;
      }
      clearTimeout(stop);
      if (!flights.delete(flight)) return undefined;
      if (status !== 200) note(isRefusal(status) ? "delivery-refused" : "delivery-retry", detail);
      return { status, wait };
    },
    beacon: (batch) => sendBeacon?.(endpoint, envelope(batch)) ?? false,
    insure,
    recall() {
      for (const flight of flights) flight.abort();
      flights.clear();
      insure([]);
    },
  };
}
