// @ts-check
/** The scripts and styles of the other candidates, as a site would host them: bundled, tree-shaken, minified, packed. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

/** What the page of each tells by `window.agreed`: to what the visitor agreed, where a dialog asks. */
const SOURCES = {
  "cookieconsent.js": `import { agreed, ask } from "./tags/cookieconsent.mjs"; ask(); window.agreed = agreed;`,
  "bare.js": `import { visit } from "./tags/bare.mjs"; visit();`,
  "bare-ask.js": `import { ask } from "./tags/bare-ask.mjs"; ask();`,
  "bare-fill.js": `import { fill } from "./tags/calls.mjs"; import(document.currentScript.dataset.more); fill();`,
  "bare-kept.js": `import { keep } from "./tags/bare-kept.mjs"; keep();`,
  "snowplow-before.js": `import { count } from "./tags/snowplow.mjs"; count(false);`,
  "snowplow-agreed.js": `import { count } from "./tags/snowplow.mjs"; count(true);`,
  "snowplow-asking.js": `import { count } from "./tags/snowplow.mjs"; count(window.agreed("analytics"));`,
  "growthbook-before.js": `import { personalize } from "./tags/growthbook.mjs"; personalize(false);`,
  "growthbook-agreed.js": `import { personalize } from "./tags/growthbook.mjs"; personalize(true);`,
  "growthbook-asking.js": `import { personalize } from "./tags/growthbook.mjs"; personalize(window.agreed("personalization"));`,
};

/** Of the site that all of them serve. @type {{ theme: Record<string, string> }} */
const SITE = JSON.parse(readFileSync(new URL("../../size/site.json", import.meta.url), "utf8"));

/** @typedef {{ path: string, type: string, packed: Buffer }} Asset `path` changes with the content, as for an immutable file */

/** By name. @returns {Promise<Map<string, Asset>>} */
export async function bundleAll() {
  /** @type {Map<string, Asset>} */
  const assets = new Map();
  for (const [name, contents] of Object.entries(SOURCES)) {
    assets.set(name, asset(name, "text/javascript; charset=utf-8", await bundle(contents)));
  }
  const css = createRequire(import.meta.url).resolve("vanilla-cookieconsent/dist/cookieconsent.css");
  // Published minified: what esbuild makes of it is no smaller.
  const dressed = Buffer.concat([readFileSync(css), Buffer.from(themeOf(SITE.theme))]);
  assets.set("cookieconsent.css", asset("cookieconsent.css", "text/css; charset=utf-8", dressed));
  return assets;
}

/** The site's own look, which both dialogs have: fonts that a machine does not know take their time. @param {Record<string, string>} theme */
function themeOf({ accent, onAccent, radius, font }) {
  const button = `--cc-btn-primary-bg:${accent};--cc-btn-primary-border-color:${accent};--cc-btn-primary-color:${onAccent}`;
  return `#cc-main{--cc-font-family:${font};${button};--cc-btn-border-radius:${radius};--cc-modal-border-radius:${radius}}`;
}

/** @param {string} contents with imports as of this folder */
export async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}

/** @param {string} name @param {string} type @param {Buffer} body @returns {Asset} */
function asset(name, type, body) {
  const mark = createHash("sha256").update(body).digest("hex").slice(0, 8);
  return { path: `/assets/${mark}/${name}`, type, packed: pack(body) };
}

/** @param {Buffer | string} body */
export const pack = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
