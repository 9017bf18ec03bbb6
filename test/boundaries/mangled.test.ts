/** The names that the build shortens must be nobody's but ours: a wrong one is data lost, or a call to nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { checkSite, compileSite, type Site } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { mangled, NAMES } from "../../build/mangle.mjs";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

function siteOf(path: string): Site {
  const checked = checkSite(JSON.parse(read(path)));
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.site;
}

/** Names of properties that a file declares. */
const declared = (path: string): string[] =>
  [...read(path).matchAll(/^ +(?:readonly )?(\w+)\??[:(]/gm)].map(([, name = ""]) => name);

test("each has a short name of its own", () => {
  const short = NAMES.map((name: string) => mangled.mangleCache[name]);
  expect(short).not.toContain(undefined);
  expect(new Set(short).size).toBe(NAMES.length);
});

test("none is in what a site is compiled to", () => {
  for (const path of ["test/size/site.json", "demo/ghostlight.json"]) {
    const site = siteOf(path);
    const keys = site.languages.flatMap((language) => Object.values(compileSite(site, language, {})).flatMap(keysOf));
    expect(keys.length).toBeGreaterThan(100);
    expect(NAMES.filter((name: string) => keys.includes(name))).toEqual([]);
  }
});

test.each([
  "packages/sdk/src/api/api.ts",
  "packages/sdk/src/api/commerce.ts",
  "packages/sdk/src/collect/arguments.ts",
  "packages/sdk/src/collect/call.ts",
  "packages/sdk/src/collect/message.ts",
  "packages/sdk/src/collect/outbox.ts",
  "packages/sdk/src/consent/preferences.ts",
  "packages/sdk/src/preferences/known.ts",
  "packages/rules/src/contract.ts",
  "packages/rules/src/ghost/ghost.ts",
  "packages/rules/src/life/why.ts",
  "packages/rules/src/plan.ts",
])("none is in what %s says of the API, of what is stored, sent or compiled", (path) => {
  const names = declared(path);
  expect(names.length).toBeGreaterThan(3);
  expect(NAMES.filter((name: string) => names.includes(name))).toEqual([]);
});

test("none is a browser's", () => {
  const types = new URL("node_modules/@typescript/", root);
  const files = readdirSync(types, { recursive: true, encoding: "utf8" }).filter((path) =>
    /lib\.(dom|es)[\w.]*\.d\.ts$/.test(path),
  );
  const names = new Set(files.flatMap((file) => declared(`node_modules/@typescript/${file}`)));
  expect([names.has("sendBeacon"), names.has("indexOf")]).toEqual([true, true]);
  expect(NAMES.filter((name: string) => names.has(name))).toEqual([]);
});

test("none is asked for by a text", () => {
  const asked = [...read("packages/sdk/src/create.ts").matchAll(/\b(?:of\w+|preference)\("(\w+)"\)/g)].map(
    ([, name]) => name,
  );
  expect(asked.length).toBeGreaterThan(4);
  expect(NAMES.filter((name: string) => asked.includes(name))).toEqual([]);
});

test("none is an attribute's", () => {
  const files = readdirSync(new URL("packages/sdk/src/", root), { recursive: true, encoding: "utf8" });
  const texts = files.filter((path) => /\.tsx?$/.test(path)).map((path) => read(`packages/sdk/src/${path}`));
  const used = texts.flatMap((text) => [...text.matchAll(/dataset\??\.(\w+)/g)].map(([, name]) => name));
  expect(used).toContain("granted");
  expect(NAMES.filter((name: string) => used.includes(name))).toEqual([]);
});
