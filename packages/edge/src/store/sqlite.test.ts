/** The store on SQLite: what every store must do, and what only a file can get wrong. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";
import { expect, test } from "vitest";
import { ids, stored, temporaryFolder, temporaryStore } from "../../test/fixture.ts";
import { storeSuite } from "../../test/store-suite.ts";
import { openToWrite } from "./database.ts";
import { EVENTS, MIGRATIONS } from "./schema.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Arrivals } from "./store.ts";

storeSuite("SQLite", async () => temporaryStore());
storeSuite("SQLite in portions of two", async () =>
  openSqliteStore({ file: join(temporaryFolder(), "e.db"), portion: 2 }),
);

const one = (id: string): Arrivals => ({ receivedAt: 1, sentAt: 1, events: [{ id, at: 1, body: "{}" }] });
const newFile = () => join(temporaryFolder(), "new", "folder", "ghostlight.db");

test("makes the folder, for its owner alone, and keeps events over a restart", async () => {
  const file = newFile();
  const first = openSqliteStore({ file });
  await first.append("shop", one("a"));
  await first.close();
  expect(statSync(dirname(file)).mode & 0o077).toBe(0);
  const second = openSqliteStore({ file });
  expect(await second.append("shop", one("a"))).toEqual({ stored: 0, duplicate: 1 });
  expect(await ids(second)).toEqual(["a"]);
  await second.close();
});

test("writes to disk before it answers", async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.append("shop", one("an-id-to-look-for"));
  expect(readFileSync(`${file}-wal`).includes("an-id-to-look-for")).toBe(true);
  await store.close();
});

test("waits for the disk at every commit", () => {
  // The settings are of a connection, so only one that was opened as the store's tells.
  const database = openToWrite(newFile(), MIGRATIONS);
  const setting = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() as object)[0];
  expect([setting("journal_mode"), setting("synchronous"), setting("fullfsync")]).toEqual(["wal", 2, 1]);
  database.close();
});

test("commits together what arrives together", async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  await store.append("shop", one("first"));
  const frames = () => (statSync(`${file}-wal`).size - 32) / (4096 + 24);
  const before = frames();
  await Promise.all(Array.from({ length: 20 }, (_, n) => store.append("shop", one(`e${n}`))));
  const together = frames() - before;
  for (let n = 0; n < 20; n++) await store.append("shop", one(`f${n}`));
  // A commit writes every page that it changed, the same few each time.
  expect(together * 5).toBeLessThan(frames() - before - together);
  expect(await ids(store)).toHaveLength(41);
  await store.close();
});

test("a batch that cannot be stored fails alone among those that arrive with it", async () => {
  const store = openSqliteStore({ file: newFile() });
  const bad: Arrivals = { ...one("x"), events: [...one("half").events, { id: "bad", at: Number.NaN, body: "{}" }] };
  const results = await Promise.allSettled(
    [one("a"), bad, one("b"), one("a")].map((batch) => store.append("shop", batch)),
  );
  expect(results.map((result) => (result.status === "fulfilled" ? result.value : "failed"))).toEqual([
    { stored: 1, duplicate: 0 },
    "failed",
    { stored: 1, duplicate: 0 },
    { stored: 0, duplicate: 1 },
  ]);
  expect(await ids(store)).toEqual(["a", "b"]);
  await store.close();
});

test("when another process keeps the database to itself, all that wait fail at once, and later ones are stored", async () => {
  const file = newFile();
  const store = openSqliteStore({ file, patience: 50 });
  await store.enrol("shop");
  const other = openToWrite(file, MIGRATIONS);
  other.exec("begin immediate");
  const results = await Promise.allSettled(["a", "b", "c", "d"].map((id) => store.append("shop", one(id))));
  expect(results.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
  // By this code a group knows that it need not try each of its batches alone, and wait as long for every one.
  expect((results[3] as PromiseRejectedResult).reason).toMatchObject({ code: "SQLITE_BUSY" });
  other.exec("rollback");
  other.close();
  expect(await store.append("shop", one("a"))).toEqual({ stored: 1, duplicate: 0 });
  await store.close();
});

test("what was on its way is stored before the store closes", async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const under = [store.append("shop", one("a")), store.append("shop", one("b"))];
  await store.close();
  // Read before anything else has a turn.
  const later = openSqliteStore({ file, readOnly: true });
  expect(await ids(later)).toEqual(["a", "b"]);
  await later.close();
  expect(await Promise.all(under)).toHaveLength(2);
});

test("is read beside the writer, and after it", async () => {
  const file = newFile();
  const writer = openSqliteStore({ file });
  await writer.append("shop", one("a"));
  const reader = openSqliteStore({ file, readOnly: true });
  await writer.append("shop", one("b"));
  expect(await ids(reader)).toEqual(["a", "b"]);
  expect(Object.keys((await stored(reader))[0] ?? {}).sort()).toEqual(["at", "body", "id", "receivedAt", "sentAt"]);
  await expect(reader.append("shop", one("c"))).rejects.toThrow(/readonly/);
  await reader.close();
  await writer.close();
  const later = openSqliteStore({ file, readOnly: true });
  expect(await ids(later)).toEqual(["a", "b"]);
  await later.close();
});

test("finds a file whose name would mean something else in an address", async () => {
  const file = join(temporaryFolder(), "50% off? #1", "è.db");
  const writer = openSqliteStore({ file });
  await writer.append("shop", one("a"));
  await writer.close();
  const reader = openSqliteStore({ file, readOnly: true });
  expect(await ids(reader)).toEqual(["a"]);
  await reader.close();
});

test("reading makes no file", () => {
  const file = newFile();
  expect(() => openSqliteStore({ file, readOnly: true })).toThrow(/There is no database at /);
  expect(() => statSync(file)).toThrow();
});

test("leaves a database of a newer version, and a file that is none, as they are", () => {
  const file = newFile();
  mkdirSync(dirname(file), { recursive: true });
  const newer = new Database(file);
  newer.exec(`pragma user_version = ${MIGRATIONS.length + 1}`);
  newer.close();
  expect(() => openSqliteStore({ file })).toThrow(/newer version/);
  expect(() => openSqliteStore({ file, readOnly: true })).toThrow(/not a database of this version/);

  const text = join(temporaryFolder(), "text.db");
  writeFileSync(text, "this is a letter, not a database. ".repeat(50));
  expect(() => openSqliteStore({ file: text })).toThrow();
  expect(readFileSync(text, "utf8")).toMatch(/^this is a letter/);
});

test("finds a site's events by an index, in order, without sorting", () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const database = new Database(file);
  const plan = database.prepare(`explain query plan ${EVENTS}`).all("shop", 0, 0, 9, 9) as { detail: string }[];
  const details = plan.map(({ detail }) => detail).join("; ");
  expect(details).toMatch(/SEARCH event USING (COVERING )?INDEX event_by_time \(site=\? AND \(?at/);
  expect(details).not.toMatch(/TEMP B-TREE/);
  database.close();
  return store.close();
});
