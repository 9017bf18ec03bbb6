/** The store on SQLite: what every store must do, and what only a file can get wrong. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";
import { expect, test } from "vitest";
import { ids, stored, temporaryFolder, temporaryStore } from "../../test/fixture.ts";
import { storeSuite } from "../../test/store-suite.ts";
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
