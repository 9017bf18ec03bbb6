/** A transport on a clock and a disk of the test's own, with a server that answers when it is told to. */
import { IDBFactory } from "fake-indexeddb";
import { test, vi } from "vitest";
import type { Message } from "../src/collect/message.ts";
import type { Seal } from "../src/collect/seal.ts";
import { createTransport, type Transport } from "../src/collect/transport.ts";
import { createGuard } from "../src/env/guard.ts";
import { onHidden, onShown } from "../src/env/page.ts";
import { collectListeners, settle } from "./page.ts";
import { replaceLocks, type Server, stubServer } from "./server.ts";

// Tests replace it, as pages do.
const { parse, stringify } = JSON;

export const NOW = Date.UTC(2026, 10, 21);
/** ms that a message waits for company. */
export const LINGER = 500;

export function seal(messageId: string, filling = "", weight: 0 | 1 | 2 = 1): Seal {
  const session = { sessionId: 1, last: 1, campaign: "" };
  return (before, dropped) => {
    const context = { ...(dropped && { dropped }) };
    const message = { type: "track", event: "A", messageId, properties: { filling }, context } as unknown as Message;
    return {
      identity: before ?? { anonymousId: "a", since: 1, ...session },
      message,
      text: stringify(message),
      weight: dropped ? 2 : weight,
    };
  };
}

export interface Bench {
  readonly server: Server;
  readonly note: ReturnType<typeof vi.fn>;
  readonly transport: Transport;
  /** What the cookie says. */
  readonly consent: { given: boolean };
  readonly send: (...ids: readonly string[]) => void;
  /** Goes on in time, once what is ready to be done is done. */
  readonly wait: (ms: number) => Promise<void>;
  /** An hour, in steps. */
  readonly rest: () => Promise<void>;
  /** Another tab, or the same one after a reload. */
  readonly open: () => Transport;
  readonly sweep: () => void;
}

export function setUp(): Bench {
  const note = vi.fn();
  const server = stubServer();
  const sweep = collectListeners();
  const consent = { given: true };
  vi.stubGlobal("indexedDB", new IDBFactory());
  const open = (): Transport =>
    createTransport({
      edgeUrl: "https://shop.example/g/shop/e",
      now: Date.now,
      guard: createGuard(note),
      note,
      may: () => consent.given,
      parse,
      fetch: globalThis.fetch,
      onHidden,
      onShown,
    });
  const transport = open();
  const send = (...ids: readonly string[]) => {
    for (const id of ids) transport.take(seal(id));
  };
  const wait = async (ms: number) => {
    await settle();
    vi.advanceTimersByTime(ms);
    await settle();
  };
  const rest = async () => {
    for (let minute = 0; minute < 60; minute++) await wait(60_000);
  };
  return { server, note, transport, consent, send, wait, rest, open, sweep };
}

/** A test with a transport of its own. */
export const it = test.extend<{ bench: Bench }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its first parameter.
  bench: async ({}, use) => {
    const bench = setUp();
    await use(bench);
    bench.sweep();
  },
});

/** For each test's start and end. */
export function startClock(): void {
  vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.spyOn(Math, "random").mockReturnValue(1);
}

export function stopClock(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  replaceLocks(undefined);
}
