import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { settle } from "../../test/page.ts";
import { createDatabase, type Database } from "./database.ts";
import { deleteDatabase } from "./delete-database.ts";

const add = (value: unknown): number => (typeof value === "number" ? value : 0) + 1;
const quota = new DOMException("full", "QuotaExceededError");
/** As the stores do. */
const eraseOf =
  ({ close }: Pick<Database, "close">) =>
  async (): Promise<void> => {
    await close();
    await deleteDatabase("ghostlight");
  };
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("on disk", () => {
  test("what one tab stores, another reads", async () => {
    const note = vi.fn();
    expect(await createDatabase("ghostlight", note).update("a", () => ({ deep: [1] }))).toEqual({ deep: [1] });
    expect(await createDatabase("ghostlight", note).read("a")).toEqual({ deep: [1] });
    expect(await createDatabase("ghostlight", note).read("b")).toBeUndefined();
    expect(note).not.toHaveBeenCalled();
  });

  test("nothing is opened before it is used", async () => {
    createDatabase("ghostlight", vi.fn());
    await settle();
    expect(await names()).toEqual([]);
  });

  test("reading makes nothing", async () => {
    const { read, close } = createDatabase("ghostlight", vi.fn());
    expect(await read("a")).toBeUndefined();
    expect(await names()).toEqual([]);
    await close();
  });

  test("two tabs that change the same value lose nothing", async () => {
    const tabs = [createDatabase("ghostlight", vi.fn()), createDatabase("ghostlight", vi.fn())];
    await Promise.all(Array.from({ length: 25 }, () => tabs.map(({ update }) => update("n", add))).flat());
    expect(await tabs[0]?.read("n")).toBe(50);
  });

  test("a connection that the browser closes is opened again", async () => {
    const open = vi.spyOn(indexedDB, "open");
    const note = vi.fn();
    const { update } = createDatabase("ghostlight", note);
    await update("n", add);
    const database = open.mock.results[0]?.value.result;
    database.close();
    database.onclose(new Event("close"));
    expect(await update("n", add)).toBe(2);
    expect(note).not.toHaveBeenCalled();
  });
});

describe("a connection that is lost", () => {
  test("without a word is replaced", async () => {
    const open = vi.spyOn(indexedDB, "open");
    const note = vi.fn();
    const { update, read } = createDatabase("ghostlight", note);
    const lose = () => open.mock.results.at(-1)?.value.result.close();
    await update("n", add);
    lose();
    expect(await update("n", add)).toBe(2);
    lose();
    expect(await read("n")).toBe(2);
    expect(note).not.toHaveBeenCalled();
  });

  test("with work on the way is replaced, and that work counts once", async () => {
    const note = vi.fn();
    const { update } = createDatabase("ghostlight", note);
    await update("n", add);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      this.transaction.abort();
      return request;
    });
    expect(await update("n", add)).toBe(2);
    expect(await createDatabase("ghostlight", vi.fn()).read("n")).toBe(2);
    expect(note).not.toHaveBeenCalled();
  });
});

describe("a database that is not as it should be", () => {
  const make = (version: number, ...stores: string[]) =>
    new Promise<void>((resolve) => {
      const request = indexedDB.open("ghostlight", version);
      request.onupgradeneeded = () => {
        for (const store of stores) request.result.createObjectStore(store);
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });

  test.each<[what: string, version: number, ...stores: string[]]>([
    ["of a later version", 7, "values"],
    ["of a later version, with more in it", 7, "values", "more"],
    ["that was left empty", 1],
    ["that was left empty by a later version", 7],
  ])("%s is used as it is, by several tabs", async (_, version, ...stores) => {
    await make(version, ...stores);
    const note = vi.fn();
    const tabs = [createDatabase("ghostlight", note), createDatabase("ghostlight", note)];
    await Promise.all(tabs.map(({ update }) => update("n", add)));
    expect(await createDatabase("ghostlight", vi.fn()).read("n")).toBe(2);
    expect(note).not.toHaveBeenCalled();
  });

  test("that holds what is somebody else's stays as it is", async () => {
    await make(3, "theirs");
    const note = vi.fn();
    const { update } = createDatabase("ghostlight", note);
    expect([await update("n", add), await update("n", add)]).toEqual([1, 2]);
    expect(await indexedDB.databases()).toEqual([{ name: "ghostlight", version: 3 }]);
    expect(note).toHaveBeenCalledOnce();
  });
});

describe("erasing", () => {
  test("leaves no database and refuses later use", async () => {
    const database = createDatabase("ghostlight", vi.fn());
    const { update, read } = database;
    await update("a", add);
    await eraseOf(database)();
    expect(await names()).toEqual([]);
    for (const use of [read("a"), update("a", add)]) {
      await expect(use).rejects.toThrow("closed");
    }
    expect(await names()).toEqual([]);
  });

  test("of what was never opened creates nothing", async () => {
    await eraseOf(createDatabase("ghostlight", vi.fn()))();
    await deleteDatabase("ghostlight");
    expect(await names()).toEqual([]);
  });

  test("is not held up by other tabs, which start anew", async () => {
    const note = vi.fn();
    const [one, other] = [createDatabase("ghostlight", note), createDatabase("ghostlight", note)];
    await one.update("n", add);
    await other.update("n", add);
    await eraseOf(one)();
    expect(await names()).toEqual([]);
    expect(await other.update("n", add)).toBe(1);
    expect(note).not.toHaveBeenCalled();
  });

  test("is heard by the other tabs, and none of them remembers what was", async () => {
    const gone = [vi.fn(), vi.fn()];
    const [one, other] = gone.map((heard) => createDatabase("ghostlight", vi.fn(), heard));
    await one?.update("n", add);
    await other?.update("n", add);
    if (one) await eraseOf(one)();
    expect(gone.map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    vi.stubGlobal("indexedDB", undefined);
    expect(await other?.read("n")).toBeUndefined();
  });

  test("waits for a database that is just being opened", async () => {
    const database = createDatabase("ghostlight", vi.fn());
    const [stored] = await Promise.allSettled([database.update("n", add), eraseOf(database)()]);
    expect(stored.status).toBe("fulfilled");
    expect(await names()).toEqual([]);
  });

  test("ends also where the browser denies it", async () => {
    vi.stubGlobal("indexedDB", undefined);
    await expect(eraseOf(createDatabase("ghostlight", vi.fn()))()).resolves.toBeUndefined();
  });

  test.each(["onsuccess", "onerror", "onblocked"])("ends when deleting answers by %s", async (answer) => {
    const request: Record<string, () => void> = {};
    vi.stubGlobal("indexedDB", { deleteDatabase: () => request });
    const done = deleteDatabase("ghostlight");
    request[answer]?.();
    await expect(done).resolves.toBeUndefined();
  });
});

describe("in memory, with one note", () => {
  const denied = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const failing = () => {
    const request = { error: quota, onerror: () => {} };
    queueMicrotask(() => request.onerror());
    return request;
  };

  test.each([
    ["IndexedDB is missing", () => void vi.stubGlobal("indexedDB", undefined)],
    ["looking at it throws", () => void Object.defineProperty(globalThis, "indexedDB", { get: denied })],
    ["opening throws", () => void vi.stubGlobal("indexedDB", { open: denied })],
    ["opening fails", () => void vi.stubGlobal("indexedDB", { open: failing })],
    ["writing throws", () => void vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => raise(quota))],
  ])("where %s", async (_, spoil) => {
    const own = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
    spoil();
    const note = vi.fn();
    const { update, read } = createDatabase("ghostlight", note);
    expect([await update("n", add), await update("n", add), await read("n")]).toEqual([1, 2, 2]);
    expect(note.mock.calls).toEqual([["storage-memory", expect.anything()]]);
    if (own) Object.defineProperty(globalThis, "indexedDB", own);
  });

  test("where opening never answers, after two seconds", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("indexedDB", { open: () => ({}) });
    const note = vi.fn();
    const updated = createDatabase("ghostlight", note).update("n", add);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(note).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await updated).toBe(1);
    expect(note).toHaveBeenCalledOnce();
  });

  test("what is not to be stored takes nothing away", async () => {
    const { update, read } = createDatabase("ghostlight", vi.fn());
    await update("n", add);
    expect(await update("n", () => undefined)).toBeUndefined();
    vi.stubGlobal("indexedDB", undefined);
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => raise(quota));
    expect(await update("n", add)).toBe(2);
    await update("n", () => undefined);
    expect(await read("n")).toBe(2);
  });

  test("a disk that fills up takes nothing of what was read from it", async () => {
    await createDatabase("ghostlight", vi.fn()).update("n", () => 5);
    const { update, read } = createDatabase("ghostlight", vi.fn());
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => raise(quota));
    expect(await update("n", add)).toBe(6);
    expect(await read("n")).toBe(6);
  });

  test("a transaction that is aborted after the fact counts once", async () => {
    const { update, read } = createDatabase("ghostlight", vi.fn());
    await update("n", add);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      this.transaction.abort();
      return request;
    });
    expect(await update("n", add)).toBe(2);
    expect(await read("n")).toBe(2);
  });
});

function raise(error: unknown): never {
  throw error;
}
