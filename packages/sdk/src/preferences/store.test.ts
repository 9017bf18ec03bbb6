import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NO_PREFERENCES, type Preferences, revivePreferences } from "../consent/preferences.ts";
import { createPreferencesStore } from "./store.ts";

const note = vi.fn();
const some: Preferences = { channels: { sms: true, email: false }, preferred: "sms", topics: ["news"] };

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

describe("preferences", () => {
  test("that nobody set are none, and looking leaves nothing behind", async () => {
    expect(await createPreferencesStore(note).get()).toEqual(NO_PREFERENCES);
    expect(await indexedDB.databases()).toEqual([]);
  });

  test("come back as they were set, also to another page", async () => {
    await createPreferencesStore(note).set(some);
    expect(await createPreferencesStore(note).get()).toEqual(some);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["ghostlight-preferences"]);
  });

  test("hold for this page where nothing can be stored", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const store = createPreferencesStore(note);
    expect(await store.get()).toEqual(NO_PREFERENCES);
    await store.set(some);
    expect(await store.get()).toEqual(some);
    expect(note).toHaveBeenCalledWith("storage-memory", expect.anything());
  });

  test.each([undefined, null, 5, {}, { channels: null, topics: [] }, { channels: {} }])("are none in %j", (stored) => {
    expect(revivePreferences(stored)).toEqual(NO_PREFERENCES);
  });
});
