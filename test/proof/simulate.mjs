// @ts-check
/**
 * How long `ghostlight simulate` takes for many events, and how much memory.
 *
 *   node test/proof/simulate.mjs --events 1000000 --seed 1
 *
 * Prints the seconds and the most memory that the process held at any time. Needs the build.
 */
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { eventLines } from "./simulate-events.mjs";

const program = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));
const site = fileURLToPath(new URL("../../demo/ghostlight.json", import.meta.url));

/** MB; a process that kept the events themselves would need more for a million of them than these. */
const MOST_MEMORY = 400;

/**
 * @param {{ events: number, seed: number }} options
 * @returns {Promise<{ ok: boolean, events: number, megabytes: number, people: number, seconds: number, cpu: number, memory: number, left: number }>}
 *   `megabytes` of events, `cpu` the seconds that processors worked, `memory` the most that was held, in MB, and `left` the files that were left behind
 */
export async function runSimulate({ events, seed }) {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-proof-"));
  try {
    const file = join(folder, "events.ndjson");
    await pipeline(Readable.from(pieces(events, seed)), createWriteStream(file));
    const usage = join(folder, "usage.json");
    const hook = join(folder, "hook.mjs");
    writeFileSync(
      hook,
      `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));\n`,
    );
    const temporary = mkdtempSync(join(folder, "tmp-"));
    const start = performance.now();
    const { code, lines } = await run(hook, file, temporary);
    const seconds = (performance.now() - start) / 1000;
    /** @type {NodeJS.ResourceUsage} */
    const used = JSON.parse(readFileSync(usage, "utf8"));
    const most = used.maxRSS / 1024;
    const left = readdirSync(temporary).length;
    return {
      ok: code === 0 && lines > 0 && left === 0 && most < MOST_MEMORY,
      events,
      megabytes: Math.round(statSync(file).size / 1_048_576),
      people: lines,
      seconds: Number(seconds.toFixed(1)),
      cpu: Number(((used.userCPUTime + used.systemCPUTime) / 1e6).toFixed(1)),
      memory: Math.round(most),
      left,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} hook
 * @param {string} file
 * @param {string} temporary
 * @returns {Promise<{ code: number | null, lines: number }>}
 */
async function run(hook, file, temporary) {
  const args = ["--import", hook, program, "simulate", site, file, "--at", "2026-03-01"];
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], env });
  let lines = 0;
  child.stdout.on("data", (/** @type {Buffer} */ data) => {
    for (const byte of data) if (byte === 10) lines++;
  });
  /** @type {number | null} */
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, lines };
}

/**
 * @param {number} events
 * @param {number} seed
 */
function* pieces(events, seed) {
  let piece = "";
  for (const line of eventLines({ events, seed })) {
    piece += `${line}\n`;
    if (piece.length < 1_048_576) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { events: { type: "string" }, seed: { type: "string" } } });
  const result = await runSimulate({ events: Number(values.events ?? 1_000_000), seed: Number(values.seed ?? 1) });
  for (const [name, figure] of Object.entries(result)) console.log(`${name.padEnd(10)} ${figure}`);
  process.exitCode = result.ok ? 0 : 1;
}
