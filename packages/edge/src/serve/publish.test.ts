/** What is published of a site, and what changes its addresses. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Regime } from "@ghostlight/rules";
import { expect, test } from "vitest";
import { ARTEFACTS, entryOf, site } from "../../test/fixture.ts";
import { SCRIPT_NAMES } from "./artefacts.ts";
import { packNode } from "./pack-node.ts";
import { type Published, type PublishOptions, publishSite } from "./publish.ts";

const REGIMES: readonly Regime[] = ["opt-in", "opt-out", "notice"];
const lawsOfRegimes = (regimes: readonly Regime[]) => regimes.map((regime) => ({ regime, doubleOptIn: false }));

const publish = (file: Record<string, unknown> = {}, regimes: readonly Regime[] = ["opt-in"], artefacts = ARTEFACTS) =>
  publishSite(site(file), artefacts, packNode, lawsOfRegimes(regimes));
const files = ({ fixed, entry }: Published) => [
  ...fixed,
  ...[...entry.variants.values()].map((file) => [entry.path, file] as const),
];
const textOf = ({ fixed, entry }: Published, path: string, regime: Regime = "opt-in") =>
  new TextDecoder().decode(
    (fixed.get(path) ?? (path === entry.path ? entry.variants.get(regime) : undefined))?.bodies.identity,
  );
const CHUNKS = SCRIPT_NAMES.filter((name) => name !== "entry");
/** Folders of the chunks by language, as the entry names them. */
const releasesOf = (published: Published, regime: Regime = "opt-in") =>
  entryOf(textOf(published, "/g/shop.js", regime)).releases;
const nameless = (path: string) => path.replace(/\/[0-9a-f]{12}\//, "/HASH/");

test("publishes the entry and the compiled site, and all chunks of a language in one folder", () => {
  const { fixed, entry } = publish();
  expect([entry.path, ...entry.variants.keys()]).toEqual(["/g/shop.js", "opt-in"]);
  expect([...fixed.keys()].map(nameless).sort()).toEqual([
    "/g/shop.json",
    ...["audit", "banner", "center", "clean", "debug", "embeds", "engine", "plugins", "redact", "why"].flatMap(
      (name) => {
        const path = `/g/shop/HASH/${name}.js`;
        return [path, path];
      },
    ),
  ]);
});

test("the entry of each regime names a folder for each language, with all chunks in it", () => {
  const published = publish({}, REGIMES);
  const folders = REGIMES.flatMap((regime) => Object.values(releasesOf(published, regime)));
  expect(new Set(folders).size).toBe(6);
  expect(Object.keys(releasesOf(published))).toEqual(["en", "it"]);
  const named = folders.flatMap((folder) => CHUNKS.map((name) => `/g/shop/${folder}/${name}.js`));
  expect([...published.fixed.keys()].filter((path) => path !== "/g/shop.json").sort()).toEqual(named.sort());
});

test("a language is found as the site has it, and in lower case, as many pages write it", () => {
  const published = publish({ languages: ["en", "en-GB"] });
  const releases = releasesOf(published);
  expect(Object.keys(releases)).toEqual(["en", "en-GB", "en-gb"]);
  expect(releases["en-gb"]).toBe(releases["en-GB"]);
  expect(textOf(published, `/g/shop/${releases["en-gb"]}/banner.js`)).toContain('language:"en-GB"');
  const [asking] = [...published.entry.variants.values()].map((one) => one.asking.get("en-GB"));
  const { chunks } = entryOf(new TextDecoder().decode(asking?.bodies.identity));
  expect(Object.keys(chunks ?? {})).toEqual([`${releases["en-gb"]}/banner`]);
});

test("entry and dialogs say which regime they are of, and the other chunks are of the same text", () => {
  const published = publish({}, REGIMES);
  const hashOf = (name: string, regime: Regime) =>
    published.fixed.get(`/g/shop/${releasesOf(published, regime).it}/${name}.js`)?.hash;
  const same = CHUNKS.filter((name) => hashOf(name, "opt-in") === hashOf(name, "opt-out"));
  expect(same).toEqual(["embeds", "clean", "engine", "why", "redact", "plugins", "audit", "debug"]);
  for (const regime of REGIMES) {
    expect(entryOf(textOf(published, "/g/shop.js", regime)).regime).toBe(regime);
    const banner = textOf(published, `/g/shop/${releasesOf(published, regime).it}/banner.js`);
    expect(banner).toContain(`regime:"${regime}"`);
  }
});

test.each([
  ["none", {}, []],
  ["Google's, which have a queue", { google: true }, ["tells"]],
  ["the Meta pixel, which is called", { meta: true }, ["tells", "calls"]],
  ["Clarity, which is called", { clarity: true }, ["tells", "calls"]],
  ["none that is told", { google: false }, []],
] as const)("the entry can tell tools, and call them, where a site signals to some: %s", (_, signals, code) => {
  const entry = textOf(publish({ signals }), "/g/shop.js");
  const found = (["tells", "calls"] as const).filter((name) =>
    entry.includes(`${name}:${ARTEFACTS.features[name]},\n`),
  );
  expect(found).toEqual(code);
  expect(entryOf(entry).signals).toHaveLength(Object.values(signals).filter(Boolean).length);
});

test("the dialog comes along with an entry of its law, by language, and is the same as by itself", () => {
  const published = publish({}, REGIMES);
  for (const regime of REGIMES) {
    const releases = releasesOf(published, regime);
    const asking = published.entry.variants.get(regime)?.asking ?? new Map();
    expect([...asking.keys()]).toEqual(["en", "it"]);
    for (const [language, { bodies }] of asking) {
      const { chunks, ...part } = entryOf(new TextDecoder().decode(bodies.identity));
      expect(JSON.parse(JSON.stringify(part))).toEqual(
        JSON.parse(JSON.stringify(entryOf(textOf(published, "/g/shop.js", regime)))),
      );
      expect(Object.keys(chunks ?? {})).toEqual([`${releases[language]}/banner`]);
      expect(chunks?.[`${releases[language]}/banner`]?.start()).toMatchObject({ language, regime });
    }
  }
});

test.each([
  ["the site file does not want it", { banner: { ahead: false } }, ARTEFACTS],
  ["there is none that could", {}, { ...ARTEFACTS, along: undefined }],
] as const)("no dialog comes along where %s", (_, file, { along, ...scripts }) => {
  const artefacts = along === undefined ? scripts : { ...scripts, along };
  expect(publish(file, ["opt-in"], artefacts).entry.variants.get("opt-in")?.asking.size).toBe(0);
});

test("what is the same after a restart is at the same address", () => {
  const [before, after] = [publish({}, REGIMES), publish({}, REGIMES)];
  expect([...after.fixed.keys()]).toEqual([...before.fixed.keys()]);
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
  publishSite(site(), { ...ARTEFACTS, maps: { banner: "{}" } }, counting, lawsOfRegimes(REGIMES));
  expect(new Set(packed).size).toBe(packed.length);
});

test("the rules are compiled once, for all laws and languages", () => {
  const plans = new Set<unknown>();
  const adapt: PublishOptions["adapt"] = (parts) => {
    plans.add(parts.engine.plan);
    return parts;
  };
  const segments = { buyers: { if: { event: "Order Completed" } } };
  publishSite(site({ segments }), ARTEFACTS, packNode, lawsOfRegimes(REGIMES), { adapt });
  expect(plans.size).toBe(1);
});

test("a chunk has the part of its language, and the same compiled site is there as JSON", () => {
  const published = publish({ texts: { it: { title: "Usiamo i cookie, eh" } } });
  expect(textOf(published, `/g/shop/${releasesOf(published).it}/banner.js`)).toContain('title:"Usiamo i cookie, eh"');
  const compiled = JSON.parse(textOf(published, "/g/shop.json"));
  expect(compiled.it.banner.texts.title).toBe("Usiamo i cookie, eh");
  expect(compiled.en.banner.language).toBe("en");
  expect(compiled.en.entry).toEqual(compiled.it.entry);
  expect(Object.keys(compiled.en).sort()).toEqual([
    "audit",
    "banner",
    "center",
    "clean",
    "debug",
    "embeds",
    "engine",
    "entry",
    "redact",
    "why",
  ]);
});

test("the folder of a language changes with each of its chunks, and with nothing else", () => {
  const before = publish();
  const after = publish({ texts: { it: { title: "Ciao" } } });
  expect(releasesOf(after).en).toBe(releasesOf(before).en);
  expect(releasesOf(after).it).not.toBe(releasesOf(before).it);
  for (const name of CHUNKS) {
    const other = publish({}, ["opt-in"], { ...ARTEFACTS, [name]: `/**/${ARTEFACTS[name]}` });
    expect(releasesOf(other).en, name).not.toBe(releasesOf(before).en);
  }
  expect(releasesOf(publish({}, ["opt-in"], { ...ARTEFACTS, entry: `/**/${ARTEFACTS.entry}` }))).toEqual(
    releasesOf(before),
  );
  const hashOf = ({ entry }: Published) => entry.variants.get("opt-in")?.hash;
  expect(hashOf(before)).not.toBe(hashOf(after));
});

test("every body unpacks to the same text", () => {
  for (const [, { bodies }] of files(publish())) {
    expect(brotliDecompressSync(bodies.br)).toEqual(bodies.identity);
    expect(gunzipSync(bodies.gzip)).toEqual(bodies.identity);
  }
});

test("each script names its map, one for all languages and regimes, where there are maps", () => {
  const maps = Object.fromEntries([...SCRIPT_NAMES, "asking"].map((name) => [name, JSON.stringify({ name })]));
  const published = publish({}, REGIMES, { ...ARTEFACTS, maps });
  for (const [path, { map }] of files(published)) {
    const name = /^\/g\/shop\/\w+\/(\w+)\./.exec(path)?.[1] ?? (path === "/g/shop.js" ? "entry" : undefined);
    if (name === undefined) continue;
    expect(map, path).toMatch(new RegExp(`^/g/_/${name}\\.[0-9a-f]{12}\\.js\\.map$`));
    expect(textOf(published, map ?? "")).toBe(maps[name]);
  }
  for (const { asking } of published.entry.variants.values()) {
    for (const { map } of asking.values()) expect(textOf(published, map ?? "")).toBe(maps.asking);
  }
  expect([...published.fixed.keys()].filter((path) => path.endsWith(".map"))).toHaveLength(SCRIPT_NAMES.length + 1);
  for (const [, { map }] of files(publish())) expect(map).toBeUndefined();
});

test.each([["engine"], ["center"], ["clean"]])("a %s of another build is refused at start", (name) => {
  const strange = { ...ARTEFACTS, [name]: "export{}" };
  expect(() => publish({}, ["opt-in"], strange)).toThrow("build the project again");
});
