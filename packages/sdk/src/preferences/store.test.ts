import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NO_PREFERENCES, type Wishes } from "../consent/preferences.ts";
import { createDatabase } from "../env/database.ts";
import { PREFERENCES_DATABASE } from "../env/delete-database.ts";
import { createPreferencesStore } from "./store.ts";

const NOBODY = { ...NO_PREFERENCES, reachable: [] };
const note = vi.fn();
const store = (doubleOptIn = true) => createPreferencesStore(note, doubleOptIn);
const wish = (channels: Wishes["channels"], more = {}): Wishes => ({ channels, topics: [], ...more });
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(() => {
  note.mockClear();
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("preferences", () => {
  test("that nobody set are none, and neither looking nor an address leaves anything behind", async () => {
    expect(await store().get()).toEqual(NOBODY);
    await store().address("email");
    expect(await store().get()).toEqual(NOBODY);
    expect(await names()).toEqual([]);
  });

  test("come back as they were set, also to another page", async () => {
    await store().set(wish({ sms: true, email: false }, { preferred: "sms", topics: ["news"], frequency: "weekly" }));
    expect(await store().get()).toEqual({
      channels: { sms: "intent", email: false },
      addressed: [],
      preferred: "sms",
      topics: ["news"],
      frequency: "weekly",
      reachable: [],
    });
    expect(await names()).toEqual(["ghostlight-preferences"]);
  });

  test("hold for this page where nothing can be stored", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const one = store();
    expect(await one.get()).toEqual(NOBODY);
    await one.set(wish({ onsite: true }));
    expect(await one.get()).toMatchObject({ channels: { onsite: "confirmed" }, reachable: ["onsite"] });
    expect(note).toHaveBeenCalledWith("storage-memory", expect.anything());
  });

  test.each([[{ email: true }], [undefined], [{ channels: undefined }]])(
    "are not what a page gives wrongly, as %j: it is told, keeps what there was, and the storage is not to blame",
    async (wrong) => {
      const kept = store();
      await kept.set(wish({ sms: true }));
      await expect(kept.set(wrong as never)).rejects.toThrow(new TypeError("no channels"));
      expect(note).not.toHaveBeenCalled();
      await kept.set({ channels: { post: true } });
      expect(await store().get()).toMatchObject({ channels: { post: "intent" } });
    },
  );

  test("that were spoilt lose what is spoilt, and can be set again", async () => {
    const spoilt = { channels: { sms: "sure", email: "pending" }, topics: "all", pausedUntil: 5 };
    await createDatabase(PREFERENCES_DATABASE, note).update("preferences", () => spoilt);
    expect(await store().get()).toEqual({ ...NOBODY, channels: { email: "pending" } });
    await store().set(wish({ sms: true }));
    expect((await store().get()).channels).toEqual({ sms: "intent" });
  });

  test("are without what was never asked for, such as a word of the page's own", async () => {
    await store().set(wish({ sms: true }, { reachable: ["sms"], addressed: ["sms"], frequency: "hourly" }));
    expect(await store().get()).toEqual({ ...NOBODY, channels: { sms: "intent" } });
  });
});

describe("a channel", () => {
  test("is reached once its address is confirmed, where the law asks, and never by a wish", async () => {
    await store().set(wish({ email: "confirmed" }));
    expect(await store().get()).toMatchObject({ channels: { email: "intent" }, reachable: [] });
    await store().address("email");
    expect(await store().get()).toMatchObject({ channels: { email: "pending" }, reachable: [] });
    await store().set(wish({ email: true }));
    await store().confirm("email");
    expect(await store().get()).toMatchObject({ channels: { email: "confirmed" }, reachable: ["email"] });
    await store().address("email", false);
    expect(await store().get()).toMatchObject({ channels: { email: "intent" }, addressed: [], reachable: [] });
  });

  test("is reached by its address alone, where the law asks no more", async () => {
    await store(false).set(wish({ email: true }));
    await store(false).address("email");
    expect((await store(false).get()).reachable).toEqual(["email"]);
  });

  test("is confirmed by its owner also where nothing was set: on another device, or in another browser", async () => {
    await store().confirm("email");
    expect(await store().get()).toMatchObject({ channels: { email: "confirmed" }, reachable: ["email"] });
  });

  test("that is confirmed in one tab is not lost to a wish in another", async () => {
    await store().set(wish({ email: true }));
    const [one, other] = [store(), store()];
    await Promise.all([one.confirm("email"), other.set(wish({ email: "intent", sms: true }))]);
    expect((await store().get()).channels).toEqual({ email: "confirmed", sms: "intent" });
  });

  test("push counts only as long as the browser agrees", async () => {
    const allow = (permission: string) =>
      vi.stubGlobal(
        "Notification",
        Object.assign(() => {}, { permission }),
      );
    allow("granted");
    await store().set(wish({ push: true }));
    expect((await store().get()).reachable).toEqual(["push"]);
    allow("denied");
    expect(await store().get()).toMatchObject({ channels: { push: "intent" }, reachable: [] });
    allow("granted");
    expect((await store().get()).reachable).toEqual(["push"]);
  });
});

describe("a pause", () => {
  test("holds everything back, and ends by itself", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 22, 12) });
    await store().set(wish({ onsite: true }, { pausedUntil: "2026-11-23" }));
    expect(await store().get()).toMatchObject({ pausedUntil: "2026-11-23", reachable: [] });
    vi.setSystemTime(new Date(2026, 10, 23, 23));
    expect((await store().get()).reachable).toEqual([]);
    vi.setSystemTime(new Date(2026, 10, 24, 1));
    expect(await store().get()).toEqual({ ...NOBODY, channels: { onsite: "confirmed" }, reachable: ["onsite"] });
  });
});
