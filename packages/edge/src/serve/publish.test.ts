/** What is published of a site, and what changes its addresses. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../test/fixture.ts";
import { packNode } from "./pack-node.ts";
import { publishSite } from "./publish.ts";

const textOf = (files: ReturnType<typeof publishSite>, path: string) =>
  new TextDecoder().decode(files.get(path)?.bodies.identity);
const names = (files: ReturnType<typeof publishSite>) =>
  [...files.keys()].map((path) => path.replace(/\.[0-9a-f]{20}\./, ".HASH.")).sort();

test("publishes the entry, the compiled site and three chunks a language", () => {
  const files = publishSite(site(), ARTEFACTS, packNode);
  expect(names(files)).toEqual([
    "/g/shop.js",
    "/g/shop.json",
    "/g/shop/banner.en.HASH.js",
    "/g/shop/banner.it.HASH.js",
    "/g/shop/debug.en.HASH.js",
    "/g/shop/debug.it.HASH.js",
    "/g/shop/engine.en.HASH.js",
    "/g/shop/engine.it.HASH.js",
  ]);
});

test("the entry names chunks that are there, relative to itself", () => {
  const files = publishSite(site(), ARTEFACTS, packNode);
  const chunks = JSON.parse(/"chunks":(\{.*?\}\})/.exec(textOf(files, "/g/shop.js"))?.[1] ?? "");
  expect(Object.keys(chunks)).toEqual(["en", "it"]);
  for (const address of Object.values<Record<string, string>>(chunks).flatMap((one) => Object.values(one))) {
    const { pathname } = new URL(address, "https://edge.example/g/shop.js");
    expect(files.has(pathname), address).toBe(true);
  }
});

test("a chunk has the part of its language, and the same compiled site is there as JSON", () => {
  const files = publishSite(site({ texts: { it: { title: "Usiamo i cookie, eh" } } }), ARTEFACTS, packNode);
  const path = [...files.keys()].find((key) => key.startsWith("/g/shop/banner.it.")) ?? "";
  expect(textOf(files, path)).toContain('"title":"Usiamo i cookie, eh"');
  const compiled = JSON.parse(textOf(files, "/g/shop.json"));
  expect(compiled.it.banner.texts.title).toBe("Usiamo i cookie, eh");
  expect(compiled.en.banner.language).toBe("en");
  expect(compiled.en.entry).toEqual(compiled.it.entry);
});

test("an address changes with its content alone", () => {
  const before = publishSite(site(), ARTEFACTS, packNode);
  const after = publishSite(site({ texts: { it: { title: "Ciao" } } }), ARTEFACTS, packNode);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  expect(gone).toHaveLength(1);
  expect(gone[0]).toMatch(/^\/g\/shop\/banner\.it\./);
  expect(before.get("/g/shop.js")?.hash).not.toBe(after.get("/g/shop.js")?.hash);
});

test("every body unpacks to the same text", () => {
  for (const { bodies } of publishSite(site(), ARTEFACTS, packNode).values()) {
    expect(brotliDecompressSync(bodies.br)).toEqual(bodies.identity);
    expect(gunzipSync(bodies.gzip)).toEqual(bodies.identity);
  }
});

test("each script names its map, one for all languages, where there are maps", () => {
  const maps = { entry: "{}", banner: '{"b":1}', engine: '{"e":1}', debug: '{"d":1}' };
  const files = publishSite(site(), { ...ARTEFACTS, maps }, packNode);
  for (const [path, { map }] of files) {
    const name = /^\/g\/shop\/(\w+)\./.exec(path)?.[1] ?? (path === "/g/shop.js" ? "entry" : undefined);
    if (name === undefined) continue;
    expect(map, path).toMatch(new RegExp(`^/g/_/${name}\\.[0-9a-f]{20}\\.js\\.map$`));
    expect(textOf(files, map ?? "")).toBe(maps[name as keyof typeof maps]);
  }
  expect([...files.keys()].filter((path) => path.endsWith(".map"))).toHaveLength(4);
  for (const { map } of publishSite(site(), ARTEFACTS, packNode).values()) expect(map).toBeUndefined();
});

test("artefacts of another build are refused at start", () => {
  const strange = { ...ARTEFACTS, engine: "export{}" };
  expect(() => publishSite(site(), strange, packNode)).toThrow("__GHOSTLIGHT_ENGINE__");
});
