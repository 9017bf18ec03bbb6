/** A transport on a clock of the test's own, with a server that answers when it is told to. */
import { test, vi } from "vitest";
import type { Message } from "../src/collect/message.ts";
import { createTransport, type Transport } from "../src/collect/transport.ts";
import { createGuard } from "../src/env/guard.ts";
import { collectListeners } from "./page.ts";
import { type Server, stubServer } from "./server.ts";

export const NOW = Date.UTC(2026, 10, 21);
/** ms that a message waits for company. */
export const LINGER = 500;
export const message = (messageId: string, text = ""): Message =>
  ({ type: "track", event: "A", messageId, properties: { text } }) as unknown as Message;

export interface Bench {
  readonly server: Server;
  readonly note: ReturnType<typeof vi.fn>;
  readonly transport: Transport;
  readonly send: (...ids: readonly string[]) => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly sweep: () => void;
}

export function setUp(): Bench {
  const note = vi.fn();
  const server = stubServer();
  const sweep = collectListeners();
  const transport = createTransport("https://shop.example/g/shop/e", Date.now, createGuard(note), note);
  const send = (...ids: readonly string[]) => {
    for (const id of ids) transport.send(message(id));
  };
  const wait = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
  };
  return { server, note, transport, send, wait, sweep };
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
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(Math, "random").mockReturnValue(1);
}

export function stopClock(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}
