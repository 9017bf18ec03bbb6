// @ts-check
/**
 * What no tool can leave out that keeps the promises of ours: a profile and an outbox that go each with its own consent and
 * that two tabs change in turn, one sender, and nothing forgotten before it has arrived. Still the calls alone: it decides
 * nothing, knows no rules, and handles no failure.
 */
import { open, send, viewOfPage, within } from "./calls.mjs";

/** ms, as ours waits for company. */
const LINGER = 500;

const KEY = "all";

/** Reads, changes and writes in one step. @param {IDBDatabase} database @param {(value: any) => unknown} change */
const update = (database, change) =>
  within(database, (values) => {
    const reading = values.get(KEY);
    reading.onsuccess = () => values.put(change(reading.result), KEY);
  });

async function profile() {
  await update(await open("bare-profile"), (known) => ({ views: (known?.views ?? 0) + 1 }));
}

async function deliver() {
  const outbox = await open("bare-outbox");
  /** @type {readonly unknown[]} */
  let waiting = [];
  await update(outbox, (kept) => {
    waiting = [...(kept ?? []), viewOfPage()];
    return waiting;
  });
  await new Promise((resolve) => setTimeout(resolve, LINGER));
  await navigator.locks.request("bare-outbox", { ifAvailable: true }, async () => {
    const { signal } = new AbortController();
    if (await send(waiting, { signal })) await update(outbox, (kept) => kept.slice(waiting.length));
  });
}

/** Counts this page view in the profile, keeps it, and sends what was kept. */
export async function keep() {
  await Promise.all([profile(), deliver()]);
}
