import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDatabase } from "../../env/database.ts";
import { deleteDatabase, PREFERENCES_DATABASE } from "../../env/delete-database.ts";
import { createPreferencesStore } from "../store.ts";
import { createReach } from "./store.ts";

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const wishes = { channels: { onsite: true, email: true, sms: false }, topics: [], preferred: "onsite" as const };

test("where nothing was set, nobody can be reached, and nothing is made", async () => {
  expect(await createReach(createDatabase)()).toEqual({ channels: [] });
  expect(await indexedDB.databases()).toEqual([]);
});

test("is where a channel is confirmed, not where it is only wanted", async () => {
  const store = createPreferencesStore(vi.fn(), true);
  await store.set(wishes);
  expect(await createReach(createDatabase)()).toEqual({ channels: ["onsite"], preferred: "onsite" });
  await store.address("email");
  await store.confirm("email");
  expect((await createReach(createDatabase)()).channels.toSorted()).toEqual(["email", "onsite"]);
});

test("is nowhere during a pause", async () => {
  await createPreferencesStore(vi.fn(), true).set({ ...wishes, pausedUntil: "2999-01-01" });
  expect((await createReach(createDatabase)()).channels).toEqual([]);
});

test("is read over one connection, however often, and makes nothing anew once all was erased", async () => {
  await createPreferencesStore(vi.fn(), true).set(wishes);
  const open = vi.spyOn(indexedDB, "open");
  const read = createReach(createDatabase);
  for (const _ of Array(5)) expect((await read()).channels).toEqual(["onsite"]);
  expect(open).toHaveBeenCalledOnce();
  await deleteDatabase(PREFERENCES_DATABASE);
  expect(await read()).toEqual({ channels: [] });
  expect(await indexedDB.databases()).toEqual([]);
});
