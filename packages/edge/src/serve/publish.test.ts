/** What is published of a site, and what changes its addresses. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Regime } from "@ghostlight/rules";
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../test/fixture.ts";
import { SCRIPT_NAMES } from "./artefacts.ts";
import { packNode } from "./pack-node.ts";
import { type Published, publishSite } from "./publish.ts";

const REGIMES: readonly Regime[] = ["opt-in", "opt-out", "notice"];

const publish = (file: Record<string, unknown> = {}, regimes: readonly Regime[] = ["opt-in"], artefacts = ARTEFACTS) =>
  publishSite(site(file), artefacts, packNode, regimes);
const files = ({ fixed, entry }: Published) => [
  ...fixed,
  ...[...entry.variants.values()].map((file) => [entry.path, file] as const),
];
const textOf = ({ fixed, entry }: Published, path: string, regime: Regime = "opt-in") =>
  new TextDecoder().decode(
    (fixed.get(path) ?? (path === entry.path ? entry.variants.get(regime) : undefined))?.bodies.identity,
  );
const chunksOf = (published: Published, regime: Regime = "opt-in"): Record<string, Record<string, string>> =>
  JSON.parse(/"chunks":(\{.*?\}\})/.exec(textOf(published, "/g/shop.js", regime))?.[1] ?? "");
const nameless = (path: string) => path.replace(/\.[0-9a-f]{12}\./, ".HASH.");

test("publishes the entry and the compiled site, and each chunk once for each language that it speaks", () => {
  const { fixed, entry } = publish();
  expect([entry.path, ...entry.variants.keys()]).toEqual(["/g/shop.js", "opt-in"]);
  expect([...fixed.keys()].map(nameless).sort()).toEqual([
    "/g/shop.json",
    "/g/shop/banner.en.HASH.js",
    "/g/shop/banner.it.HASH.js",
    "/g/shop/center.en.HASH.js",
    "/g/shop/center.it.HASH.js",
    "/g/shop/clean.HASH.js",
    "/g/shop/debug.HASH.js",
    "/g/shop/embeds.en.HASH.js",
    "/g/shop/embeds.it.HASH.js",
    "/g/shop/engine.en.HASH.js",
    "/g/shop/engine.it.HASH.js",
  ]);
});

test("the entry of each regime names chunks that are there, relative to itself", () => {
  const published = publish({}, REGIMES);
  for (const regime of REGIMES) {
    const chunks = chunksOf(published, regime);
    expect(Object.keys(chunks)).toEqual(["en", "it"]);
    for (const address of Object.values(chunks).flatMap((one) => Object.values(one))) {
      const { pathname } = new URL(address, "https://edge.example/g/shop.js");
      expect(published.fixed.has(pathname), address).toBe(true);
    }
  }
});

test("entry and dialogs say which regime they are of, and the other chunks are shared", () => {
  const published = publish({}, REGIMES);
  const [optIn, optOut] = [chunksOf(published), chunksOf(published, "opt-out")];
  const same = SCRIPT_NAMES.filter((name) => name !== "entry" && optIn.it?.[name] === optOut.it?.[name]);
  expect(same).toEqual(["embeds", "clean", "engine", "debug"]);
  for (const regime of REGIMES) {
    expect(textOf(published, "/g/shop.js", regime)).toContain(`"regime":"${regime}"`);
    expect(textOf(published, `/g/${chunksOf(published, regime).it?.banner}`)).toContain(`"regime":"${regime}"`);
  }
});

test("the compiled site for bundles is of the regime that holds where no country is known", () => {
  const { it } = JSON.parse(textOf(publish({ regimes: { IT: "notice" } }, REGIMES), "/g/shop.json"));
  expect([it.entry.regime, it.banner.regime]).toEqual(["opt-in", "opt-in"]);
});

test("no text is packed twice", () => {
  const packed: string[] = [];
  const counting = (text: string) => {
    packed.push(text);
    return packNode(text);
  };
  publishSite(site(), { ...ARTEFACTS, maps: { banner: "{}" } }, counting, REGIMES);
  expect(new Set(packed).size).toBe(packed.length);
});

test("the center takes from the banner of its own language and regime, which stands beside it", () => {
  const published = publish({}, REGIMES);
  for (const regime of REGIMES) {
    for (const { banner = "", center } of Object.values(chunksOf(published, regime))) {
      const [, imported = ""] = /from"([^"]+)"/.exec(textOf(published, `/g/${center}`)) ?? [];
      expect(new URL(imported, `https://edge.example/g/${center}`).pathname).toBe(`/g/${banner}`);
    }
  }
});

test("a chunk has the part of its language, and the same compiled site is there as JSON", () => {
  const published = publish({ texts: { it: { title: "Usiamo i cookie, eh" } } });
  expect(textOf(published, `/g/${chunksOf(published).it?.banner}`)).toContain('"title":"Usiamo i cookie, eh"');
  const compiled = JSON.parse(textOf(published, "/g/shop.json"));
  expect(compiled.it.banner.texts.title).toBe("Usiamo i cookie, eh");
  expect(compiled.en.banner.language).toBe("en");
  expect(compiled.en.entry).toEqual(compiled.it.entry);
  expect(Object.keys(compiled.en).sort()).toEqual(["banner", "center", "clean", "debug", "embeds", "engine", "entry"]);
});

test("an address changes with its content, and with that of the script beside it", () => {
  const before = publish();
  const after = publish({ texts: { it: { title: "Ciao" } } });
  const gone = [...before.fixed.keys()].filter((path) => !after.fixed.has(path));
  expect(gone.map(nameless)).toEqual(["/g/shop/banner.it.HASH.js", "/g/shop/center.it.HASH.js"]);
  const entryOf = ({ entry }: Published) => entry.variants.get("opt-in")?.hash;
  expect(entryOf(before)).not.toBe(entryOf(after));
});

test("every body unpacks to the same text", () => {
  for (const [, { bodies }] of files(publish())) {
    expect(brotliDecompressSync(bodies.br)).toEqual(bodies.identity);
    expect(gunzipSync(bodies.gzip)).toEqual(bodies.identity);
  }
});

test("each script names its map, one for all languages and regimes, where there are maps", () => {
  const maps = Object.fromEntries(SCRIPT_NAMES.map((name) => [name, JSON.stringify({ name })]));
  const published = publish({}, REGIMES, { ...ARTEFACTS, maps });
  for (const [path, { map }] of files(published)) {
    const name = /^\/g\/shop\/(\w+)\./.exec(path)?.[1] ?? (path === "/g/shop.js" ? "entry" : undefined);
    if (name === undefined) continue;
    expect(map, path).toMatch(new RegExp(`^/g/_/${name}\\.[0-9a-f]{12}\\.js\\.map$`));
    expect(textOf(published, map ?? "")).toBe(maps[name]);
  }
  expect([...published.fixed.keys()].filter((path) => path.endsWith(".map"))).toHaveLength(SCRIPT_NAMES.length);
  for (const [, { map }] of files(publish())) expect(map).toBeUndefined();
});

test.each([["engine"], ["center"], ["clean"]])("a %s of another build is refused at start", (name) => {
  const strange = { ...ARTEFACTS, [name]: "export{}" };
  expect(() => publish({}, ["opt-in"], strange)).toThrow("build the project again");
});
