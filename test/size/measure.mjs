// @ts-check
/** Makes the files that the edge would serve for the sample site, and weighs them as they travel. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { byPackage, textsOf } from "./source-map.mjs";

export const NAMES = /** @type {const} */ ([
  "entry",
  "banner",
  "asking",
  "center",
  "embeds",
  "clean",
  "engine",
  "why",
  "redact",
  "plugins",
  "audit",
  "debug",
]);

/** What each file of the build is in, where it is not the script of its name: the entry has the dialog in it for who is asked. */
const BUILT = /** @type {Readonly<Record<string, readonly [script: string, file: string][]>>} */ ({
  asking: [
    ["entry", "entry.js"],
    ["banner", "banner-along.js"],
  ],
});

/** @param {string} name */
const builtOf = (name) => BUILT[name] ?? [[name, `${name}.js`]];

/**
 * @typedef {{ size: import("./report.mjs").Size, sources: string[], packages: [name: string, characters: number][], texts: Map<string, string> }} Artefact
 */

/**
 * Needs the build. Of a file that comes in several languages or by regime, the heaviest counts.
 * @param {string} root of the repository
 * @param {string} sitePath path of the site file
 * @returns {Promise<Record<string, Artefact>>}
 */
export async function measure(root, sitePath) {
  const edge = join(root, "packages", "edge", "dist");
  for (const [, file] of NAMES.flatMap(builtOf)) {
    const map = join(edge, "page", `${file}.map`);
    if (!existsSync(map)) throw new Error(`${relative(root, map)} is missing: run npm run build first.`);
  }
  const { compileSite, lawsOf, parseSite } = await import("@ghostlight/rules/site");
  const { readArtefacts } = await import(join(edge, "cli", "artefacts.js"));
  const { FEATURES } = await import(join(edge, "serve", "features.js"));
  const { publishSite } = await import(join(edge, "serve", "publish.js"));
  const { packNode } = await import(join(edge, "serve", "pack-node.js"));

  const result = parseSite(readFileSync(sitePath, "utf8"));
  if (!result.ok) throw new Error(`The sample site is faulty:\n${JSON.stringify(result.issues, null, 2)}`);
  const page = join(edge, "page");
  /** @type {import("../../packages/edge/src/serve/artefacts.ts").Artefacts | undefined} */
  const artefacts = await readArtefacts(pathToFileURL(`${page}${sep}`));
  if (!artefacts) throw new Error("The code of some feature is missing: run npm run build first.");
  /** @type {import("../../packages/edge/src/serve/publish.ts").Published} */
  const { fixed, entry } = publishSite(result.site, artefacts, packNode, lawsOf(result.site));
  const parts = compileSite(result.site, result.site.languages[0] ?? "", {});
  const filesOf = (/** @type {string} */ name) => {
    const laws = [...entry.variants.values()];
    if (name === "entry") return laws;
    if (name === "asking") return laws.flatMap(({ asking }) => [...asking.values()]);
    return [...fixed].filter(([path]) => path.endsWith(`/${name}.js`)).map(([, file]) => file);
  };

  return Object.fromEntries(
    NAMES.map((name) => {
      const sizes = filesOf(name).map(({ bodies }) => sizeOf(bodies));
      const [heaviest] = sizes.sort((a, b) => b.brotli - a.brotli);
      if (!heaviest) throw new Error(`The edge serves no ${name}: build the project again.`);
      const scripts = builtOf(name).map(([script]) => script);
      const pieces = FEATURES.filter(
        (/** @type {import("../../packages/edge/src/serve/features.ts").Feature} */ { script, uses }) =>
          scripts.includes(script) && uses(parts),
      ).map((/** @type {{ name: string }} */ feature) => join("features", `${feature.name}.js`));
      const built = builtOf(name).map(([, file]) => file);
      const files = [...built, ...pieces].map((file) => contents(root, join(page, file)));
      return [name, { size: heaviest, ...joined(files) }];
    }),
  );
}

/**
 * @param {Readonly<Record<"identity" | "gzip" | "br", Uint8Array>>} bodies
 * @returns {import("./report.mjs").Size}
 */
export function sizeOf({ identity, gzip, br }) {
  return { min: identity.length, gzip: gzip.length, brotli: br.length };
}

/**
 * @param {string} root
 * @param {string} path of the artefact
 */
function contents(root, path) {
  const code = readFileSync(path, "utf8");
  const map = JSON.parse(readFileSync(`${path}.map`, "utf8"));
  const base = resolve(dirname(path), map.sourceRoot ?? "");
  const sources = map.sources.map((/** @type {string} */ source) =>
    relative(root, resolve(base, source)).split(sep).join("/"),
  );
  if (sources.length === 0)
    throw new Error(`${relative(root, path)}.map names no sources, so nothing can be told of it.`);
  const script = code.replace(/\n?\/\/# sourceMappingURL=\S*\s*$/, "");
  return { sources, texts: textsOf({ ...map, sources }, script) };
}

/**
 * A script, and the code that this site has in its part.
 * @param {readonly { sources: string[], texts: Map<string, string> }[]} files
 */
function joined(files) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const file of files) for (const [name, text] of file.texts) texts.set(name, (texts.get(name) ?? "") + text);
  return { sources: files.flatMap(({ sources }) => sources), packages: byPackage(texts), texts };
}
