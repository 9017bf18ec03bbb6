/** Files that are written whole, in order, or named as what cannot be. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
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

test("says where a folder's name cannot be", async () => {
  const folder = temporaryFolder();
  symlinkSync(join(folder, "circle"), join(folder, "circle"));
  const write = (name: string) => writeAll(join(folder, name), new Map([["a.js", bytes("")]]), {});
  expect(await write("x".repeat(300))).toContain("give a shorter one");
  expect(await write(join("circle", "out"))).toContain("lead in a circle");
});

test("leaves nothing half where it cannot go on", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "b.js"));
  expect(await writeAll(folder, new Map([["b.js", bytes("")]]), {})).toContain("has to be a file");
  expect(readdirSync(folder)).toEqual(["b.js"]);
});

test("takes away what runs that were killed left of these files, and nothing else", async () => {
  const folder = temporaryFolder();
  const { pid: gone } = spawnSync(process.execPath, ["--version"]);
  const put = (path: string, age = 0) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), "half");
    utimesSync(join(folder, path), Date.now() / 1000 - age, Date.now() / 1000 - age);
  };
  const mine = [`shop/1/a.js.${gone}.tmp`, `shop/0/a.js.${gone}.tmp`, `shop.js.${gone}.tmp`];
  for (const path of mine) put(path);
  put(`shop.js.${process.ppid}.tmp`, 3_600);
  const others = [
    // Of one that is at work, of other files, and of folders that are not ours.
    `shop/1/a.js.${process.ppid}.tmp`,
    `shop/1/other.js.${gone}.tmp`,
    "shop.js.tmp",
    `shop.js.${gone}.tmp.txt`,
    `pictures/a.js.${gone}.tmp`,
    `shop/deep/er/a.js.${gone}.tmp`,
  ];
  for (const path of others) put(path);
  expect(await writeAll(folder, new Map([["shop/1/a.js", bytes("")]]), { "shop.js": "" })).toBeUndefined();
  const left = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.includes(".tmp"));
  expect(left.sort()).toEqual(others.sort());
});
