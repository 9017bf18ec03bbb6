/** Publications on disk: numbers, bounds, several at once, and the chunks of earlier releases. */
import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../../test/fixture.ts";
import { CHUNK_LIFE, CHUNK_SURE_LIFE, KEPT_CHUNKS, KEPT_PUBLICATIONS, MOST_CHUNKS } from "./publications.ts";
import { openSqlitePublications, readSqlitePublications } from "./publications-sqlite.ts";

const open = (folder = temporaryFolder()) => openSqlitePublications(join(folder, "data", "publications.db"));
const draft = (file: string, fields: Record<string, unknown> = {}) => ({
  site: "shop",
  file,
  at: 1,
  version: "0.1.0",
  note: "",
  ...fields,
});
const numbers = async (store: ReturnType<typeof open>, site = "shop") =>
  (await store.history(site)).map(({ number }) => number);

test("keeps what was published, with the newest first, also for who opens it again", async () => {
  const folder = temporaryFolder();
  const store = open(folder);
  await store.publish([draft("one", { note: "the first", at: 7 })]);
  await store.publish([draft("two")]);
  await store.close();
  const again = open(folder);
  expect(await numbers(again)).toEqual([2, 1]);
  expect(await again.current()).toEqual(new Map([["shop", 2]]));
  expect(await again.read("shop", 1)).toEqual({
    number: 1,
    at: 7,
    sha256: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
    version: "0.1.0",
    note: "the first",
    file: "one",
  });
  expect(await again.read("shop", 3)).toBeUndefined();
  expect(await again.history("other")).toEqual([]);
});

test("what is current is not published again, what was before is", async () => {
  const store = open();
  const publish = async (file: string, fields = {}) => (await store.publish([draft(file, fields)]))[0];
  expect(await publish("one")).toMatchObject({ isNew: true, publication: { number: 1 } });
  expect(await publish("one", { note: "again" })).toMatchObject({ isNew: false, publication: { number: 1, note: "" } });
  expect(await publish("two")).toMatchObject({ isNew: true, publication: { number: 2 } });
  expect(await publish("one", { restores: 1 })).toMatchObject({
    isNew: true,
    publication: { number: 3, restores: 1 },
  });
});

test("of several sites all are published, or none", async () => {
  const store = open();
  await store.publish([draft("one")]);
  const broken = draft("x", { site: "blog", note: undefined });
  await expect(store.publish([draft("two"), broken])).rejects.toThrow();
  expect([await numbers(store), await numbers(store, "blog")]).toEqual([[1], []]);
  const both = await store.publish([draft("two"), draft("x", { site: "blog" })]);
  expect(both.map(({ publication }) => publication.number)).toEqual([2, 1]);
});

test("a history is bounded, and its numbers go on", async () => {
  const store = open();
  for (let n = 1; n <= KEPT_PUBLICATIONS + 5; n++) await store.publish([draft(`${n}`)]);
  const kept = await numbers(store);
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([KEPT_PUBLICATIONS, KEPT_PUBLICATIONS + 5, 6]);
});

test("is what a plain list would be", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom("1", "2", "3")), { maxLength: 20 }),
      async (steps) => {
        const store = open();
        const plain = new Map<string, string[]>();
        for (const [site, file] of steps) {
          await store.publish([draft(file, { site })]);
          const known = plain.get(site) ?? [];
          if (known.at(-1) !== file) plain.set(site, [...known, file]);
        }
        for (const [site, files] of plain) {
          const kept = await Promise.all(files.map((_, index) => store.read(site, index + 1)));
          expect(kept.map((one) => one?.file)).toEqual(files);
        }
        expect(await store.current()).toEqual(new Map([...plain].map(([site, files]) => [site, files.length])));
        await store.close();
      },
    ),
    { numRuns: 15 },
  );
});

test("a chunk stays for its time after it was served last, and its text as long as a chunk has it", async () => {
  const store = open();
  const chunk = (path: string, text = path) => ({ path, hash: `#${text}`, text });
  await store.keep("shop", [chunk("/g/shop/1/a.js", "same"), chunk("/g/shop/1/b.js")], 0);
  await store.keep("shop", [chunk("/g/shop/2/a.js", "same")], CHUNK_LIFE);
  expect(await store.find("/g/shop/1/b.js")).toBe("/g/shop/1/b.js");
  await store.keep("shop", [chunk("/g/shop/2/a.js", "same")], CHUNK_LIFE + 1);
  const found = ["/g/shop/1/a.js", "/g/shop/1/b.js", "/g/shop/2/a.js"].map(store.find);
  expect(await Promise.all(found)).toEqual([undefined, undefined, "same"]);
});

const many = (folder: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ path: `/g/shop/${folder}/${n}.js`, hash: "h", text: "t" }));
const left = async (store: ReturnType<typeof open>, folder: number, count: number) => {
  const texts = await Promise.all(many(folder, count).map(({ path }) => store.find(path)));
  return texts.filter((text) => text !== undefined).length;
};

test("however many chunks a site has, those of the last two days stay, as browsers may have the entry that names them", async () => {
  const store = open();
  const count = KEPT_CHUNKS / 2 - 1;
  const minute = 60_000;
  for (const [index, folder] of [1, 2, 3].entries()) await store.keep("shop", many(folder, count), index * minute);
  await store.keep("shop", many(3, count), CHUNK_SURE_LIFE);
  for (const folder of [1, 2, 3]) expect(await left(store, folder, count)).toBe(count);
  await store.keep("shop", many(3, count), CHUNK_SURE_LIFE + 1);
  const after = [1, 2, 3].map((folder) => left(store, folder, count));
  expect(await Promise.all(after)).toEqual([2, count, count]);
});

test("the chunks of a site are bounded, and those of another stay", async () => {
  const store = open();
  await store.keep("blog", [{ path: "/g/blog/1/a.js", hash: "b", text: "blog" }], 0);
  await store.keep("shop", many(1, 10), 1);
  await store.keep("shop", many(2, MOST_CHUNKS - 3), 2);
  expect(await left(store, 1, 10)).toBe(3);
  expect(await store.find("/g/blog/1/a.js")).toBe("blog");
});

test("is read beside the writer, and after it, and makes no file", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "data", "publications.db");
  expect(() => readSqlitePublications(file)).toThrow("There is no database at ");
  const writer = open(folder);
  await writer.publish([draft("one")]);
  const reader = readSqlitePublications(file);
  await writer.publish([draft("two")]);
  expect(await numbers(reader)).toEqual([2, 1]);
  await expect(reader.publish([draft("three")])).rejects.toMatchObject({ code: "SQLITE_READONLY" });
  await reader.close();
  await writer.close();
});

test("waits for the disk at every commit, and for the drive's own memory", async () => {
  const exec = vi.spyOn(Database.prototype, "exec");
  await open().close();
  const said = exec.mock.calls.join("; ");
  exec.mockRestore();
  for (const setting of ["synchronous = full", "fullfsync = on", "checkpoint_fullfsync = on"]) {
    expect(said).toContain(`pragma ${setting}`);
  }
});

test("a database of a newer version is refused", async () => {
  const folder = temporaryFolder();
  await open(folder).close();
  const database = new Database(join(folder, "data", "publications.db"));
  database.exec("pragma user_version = 99");
  database.close();
  expect(() => open(folder)).toThrow("newer version");
});
