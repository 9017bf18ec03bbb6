/** Carries batches to the edge, one at a time, until it has them. */
import type { Guard } from "../env/guard.ts";
import { onHidden } from "../env/page.ts";
import type { Reporter } from "../env/report.ts";
import { countFitting, parseRetryAfter, retryDelay } from "./batch.ts";
import type { Message } from "./message.ts";

export interface Transport {
  /** Queues a message and sends within a second, or when the page is left. */
  readonly send: (message: Message) => void;
  /** Forgets all that has not left yet. */
  readonly clear: () => void;
}

/** ms to wait for company before a batch goes. */
const LINGER = 500;

/** Largest message, in bytes, as the edge has it: a larger one would have its whole batch refused. */
const MESSAGE_BYTES = 32 * 1_024;

/** Answers that may be better the next time; any other 4xx never will. */
const WORTH_A_RETRY = [408, 425, 429];

export function createTransport(endpoint: string, now: () => number, guard: Guard, note: Reporter["note"]): Transport {
  let queue: string[] = [];
  let inFlight = false;
  let failures = 0;
  let timer = 0;

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(guard(flush), ms);
  }

  /** Takes a batch off the queue; what is not acknowledged comes back to its front. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    if (inFlight || !queue.length) return;
    const items = queue.splice(0, countFitting(queue, byteLength));
    const batches = queue;
    inFlight = true;
    const delay = await post(items);
    inFlight = false;
    if (delay !== undefined && batches === queue) queue.unshift(...items);
    if (queue.length) later(delay ?? 0);
  }

  /** undefined when done with, for better or worse; else the ms after which to try again. */
  async function post(items: readonly string[]): Promise<number | undefined> {
    try {
      const body = envelope(items, now());
      const response = await fetch(endpoint, { method: "POST", body, keepalive: true, credentials: "omit" });
      // Chromium counts an unread answer among the 64 KiB in flight, until nothing can be sent any more.
      const answer = await response.text();
      if (response.ok) {
        failures = 0;
        return undefined;
      }
      if (response.status < 500 && !WORTH_A_RETRY.includes(response.status)) {
        note("delivery-refused", `${response.status} ${answer}`);
        return undefined;
      }
      return again(response.status, parseRetryAfter(response.headers.get("Retry-After"), Date.now()));
    } catch (error) {
      return again(error);
    }
  }

  function again(reason: unknown, wait?: number): number {
    failures++;
    note("delivery-retry", reason);
    return wait ?? retryDelay(failures, Math.random());
  }

  // Once hidden, a page may never run again: hand everything to the browser at once.
  onHidden(
    guard(() => {
      while (queue.length) {
        const items = queue.slice(0, countFitting(queue, byteLength));
        if (!navigator.sendBeacon?.(endpoint, envelope(items, now()))) break;
        queue.splice(0, items.length);
      }
      return flush();
    }),
  );

  return {
    send(message) {
      const text = JSON.stringify(message);
      if (byteLength(text) > MESSAGE_BYTES) {
        note("delivery-refused", `${message.type} ${message.event ?? ""}: more than ${MESSAGE_BYTES} bytes`);
        return;
      }
      queue.push(text);
      if (!timer && !inFlight) later(LINGER);
    },
    clear() {
      queue = [];
      clearTimeout(timer);
      timer = 0;
    },
  };
}

/** As plain text, which needs no permission of another origin before it is sent (CORS preflight). */
function envelope(items: readonly string[], now: number): string {
  return `{"sentAt":"${new Date(now).toISOString()}","batch":[${items.join()}]}`;
}

function byteLength(text: string): number {
  return new Blob([text]).size;
}
