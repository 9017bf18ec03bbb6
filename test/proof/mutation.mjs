// @ts-check
/**
 * Breaks the rules on purpose, one small change at a time, and counts how many of the changes the tests notice.
 *
 *   node test/proof/mutation.mjs [--reduced] [--seed 1]
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import config from "../../stryker.config.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folders that every event and every page view runs through. */
const REDUCED_FOLDERS = ["condition", "clause", "ghost", "life", "time"];

/** How many lines a reduced run changes: as many as fit into the seconds that every test run can spare. */
const REDUCED_LINES = 20;

/** @typedef {import("@stryker-mutator/api/core").MutantResult} MutantResult */

/**
 * The full run changes every file of stryker.config.mjs, a reduced one some lines of a file, chosen by the seed.
 * @param {{ reduced: boolean, seed: number }} options
 * @returns {Promise<{ ok: boolean, lines: string[] }>}
 */
export async function runMutation({ reduced, seed }) {
  const place = reduced ? chooseLines(seed) : "";
  const floor = config.thresholds?.break ?? 100;
  const code = process.exitCode;
  const results = await new Stryker({
    ...config,
    ...(reduced && { mutate: [place] }),
    reporters: reduced ? [] : ["html"],
    logLevel: /** @type {import("@stryker-mutator/api/core").LogLevel} */ ("error"),
  }).runMutationTest();
  // Below its floor Stryker sets the exit code of the whole process; here the caller decides.
  process.exitCode = code;
  const counted = results.filter(({ status }) => ["Killed", "Timeout", "Survived", "NoCoverage"].includes(status));
  const missed = counted.filter(isMissed);
  const ok = counted.length > 0 && scoreOf(counted) >= floor;
  return {
    ok,
    lines: [
      `${place || "all files"}: ${counted.length} changes, ${missed.length} not noticed`,
      `score ${scoreOf(counted).toFixed(1)} %, at least ${floor} %`,
      ...(reduced || !ok ? missed.map(inWords) : perFile(counted)),
    ],
  };
}

/** Where something begins that runs: before it, and in files without, there are only types and plain constants. */
const RUNS = /^(export )?(function |const .*(\{|=>)$)/;

/**
 * Lines of one file, as Stryker takes them.
 * @param {number} seed
 */
function chooseLines(seed) {
  const places = REDUCED_FOLDERS.flatMap((folder) => sourcesIn(`packages/rules/src/${folder}`)).flatMap((file) => {
    const lines = readFileSync(`${root}/${file}`, "utf8").trimEnd().split("\n");
    const first = lines.findIndex((line) => RUNS.test(line));
    if (first < 0) return [];
    return Array.from({ length: Math.max(1, Math.floor((lines.length - first) / REDUCED_LINES)) }, (_, at) => {
      const end = lines.length - at * REDUCED_LINES;
      return `${file}:${Math.max(1, end - REDUCED_LINES + 1)}-${end}`;
    });
  });
  return places[seed % places.length] ?? "";
}

/** @param {string} folder */
function sourcesIn(folder) {
  return readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** @param {MutantResult} result */
function isMissed({ status }) {
  return status === "Survived" || status === "NoCoverage";
}

/**
 * Percent of the changes that a test noticed, or that never came to an end.
 * @param {readonly MutantResult[]} counted
 */
function scoreOf(counted) {
  return counted.length ? (100 * counted.filter((one) => !isMissed(one)).length) / counted.length : 0;
}

/** @param {MutantResult} result */
function inWords({ fileName, location, replacement, mutatorName }) {
  const { line, column } = location.start;
  return `not noticed: ${nameOf(fileName)}:${line}:${column} ${mutatorName} → ${replacement.replace(/\s+/g, " ")}`;
}

/** @param {readonly MutantResult[]} counted */
function perFile(counted) {
  const names = [...new Set(counted.map(({ fileName }) => nameOf(fileName)))].sort();
  const width = Math.max(...names.map(({ length }) => length));
  return names.map((name) => {
    const own = counted.filter(({ fileName }) => nameOf(fileName) === name);
    return `${name.padEnd(width)}  ${scoreOf(own).toFixed(1).padStart(5)} %  of ${own.length}`;
  });
}

/** @param {string} file */
function nameOf(file) {
  return file.replaceAll("\\", "/").replace(/^.*packages\/rules\/src\//, "");
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: { reduced: { type: "boolean", default: false }, seed: { type: "string", default: "1" } },
  });
  const { ok, lines } = await runMutation({ reduced: values.reduced, seed: Number(values.seed) });
  console.log(lines.join("\n"));
  process.exitCode = ok ? 0 : 1;
}
