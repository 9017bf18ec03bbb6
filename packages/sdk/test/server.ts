/** Stands in for the edge: keeps what it was sent, and answers when the test says so. */
import { vi } from "vitest";
import type { Message } from "../src/collect/message.ts";
import { settle } from "./page.ts";

export interface Envelope {
  readonly sentAt: string;
  readonly batch: readonly Message[];
}

export interface Server {
  /** Every batch that was posted, in order, answered or not. */
  readonly posts: readonly Envelope[];
  readonly beacons: readonly Envelope[];
  /** Batches that the browser would send if the page died now. */
  readonly deferred: () => readonly Envelope[];
  /** How often the browser was given something to send then. */
  readonly deferrals: () => number;
  /** The options of each `fetch`. */
  readonly options: readonly RequestInit[];
  /** Posts that wait for their answer, oldest first. */
  readonly open: () => readonly Envelope[];
  /**
   * Answers the oldest open request. A number is a status, 200 with the words of the edge; a text or a stream is an
   * answer that is well in every way but its body; anything else is why the network failed.
   */
  readonly answer: (outcome: unknown, headers?: Record<string, string>) => Promise<void>;
  /** What `sendBeacon` says. */
  takesBeacons: boolean;
}

// Tests replace it, as pages do.
const { parse, stringify } = JSON;

interface Open {
  readonly envelope: Envelope;
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/** Takes the place of `fetch`, `fetchLater` and `sendBeacon`; `vi.unstubAllGlobals` gives them back. */
export function stubServer(): Server {
  const posts: Envelope[] = [];
  const beacons: Envelope[] = [];
  const deferred: { readonly envelope: Envelope; readonly signal?: AbortSignal | null | undefined }[] = [];
  const options: RequestInit[] = [];
  const open = new Set<Open>();
  const server: Server = {
    posts,
    beacons,
    options,
    takesBeacons: true,
    deferred: () => deferred.filter(({ signal }) => !signal?.aborted).map(({ envelope }) => envelope),
    deferrals: () => deferred.length,
    open: () => [...open].map(({ envelope }) => envelope),
    async answer(outcome, headers = {}) {
      const [request] = open;
      if (!request) throw new Error("nothing was asked");
      open.delete(request);
      if (typeof outcome === "number")
        request.resolve(new Response(wordsOf(outcome, request.envelope.batch.length), { status: outcome, headers }));
      else if (typeof outcome === "string" || outcome instanceof ReadableStream) request.resolve(new Response(outcome));
      else request.reject(outcome);
      await settle();
    },
  };
  vi.stubGlobal("fetch", (_: string, init: RequestInit & { body: string }) => {
    const envelope: Envelope = parse(init.body);
    posts.push(envelope);
    options.push(init);
    return new Promise((resolve, reject) => {
      const abort = () => {
        open.delete(request);
        reject(new DOMException("aborted", "AbortError"));
      };
      // As a browser: what has its answer listens no more.
      const end = () => init.signal?.removeEventListener("abort", abort);
      const request = {
        envelope,
        resolve(response: Response) {
          end();
          resolve(response);
        },
        reject(reason: unknown) {
          end();
          reject(reason);
        },
      };
      open.add(request);
      if (init.signal?.aborted) abort();
      init.signal?.addEventListener("abort", abort);
    });
  });
  vi.stubGlobal("fetchLater", (_: string, { body, signal }: RequestInit) => {
    deferred.push({ envelope: parse(String(body)), signal });
  });
  replaceBeacon((_, body) => {
    if (server.takesBeacons) beacons.push(parse(String(body)));
    return server.takesBeacons;
  });
  return server;
}

const wordsOf = (status: number, stored: number): string | null => {
  if (status === 204) return null;
  return status === 200 ? stringify({ ok: true, stored, duplicate: 0 }) : "why";
};

/** undefined: as in a browser without it. */
export function replaceBeacon(sendBeacon: Navigator["sendBeacon"] | undefined): void {
  Object.defineProperty(navigator, "sendBeacon", { value: sendBeacon, configurable: true });
}

/** Web Locks as they are used here, or a browser without them. */
export function replaceLocks(locks: { readonly request: LockManager["request"] } | undefined): void {
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
}

/** Locks that a test can hold itself, by adding to `held`. */
export function createLocks(): { readonly request: LockManager["request"]; readonly held: Set<string> } {
  const held = new Set<string>();
  const request = async (name: string, _: LockOptions, run: (lock: Lock | null) => unknown) => {
    if (held.has(name)) return run(null);
    held.add(name);
    try {
      return await run({ name, mode: "exclusive" });
    } finally {
      held.delete(name);
    }
  };
  return { held, request: request as unknown as LockManager["request"] };
}

export const idsOf = (envelopes: readonly Envelope[]): string[][] =>
  envelopes.map(({ batch }) => batch.map(({ messageId }) => messageId));
