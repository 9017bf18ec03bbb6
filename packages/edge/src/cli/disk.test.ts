/** What is said of a disk that does not do what it should. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/fixture.ts";
import { openSqlitePublications } from "../store/publications-sqlite.ts";
import { diskFault } from "./disk.ts";

const failed = (code: string) => diskFault(Object.assign(new Error("of a visitor"), { code }), "data");

test.each([
  ["ENOSPC", "there is no room left in data"],
  ["SQLITE_FULL", "there is no room left in data"],
  ["SQLITE_IOERR_SHMSIZE", "there is no room left in data"],
  ["EROFS", "data may not be written by this user"],
  ["SQLITE_READONLY_DBMOVED", "a file in data was moved or deleted while it was in use"],
  ["SQLITE_READONLY", "data may not be written by this user"],
  ["SQLITE_CANTOPEN", "a file in data can be neither opened nor made by this user"],
  ["SQLITE_IOERR_WRITE", "the disk of data failed (SQLITE_IOERR_WRITE)"],
  ["EIO", "the disk of data failed (EIO)"],
  ["SQLITE_BUSY", "another program keeps data to itself"],
  ["ENOTDIR", "something in the way to data is a file, and has to be a folder"],
  ["EISDIR", "something in data is a folder, and has to be a file"],
  ["ENAMETOOLONG", "a name on the way to data is longer than the system takes; give a shorter one"],
  ["ELOOP", "links on the way to data lead in a circle; give the folder itself"],
])("%s: %s", (code, words) => {
  expect(failed(code)).toBe(words);
});

test("says nothing of what is no fault of a disk", () => {
  expect(failed("SQLITE_CONSTRAINT")).toBeUndefined();
  expect(failed("ENOENT")).toBeUndefined();
  expect(diskFault(new Error("a fault of ours"), "data")).toBeUndefined();
  expect(diskFault("SQLITE_FULL", "data")).toBeUndefined();
});

test("knows what SQLite and the system really say", () => {
  const folder = temporaryFolder();
  const fault = (file: string) => {
    try {
      openSqlitePublications(file);
    } catch (error) {
      return diskFault(error, "data");
    }
    return expect.unreachable();
  };
  mkdirSync(join(folder, "publications.db"));
  expect(fault(join(folder, "publications.db"))).toContain("can be neither opened nor made");
  writeFileSync(join(folder, "file"), "");
  expect(fault(join(folder, "file", "publications.db"))).toContain("has to be a folder");
});
