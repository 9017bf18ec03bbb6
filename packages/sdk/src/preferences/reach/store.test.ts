import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPreferencesStore } from "../store.ts";
import { readReach } from "./store.ts";

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const wishes = { channels: { onsite: true, email: true, sms: false }, topics: [], preferred: "onsite" as const };

test("where nothing was set, nobody can be reached, and nothing is made", async () => {
  expect(await readReach(vi.fn())).toEqual({ channels: [] });
  expect(await indexedDB.databases()).toEqual([]);
});

test("is where a channel is confirmed, not where it is only wanted", async () => {
  const store = createPreferencesStore(vi.fn(), true);
  await store.set(wishes);
  expect(await readReach(vi.fn())).toEqual({ channels: ["onsite"], preferred: "onsite" });
  await store.address("email");
  await store.confirm("email");
  expect((await readReach(vi.fn())).channels.toSorted()).toEqual(["email", "onsite"]);
});

test("is nowhere during a pause", async () => {
  await createPreferencesStore(vi.fn(), true).set({ ...wishes, pausedUntil: "2999-01-01" });
  expect((await readReach(vi.fn())).channels).toEqual([]);
});
