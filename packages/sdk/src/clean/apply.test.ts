import "fake-indexeddb/auto";
import type { CleanPart, Trace } from "@ghostlight/rules";
import { afterEach, describe, expect, test, vi } from "vitest";
import { replaceCookies, sweepCookies } from "../../test/page.ts";
import { cleanTraces } from "./apply.ts";

const part = (kind: Trace["kind"], ...names: string[]): CleanPart => ({
  traces: { stats: names.map((name) => ({ kind, name })), ads: [{ kind, name: "theirs" }] },
});
async function clean(what: CleanPart, gone = ["stats"], allowed: readonly string[] = []) {
  const note = vi.fn();
  await cleanTraces(what, gone, allowed, note);
  return note.mock.calls;
}
const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });

afterEach(() => {
  replaceCookies(undefined);
  sweepCookies();
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

describe("cookies", () => {
  test("named by a pattern are gone, the others stay", async () => {
    for (const name of ["_ga", "_ga_1", "basket", "theirs"]) {
      // biome-ignore lint/suspicious/noDocumentCookie: as a third party would.
      document.cookie = `${name}=1; Path=/`;
    }
    expect(await clean(part("cookie", "_ga*"))).toEqual([]);
    expect(document.cookie).toBe("basket=1; theirs=1");
  });

  test("that are still to be seen are noted by name", async () => {
    const written: string[] = [];
    replaceCookies({ get: () => "_ga=1; _ga=2; basket=1; =", set: (text) => void written.push(text) });
    expect(await clean(part("cookie", "_ga*"))).toEqual([["trace-left", "cookie _ga"]]);
    expect(written).toContain("_ga=; Max-Age=0; Path=/; Domain=localhost");
    expect(written.every((text) => text.startsWith("_ga=; Max-Age=0;"))).toBe(true);
  });

  test("denied: noted, not thrown", async () => {
    const fault = new DOMException("denied", "SecurityError");
    const deny = (): never => {
      throw fault;
    };
    replaceCookies({ get: deny, set: deny });
    expect(await clean(part("cookie", "_ga"))).toEqual([["trace-left", fault]]);
  });
});

test.each(["localStorage", "sessionStorage"] as const)("%s: what is named is gone, the rest stays", async (kind) => {
  const storage = kind === "localStorage" ? localStorage : sessionStorage;
  for (const name of ["_ga", "_ga_1", "basket"]) storage.setItem(name, "1");
  expect(await clean(part(kind, "_ga*", "absent"))).toEqual([]);
  expect(Object.keys(storage).toSorted()).toEqual(["basket"]);
});

describe("databases", () => {
  test("are deleted by pattern", async () => {
    for (const name of ["_ga_1", "basket"]) (await openDatabase(name)).close();
    expect(await clean(part("indexedDB", "_ga*"))).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["basket"]);
  });

  test("by whole names where they cannot be listed", async () => {
    for (const name of ["_ga_1", "_ga_2"]) (await openDatabase(name)).close();
    vi.spyOn(indexedDB, "databases").mockRejectedValueOnce(new Error("denied"));
    expect(await clean(part("indexedDB", "_ga_1", "_ga*"))).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("_ga_1");
    expect((await indexedDB.databases()).map(({ name }) => name)).toContain("_ga_2");
  });

  test("in use are noted", async () => {
    const held = await openDatabase("held");
    expect(await clean(part("indexedDB", "held"))).toEqual([["trace-left", "indexedDB held"]]);
    held.close();
  });
});

describe("caches", () => {
  test("are deleted by name; one that stays is noted", async () => {
    const gone: string[] = [];
    const remove = async (name: string) => name !== "ga-2" && gone.push(name) > 0;
    vi.stubGlobal("caches", { keys: async () => ["ga-1", "ga-2", "basket"], delete: remove });
    expect(await clean(part("cache", "ga-*"))).toEqual([["trace-left", "cache ga-2"]]);
    expect(gone).toEqual(["ga-1"]);
  });

  test("are nothing where there are none", async () => expect(await clean(part("cache", "*"))).toEqual([]));
});

describe("what an allowed service leaves too", () => {
  const both = (kind: Trace["kind"], kept: string): CleanPart => ({
    traces: { stats: [{ kind, name: "_ga*" }], video: [{ kind, name: kept }] },
  });

  test.each(["localStorage", "sessionStorage"] as const)("stays: %s", async (kind) => {
    const storage = kind === "localStorage" ? localStorage : sessionStorage;
    for (const name of ["_ga", "_ga_1", "_ga_2x"]) storage.setItem(name, "1");
    expect(await clean(both(kind, "_ga_1"), ["stats"], ["video"])).toEqual([]);
    expect(Object.keys(storage)).toEqual(["_ga_1"]);
    storage.setItem("_ga_2x", "1");
    await clean(both(kind, "*x"), ["stats"], ["video"]);
    expect(Object.keys(storage)).toEqual(["_ga_2x"]);
  });

  test("stays: cookies, and databases also where they cannot be listed", async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: as a third party would.
    for (const name of ["_ga", "_ga_1"]) document.cookie = `${name}=1; Path=/`;
    expect(await clean(both("cookie", "_ga_1"), ["stats"], ["video"])).toEqual([]);
    expect(document.cookie).toBe("_ga_1=1");
    (await openDatabase("_shared")).close();
    vi.spyOn(indexedDB, "databases").mockRejectedValueOnce(new Error("denied"));
    const trace = { kind: "indexedDB", name: "_shared" } as const;
    await clean({ traces: { stats: [trace], video: [trace] } }, ["stats"], ["video"]);
    expect((await indexedDB.databases()).map(({ name }) => name)).toContain("_shared");
  });

  test("goes with the last of them, and a service that was given again keeps its own", async () => {
    localStorage.setItem("_ga_1", "1");
    await clean(both("localStorage", "_ga_1"), ["stats"], ["stats", "video"]);
    expect(localStorage.length).toBe(1);
    await clean(both("localStorage", "_ga_1"), ["video", "stats"], []);
    expect(localStorage.length).toBe(0);
  });
});

test("nothing gone, or a service without traces: nothing is touched", async () => {
  localStorage.setItem("_ga", "1");
  expect([await clean(part("localStorage", "*"), []), await clean(part("localStorage", "*"), ["support"])]).toEqual([
    [],
    [],
  ]);
  expect(localStorage.length).toBe(1);
});
