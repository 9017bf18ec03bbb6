import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { settle } from "../../test/page.ts";
import { createDatabase } from "./database.ts";
import { deleteDatabase, dropDatabase, hasDatabase } from "./delete-database.ts";

const NAME = "ghostlight";
const names = async () => (await indexedDB.databases()).map(({ name }) => name);
const fill = () => createDatabase(NAME, vi.fn()).update("key", () => "value");

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

describe("dropping a database", () => {
  test("deletes it, though a tab holds it open", async () => {
    await fill();
    dropDatabase(NAME);
    await settle();
    expect(await names()).toEqual([]);
  });

  test("makes nothing where there is none", async () => {
    dropDatabase(NAME);
    await settle();
    expect(await names()).toEqual([]);
  });

  test("is waited for by whoever opens it next, who finds nothing of before", async () => {
    await fill();
    dropDatabase(NAME);
    const next = createDatabase(NAME, vi.fn());
    expect(await next.read("key")).toBeUndefined();
    await next.update("key", () => "new");
    expect(await next.read("key")).toBe("new");
  });

  test.each([
    ["is denied", { deleteDatabase: () => void JSON.parse("{") }],
    ["is missing", undefined],
  ])("does nothing where storage %s", (_, storage) => {
    vi.stubGlobal("indexedDB", storage);
    expect(() => dropDatabase(NAME)).not.toThrow();
  });
});

test("to delete it can be waited for", async () => {
  await fill();
  await deleteDatabase(NAME);
  expect(await names()).toEqual([]);
});

test("whether there is one is found out without making it", async () => {
  expect(await hasDatabase(NAME)).toBe(false);
  expect(await names()).toEqual([]);
  await fill();
  expect(await hasDatabase(NAME)).toBe(true);
  vi.stubGlobal("indexedDB", {});
  expect(await hasDatabase(NAME)).toBe(true);
  vi.stubGlobal("indexedDB", undefined);
  expect(await hasDatabase(NAME)).toBe(false);
});
