// @ts-check
/** Starts the built edge as a process of its own, so that it can be stopped, killed and asked from outside. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));
const scripts = new URL("../../packages/edge/dist/page/entry.js", import.meta.url);

/** An origin of the site that {@link newSite} writes. */
export const ORIGIN = "https://shop.example";

/**
 * @typedef {object} EdgeProcess
 * @property {string} origin where it answers, e.g. `http://localhost:40123`
 * @property {number} pid
 * @property {() => string} said what it has printed so far
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 */

/**
 * A new folder with the file of the site "shop", and the folder for its data.
 * @returns {{ file: string, data: string }}
 */
export function newSite() {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-proof-"));
  const file = join(folder, "site.json");
  writeFileSync(file, JSON.stringify({ site: "shop", origins: [ORIGIN] }));
  return { file, data: join(folder, "data") };
}

/**
 * Runs the program; rejects when the project is not built.
 * @param {string[]} args
 */
function run(args) {
  if (!existsSync(scripts)) throw new Error("The project is not built: run `npm run build` first.");
  return spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

/**
 * Starts `ghostlight serve` on a free port and fulfils when it answers; rejects when it ends before, or after 25 s: a machine may be busy.
 * @param {{ file?: string, data: string, args?: string[] }} options without a file, it shows what is published
 * @returns {Promise<EdgeProcess>}
 */
export async function startEdge({ file, data, args = [] }) {
  const child = run(["serve", ...(file ? [file] : []), "--data", data, "--port", "0", ...args]);
  let said = "";
  /** @type {EdgeProcess["exited"]} */
  const exited = new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
  /** @type {string} */
  const origin = await new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`The edge did not start within 25 s:\n${said}`));
    }, 25_000);
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      said += chunk;
      const found = /runs at (http:\/\/\S+?)\/ /.exec(said)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    exited.then(({ code }) => {
      clearTimeout(late);
      reject(new Error(`The edge ended with ${code}:\n${said}`));
    });
  });
  return { origin, pid: child.pid ?? 0, said: () => said, signal: (signal) => void child.kill(signal), exited };
}

/**
 * Runs a command to its end, e.g. `["export", "--site", "shop"]`.
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, out: string, err: string }>}
 */
export async function runProgram(args) {
  const child = run(args);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said.err += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, ...said };
}

/**
 * A batch of good events.
 * @param {string[]} ids
 * @returns {string}
 */
export function batchOf(ids) {
  const now = new Date().toISOString();
  const batch = ids.map((messageId) => ({
    type: "track",
    event: "Product Viewed",
    messageId,
    timestamp: now,
    anonymousId: "somebody",
    properties: { product_id: messageId, price: 10, currency: "EUR" },
    context: { consent: { categoryPreferences: { analytics: true } } },
  }));
  return JSON.stringify({ batch, sentAt: now });
}

/**
 * Posts a batch and fulfils with the answer; rejects when the connection breaks or after 5 s.
 * @param {string} origin
 * @param {string} body
 * @returns {Promise<{ status: number, body: any }>}
 */
export async function postBatch(origin, body) {
  const answer = await fetch(`${origin}/g/shop/e`, {
    method: "POST",
    body,
    headers: { "Content-Type": "text/plain", Origin: ORIGIN },
    signal: AbortSignal.timeout(5_000),
  });
  return { status: answer.status, body: await answer.json() };
}
