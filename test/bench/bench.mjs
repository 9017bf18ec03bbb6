// @ts-check
/**
 * `npm run bench`: prints what things cost beside what they are compared with; fails where a promised ratio does not hold.
 * `--only page,rules,track,edge` runs some, `--rounds N` and `--seed N` are of the page; `--write` writes the figures and
 * their chart into the README. Needs the build, and a machine that does nothing else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchEdgePart } from "./edge-part.mjs";
import { benchPage } from "./page/page.mjs";
import { spliceBench, summaryOf } from "./readme.mjs";
import { benchRules } from "./rules/rules.mjs";
import { benchTrack } from "./track/track.mjs";
import { stampOf } from "./versions.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "7" },
    seed: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});

const README = new URL("../../README.md", import.meta.url);
const CHART = new URL("chart.svg", import.meta.url);

/** @typedef {import("./part.mjs").Part & { chart?: string }} Part */

/** @type {readonly { name: string, title: string, run: () => Part | Promise<Part> }[]} */
const PARTS = [
  {
    name: "page",
    title: "What it costs the page",
    run: () =>
      benchPage({
        rounds: Number(values.rounds),
        seed: Number(values.seed),
        tell: (line) => process.stderr.write(`${line}\n`),
      }),
  },
  { name: "rules", title: "What an event costs the rules", run: benchRules },
  { name: "track", title: "What a call of track() costs", run: benchTrack },
  { name: "edge", title: "What the edge takes", run: benchEdgePart },
];

// An exit takes along what was started.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(code));

process.exitCode = await main();

async function main() {
  const start = performance.now();
  const names = values.only?.split(",") ?? PARTS.map(({ name }) => name);
  const strange = names.filter((name) => !PARTS.some((part) => part.name === name));
  const problem = strange.length
    ? `There is no part ${strange.join(", ")}. The parts are ${PARTS.map(({ name }) => name).join(", ")}.`
    : !(Number(values.rounds) >= 1 && Number.isInteger(Number(values.seed)))
      ? "--rounds is a number from 1, --seed a whole one."
      : values.write && values.only
        ? "--write needs the whole run."
        : undefined;
  if (problem) {
    console.error(problem);
    return 2;
  }
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const markdown = [];
  for (const { name, title, run } of PARTS) {
    if (!names.includes(name)) continue;
    const part = await run();
    console.log([`── ${title}`, ...part.lines, ""].join("\n"));
    faults.push(...part.faults);
    if (!part.markdown.length) continue;
    markdown.push(`### ${title}`, "", ...part.markdown, "");
    if (values.write && part.chart) {
      writeFileSync(CHART, part.chart);
      markdown.push(`![${title}, each as a share of all three together](test/bench/chart.svg)`, "");
    }
  }
  const summary = summaryOf(faults, `${stampOf([])}, on ${cpus().length} cores`);
  if (values.write) write([summary, "", ...markdown].join("\n").trimEnd());
  console.log(`${Math.round((performance.now() - start) / 1_000)} s`);
  for (const fault of faults) console.error(`Does not hold: ${fault}`);
  return faults.length ? 1 : 0;
}

/** @param {string} text */
function write(text) {
  const readme = spliceBench(readFileSync(README, "utf8"), text);
  if (readme === undefined)
    throw new Error("README.md has no place for the figures: <!-- bench:start --> and its end.");
  writeFileSync(README, readme);
}
