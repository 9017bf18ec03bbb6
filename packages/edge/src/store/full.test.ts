/** What becomes of writes for which there is no room: SQLite's own answer to a file that may not grow. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type Database from "libsql";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../../test/fixture.ts";
import { openSqlitePublications } from "./publications-sqlite.ts";
import { openSqliteStore } from "./sqlite.ts";

/** Pages that a file may have when it is opened, and the connections that were. */
const disk = vi.hoisted(() => ({ pages: 0, opened: [] as Database.Database[] }));

vi.mock("libsql", async (original) => {
  const { default: Real } = await original<{ default: typeof Database }>();
  const construct = (_: unknown, words: [string]) => {
    const database = new Real(...words);
    if (disk.pages) database.exec(`pragma max_page_count = ${disk.pages}`);
    disk.opened.push(database);
    return database;
  };
  return { default: new Proxy(Real, { construct }) };
});

const bound = (pages: number) => disk.opened.at(-1)?.exec(`pragma max_page_count = ${pages}`);
const NO_ROOM = { code: "SQLITE_FULL" };
const draft = (file: string) => ({ site: "shop", file, at: 1, version: "0.1.0", note: "" });
const chunk = (text: string) => ({ path: "/g/shop/1/a.js", hash: text.slice(0, 9), text });
const long = "x".repeat(100_000);

test("says that there is no room, publishes nothing of it, and goes on when there is", async () => {
  const store = openSqlitePublications(join(temporaryFolder(), "publications.db"));
  await store.publish([draft("one")]);
  bound(1);
  await expect(store.publish([draft("two"), { ...draft(long), site: "blog" }])).rejects.toMatchObject(NO_ROOM);
  await expect(store.keep("shop", [chunk(long)], 1)).rejects.toMatchObject(NO_ROOM);
  expect((await store.history("shop")).map(({ number }) => number)).toEqual([1]);
  bound(1_000_000);
  expect(await store.publish([draft("two")])).toMatchObject([{ publication: { number: 2 } }]);
  await store.keep("shop", [chunk(long)], 1);
  expect(await store.find("/g/shop/1/a.js")).toBe(long);
  await store.close();
});

test.each([
  ["publications", openSqlitePublications],
  ["events", (file: string) => openSqliteStore({ file })],
])("says so where there is none for new tables of %s, and makes them when there is", async (_, open) => {
  const file = join(temporaryFolder(), "new.db");
  disk.pages = 2;
  expect(() => open(file)).toThrow(expect.objectContaining(NO_ROOM));
  disk.pages = 0;
  const store = open(file);
  await store.close();
});

test.each([
  ["publications", openSqlitePublications],
  ["events", (file: string) => openSqliteStore({ file })],
])("writes nothing to open %s that are of this version", async (_, open) => {
  const file = join(temporaryFolder(), "known.db");
  const log = () => statSync(`${file}-wal`).size;
  const first = open(file);
  const before = log();
  const store = open(file);
  expect(log()).toBe(before);
  await first.close();
  await store.close();
});
