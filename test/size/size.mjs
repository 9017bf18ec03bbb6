// @ts-check
/**
 * `npm run size`: weighs what a page loads, checks it against the budgets and against the README.
 * `npm run size -- --write` writes the table into the README. Needs the build.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { uncounted, weighGroups } from "./groups.mjs";
import { measure, sizeOf } from "./measure.mjs";
import { readmeFault, spliceTable } from "./readme.mjs";
import { overBudget, renderFeatures, renderReadme, renderTerminal, weigh } from "./report.mjs";
import { bannedSources } from "./source-map.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });

const { budgets, groups } = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));
const artefacts = await measure(root, fileURLToPath(new URL("site.json", import.meta.url)));
const sizes = Object.fromEntries(Object.entries(artefacts).map(([name, { size }]) => [name, size]));
const texts = Object.fromEntries(Object.entries(artefacts).map(([name, artefact]) => [name, artefact.texts]));
const { packNode } = await import(join(root, "packages", "edge", "dist", "serve", "pack-node.js"));
const alone = (/** @type {string} */ text) => sizeOf(packNode(text).bodies);
const rows = [...weigh(budgets, sizes), ...weighGroups(groups, texts, alone)];
console.log(`${renderTerminal(sizes, rows)}\n`);
for (const [name, { packages }] of Object.entries(artefacts)) console.log(`${name}: ${inWords(packages)}`);

// The same as `ghostlight check test/size/site.json --size` prints.
const features = await weighFeatures();
console.log(`\n${features.text}`);

const readmePath = join(root, "README.md");
const readme = readFileSync(readmePath, "utf8");
const table = `${renderReadme(rows)}\n\n${renderFeatures(features.sizes)}`;
const written = values.write ? spliceTable(readme, table) : undefined;
if (written !== undefined) writeFileSync(readmePath, written);

const faults = [
  ...overBudget(rows),
  ...uncounted(groups, texts),
  ...Object.entries(artefacts).flatMap(([name, { sources }]) =>
    bannedSources(sources).map((source) => `${name}.js contains ${source}, which no page may load: cut the import.`),
  ),
  readmeFault(written ?? readme, table),
].filter((fault) => fault !== undefined);
for (const fault of faults) console.error(`\n${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** @returns {Promise<{ sizes: import("../../packages/edge/src/cli/size/weigh.ts").Sizes, text: string }>} */
async function weighFeatures() {
  const edge = join(root, "packages", "edge", "dist");
  const { weighSite } = await import(join(edge, "cli", "size", "weigh.js"));
  const { weighBrotli } = await import(join(edge, "cli", "size", "scales.js"));
  const { printSizes } = await import(join(edge, "cli", "size", "text.js"));
  const { PAGE_SCRIPTS, readArtefacts } = await import(join(edge, "cli", "artefacts.js"));
  const { hashOf } = await import(join(edge, "serve", "pack-node.js"));
  const { parseSite } = await import("@ghostlight/rules/site");
  const result = parseSite(readFileSync(new URL("site.json", import.meta.url), "utf8"));
  if (!result.ok) throw new Error("The sample site is faulty.");
  const { site } = result;
  const progress = () => {};
  const scales = { artefacts: await readArtefacts(PAGE_SCRIPTS), weigh: weighBrotli, hash: hashOf, progress };
  const sizes = await weighSite(site, scales);
  return { sizes, text: printSizes(site.site, sizes) };
}

/** @param {[name: string, characters: number][]} packages */
function inWords(packages) {
  const all = packages.reduce((sum, [, characters]) => sum + characters, 0);
  return packages.map(([name, characters]) => `${name} ${((100 * characters) / all).toFixed(1)} %`).join(", ");
}
