// @ts-check
/**
 * `npm test`: every check of the project, in order, up to the first that fails.
 * `node test/run.mjs --only types,unit` runs some of the steps.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureChromium } from "./chromium.mjs";
import { readPlaywright, readVitest, summarize } from "./summary.mjs";

/**
 * `report` is where the step's runner writes its counts, and `read` makes sense of it.
 * @typedef {{ name: string, command: string[], before?: () => unknown, report?: string, read?: (text: string) => import("./summary.mjs").Counts }} Step
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "ghostlight-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

/** @type {Step[]} */
const STEPS = [
  { name: "build", command: npm("build") },
  { name: "types", command: npm("types") },
  { name: "lint", command: npm("lint") },
  vitest("unit", ["--project", "!boundaries"]),
  vitest("boundaries", ["--project", "boundaries"]),
  { name: "size", command: npm("size") },
  { name: "schema", command: npm("schema", "--check") },
  { name: "kills", command: npm("proof", "--reduced") },
  {
    name: "browser",
    before: ensureChromium,
    command: npm("browser"),
    report: join(root, "test-results", "browser.json"),
    read: readPlaywright,
  },
];

process.exitCode = await main(chosen());

/**
 * @param {Step[]} steps
 * @returns {Promise<number>}
 */
async function main(steps) {
  /** @type {import("./summary.mjs").Result[]} */
  const results = [];
  for (const step of steps) {
    console.log(`\n── ${step.name} ${"─".repeat(Math.max(2, 60 - step.name.length))}`);
    const result = await runStep(step);
    results.push(result);
    console.log(`── ${step.name}: ${result.ok ? "ok" : "FAILED"} after ${result.seconds.toFixed(1)} s`);
    if (!result.ok) break;
  }
  const failed = results.find(({ ok }) => !ok);
  if (failed) console.log(`\nStopped at the step "${failed.name}". Alone: node test/run.mjs --only ${failed.name}`);
  console.log(`\n${summarize(results)}`);
  return failed ? 1 : 0;
}

/**
 * @param {Step} step
 * @returns {Promise<import("./summary.mjs").Result>}
 */
async function runStep({ name, command, before, report, read }) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    if (report) rmSync(report, { force: true });
    before?.();
    const ok = (await run(command)) === 0;
    const counts = report && read ? countsOf(report, read, ok) : undefined;
    return { name, seconds: seconds(), ok: ok && counts?.failed !== undefined ? counts.failed === 0 : ok, counts };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { name, seconds: seconds(), ok: false };
  }
}

/**
 * A runner that failed before it could write its report has no counts; one that succeeded without has no excuse.
 * @param {string} report
 * @param {NonNullable<Step["read"]>} read
 * @param {boolean} ok
 */
function countsOf(report, read, ok) {
  try {
    return read(readFileSync(report, "utf8"));
  } catch (error) {
    if (ok) throw error;
    return undefined;
  }
}

/**
 * Runs a command in a process group of its own, so that stopping it stops what it started.
 * @param {string[]} command
 * @returns {Promise<number>} its exit code
 */
function run([program = "", ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", detached: true });
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      if (child.pid) process.kill(-child.pid, signal);
      child.once("exit", () => process.exit(signal === "SIGINT" ? 130 : 143));
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    const done = () => process.off("SIGINT", stop).off("SIGTERM", stop);
    child.once("error", (error) => reject(done() && error));
    child.once("exit", (code) => done() && resolve(code ?? 1));
  });
}

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {string[]}
 */
function npm(script, ...args) {
  return ["npm", "run", "--silent", script, ...(args.length ? ["--", ...args] : [])];
}

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Step}
 */
function vitest(name, args) {
  const report = join(reports, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { name, command: npm("unit", ...args, ...reporters), report, read: readVitest };
}

/** @returns {Step[]} */
function chosen() {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (values.only === undefined) return STEPS;
  const names = values.only.split(",");
  const known = STEPS.map(({ name }) => name);
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length) {
    console.error(`There is no step ${strange.join(", ")}. The steps are ${known.join(", ")}.`);
    process.exit(2);
  }
  return STEPS.filter(({ name }) => names.includes(name));
}
