/** Files that are written whole, in order, or named as what cannot be. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/fixture.ts";
import { writeAll } from "./write-all.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("replaces what is there, makes folders, and leaves nothing half", async () => {
  const folder = join(temporaryFolder(), "out", "deep");
  for (const text of ["one", "two"]) {
    expect(await writeAll(folder, new Map([["a/b.js", bytes(text)]]), { "c.txt": text })).toBeUndefined();
    expect(readFileSync(join(folder, "a/b.js"), "utf8")).toBe(text);
  }
  expect(readdirSync(folder).sort()).toEqual(["a", "c.txt"]);
  expect(readdirSync(join(folder, "a"))).toEqual(["b.js"]);
});

test("says what is in its way, and writes nothing that comes after", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file"), "");
  expect(await writeAll(join(folder, "file"), new Map([["a.js", bytes("")]]), {})).toContain("has to be a folder");
  mkdirSync(join(folder, "a.js", "in"), { recursive: true });
  expect(await writeAll(folder, new Map([["a.js", bytes("")]]), { "b.txt": "" })).toContain("has to be a file");
  expect(existsSync(join(folder, "b.txt"))).toBe(false);
});
