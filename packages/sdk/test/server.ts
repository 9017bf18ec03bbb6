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
  /** The options of each `fetch`. */
  readonly options: readonly RequestInit[];
  /** Answers the oldest open request. A number is a status; anything else is why the network failed. */
  readonly answer: (outcome: unknown, headers?: Record<string, string>) => Promise<void>;
  /** What `sendBeacon` says. */
  takesBeacons: boolean;
}

/** Takes the place of `fetch` and `sendBeacon`; `vi.unstubAllGlobals` gives them back. */
export function stubServer(): Server {
  const posts: Envelope[] = [];
  const beacons: Envelope[] = [];
  const options: RequestInit[] = [];
  const open: { resolve: (response: Response) => void; reject: (reason: unknown) => void }[] = [];
  const server: Server = {
    posts,
    beacons,
    options,
    takesBeacons: true,
    async answer(outcome, headers = {}) {
      const request = open.shift();
      if (!request) throw new Error("nothing was asked");
      if (typeof outcome === "number") request.resolve(new Response("why", { status: outcome, headers }));
      else request.reject(outcome);
      await settle();
    },
  };
  vi.stubGlobal("fetch", (_: string, init: RequestInit & { body: string }) => {
    posts.push(JSON.parse(init.body));
    options.push(init);
    return new Promise((resolve, reject) => open.push({ resolve, reject }));
  });
  replaceBeacon((_, body) => {
    if (server.takesBeacons) beacons.push(JSON.parse(String(body)));
    return server.takesBeacons;
  });
  return server;
}

/** undefined: as in a browser without it. */
export function replaceBeacon(sendBeacon: Navigator["sendBeacon"] | undefined): void {
  Object.defineProperty(navigator, "sendBeacon", { value: sendBeacon, configurable: true });
}

export const idsOf = (envelopes: readonly Envelope[]): string[][] =>
  envelopes.map(({ batch }) => batch.map(({ messageId }) => messageId));
