/** What each command says of a path that leads nowhere. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { capture } from "../../test/capture.ts";
import { temporaryFolder } from "../../test/fixture.ts";
import { pathFault, SITE_FILE } from "./path-fault.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const shop = at("shop.json");
writeFileSync(shop, JSON.stringify({ site: "shop", origins: ["https://shop.example"] }));
mkdirSync(at("types.d.ts"));
symlinkSync(at("circle.d.ts"), at("circle.d.ts"));
const long = at(`${"x".repeat(300)}.d.ts`);
const [inFile, circle] = [join(shop, "x.d.ts"), at("circle.d.ts")];

const NO_FOLDER = "a part of this path is a file, and has to be a folder; give the path of";
const LONG = "this name is longer than the system takes; give";
const CIRCLE = "links on this path lead in a circle; give the path of";

test.each([
  ["check", [inFile], `${inFile}: ${NO_FOLDER} the site file`],
  ["check", [long], `${long}: ${LONG} the site file a shorter one`],
  ["check", [circle], `${circle}: ${CIRCLE} the site file itself`],
  ["publish", [inFile, "--data", at("data")], `${inFile}: ${NO_FOLDER} the site file`],
  ["simulate", [shop, inFile], `${inFile}: ${NO_FOLDER} the file of events`],
  ["simulate", [shop, long], `${long}: ${LONG} the file of events a shorter one`],
  ["simulate", [circle, "-"], `${circle}: ${CIRCLE} the site file itself`],
  ["why", [shop, circle, "--id", "ada", "--segment", "buyers"], `${circle}: ${CIRCLE} the file of events itself`],
  ["types", [shop, "--out", inFile], `${inFile}: ${NO_FOLDER} the file of types`],
  ["types", [shop, "--out", long], `${long}: ${LONG} the file of types a shorter one`],
  ["types", [shop, "--out", circle], `${circle}: ${CIRCLE} the file of types itself`],
  ["types", [shop, "--out", at("types.d.ts")], "types.d.ts: this is a folder; give the file of types in it"],
  ["serve", [shop, "--public", inFile, "--data", at("data")], `--public: ${inFile}: ${NO_FOLDER} the folder of pages`],
  [
    "serve",
    [shop, "--public", long, "--data", at("data")],
    `--public: ${long}: ${LONG} the folder of pages a shorter one`,
  ],
])("%s of %j says what, where, and what to do, in place of a stack", async (command, words, reason) => {
  const { code, out, err } = await capture([command, ...words]);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain(reason);
  expect(err).not.toMatch(/\n\s+at /);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

const failed = (code: string) => pathFault(Object.assign(new Error("of a visitor"), { code }), "shop.json", SITE_FILE);

test.each([
  ["ENOENT", "there is no such file"],
  ["EACCES", "it may not be read by this user; allow that, or give another"],
  ["EPERM", "it may not be read by this user; allow that, or give another"],
  ["ERR_FS_FILE_TOO_LARGE", "it is far too large; give the site file"],
  ["EIO", "the disk of . failed (EIO)"],
  ["ENXIO", "the system does not let it be read (ENXIO); give another"],
])("%s: %s", (code, words) => {
  expect(failed(code)).toBe(words);
});

test("says nothing of what is no fault of a path", () => {
  expect(failed("ERR_INVALID_ARG_TYPE")).toBeUndefined();
  expect(failed("SQLITE_CONSTRAINT")).toBeUndefined();
  expect(pathFault(new Error("a fault of ours"), "shop.json", SITE_FILE)).toBeUndefined();
});
