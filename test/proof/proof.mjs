// @ts-check
/**
 * `npm run proof`: looks longer for what may be wrong than every test run can afford.
 *
 *   npm run proof -- [--reduced] [--seed 20260101]
 *
 * The seed is today's date unless it is given; the same seed makes the same kills, changes and searches. A reduced run
 * takes part in `npm test` and leaves out the search, which the unit tests do. Needs the build.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readVitest } from "../summary.mjs";
import { runKills } from "./kill.mjs";
import { runMutation } from "./mutation.mjs";
import { runSimulate } from "./simulate.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const ROUNDS = { full: 100, reduced: 2 };
const RUNS = 20_000;
const EVENTS = 1_000_000;

/** @typedef {{ ok: boolean, lines: string[] }} Finding */

const { reduced, seed } = readArguments();
console.log(`seed ${seed}`);
const proofs = [
  prove("the edge, killed in the middle of its work", killed),
  prove("the rules, broken on purpose", () => runMutation({ reduced, seed })),
  ...(reduced
    ? []
    : [
        prove("the rules, held to a rescan of the whole log", searched),
        prove("a million events, replayed in bounded memory", replayed),
      ]),
];
let failed = 0;
for (const proof of proofs) if (!(await proof())) failed++;
console.log(failed ? `\n${failed} of ${proofs.length} FAILED; to repeat: --seed ${seed}` : `\nall ${proofs.length} ok`);
process.exitCode = failed ? 1 : 0;

/**
 * @param {string} heading
 * @param {() => Promise<Finding>} find
 * @returns {() => Promise<boolean>} whether it held
 */
function prove(heading, find) {
  return async () => {
    console.log(`\n${heading}`);
    const start = performance.now();
    const { ok, lines } = await find().catch((error) => ({ ok: false, lines: [String(error?.stack ?? error)] }));
    for (const line of lines) console.log(`  ${line}`);
    console.log(`  ${ok ? "ok" : "FAILED"} after ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return ok;
  };
}

/** @returns {Promise<Finding>} */
async function killed() {
  return told(await runKills({ rounds: reduced ? ROUNDS.reduced : ROUNDS.full, seed }));
}

/** @returns {Promise<Finding>} */
async function replayed() {
  return told(await runSimulate({ events: EVENTS, seed }));
}

/**
 * @param {{ ok: boolean, [figure: string]: unknown }} found
 * @returns {Finding}
 */
function told({ ok, ...figures }) {
  const width = Math.max(...Object.keys(figures).map(({ length }) => length));
  return { ok, lines: Object.entries(figures).map(([name, figure]) => `${name.padEnd(width)}  ${figure}`) };
}

/** @returns {Promise<Finding>} */
async function searched() {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-proof-"));
  const report = join(folder, "report.json");
  try {
    const { code, output } = await vitest([
      "packages/rules/test",
      "--testTimeout=600000",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    if (code !== 0) return { ok: false, lines: output.split("\n") };
    const { passed } = readVitest(readFileSync(report, "utf8"));
    return { ok: passed > 0, lines: [`${passed} properties, each of ${RUNS} random cases at most`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function vitest(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...args], {
      cwd: root,
      env: { ...process.env, GHOSTLIGHT_RUNS: String(RUNS), GHOSTLIGHT_SEED: String(seed) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

function readArguments() {
  const { values } = parseArgs({
    options: { reduced: { type: "boolean", default: false }, seed: { type: "string" } },
  });
  const seed = Number(values.seed ?? new Date().toISOString().slice(0, 10).replaceAll("-", ""));
  if (Number.isSafeInteger(seed) && seed >= 0) return { reduced: values.reduced, seed };
  console.error(`--seed takes a whole number, not ${values.seed}`);
  process.exit(2);
}
