// @ts-check
/**
 * Kills the edge in the middle of its work, again and again, and counts what of it is left: every
 * batch that it acknowledged must be stored, every other one whole or not at all, and after sending
 * those again each event is there exactly once.
 *
 *   node test/proof/kill.mjs --rounds 20 --seed 1
 *
 * A killed process keeps what the operating system had; a power cut is not shown here.
 */
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { batchOf, newSite, postBatch, runProgram, startEdge } from "./edge-process.mjs";

const SENDERS = 4;

/**
 * @typedef {object} KillResult
 * @property {number} rounds times killed
 * @property {number} acknowledged events in batches that were answered with 200
 * @property {number} stored events in the database at the end
 * @property {number} inFlight batches under way at a kill
 * @property {number} unanswered of those, how many had been stored all the same
 * @property {number} lost acknowledged events that were not there after a restart or at the end
 * @property {number} doubled events that are there more than once
 * @property {number} halved batches of which only a part was there after a restart
 * @property {number} miscounted answers that did not say what was stored
 */

/**
 * @param {{ rounds: number, seed: number }} options
 * @returns {Promise<KillResult & { ok: boolean }>}
 */
export async function runKills({ rounds, seed }) {
  const random = createRandom(seed);
  const site = newSite();
  const result = {
    rounds,
    acknowledged: 0,
    stored: 0,
    inFlight: 0,
    unanswered: 0,
    lost: 0,
    doubled: 0,
    halved: 0,
    miscounted: 0,
  };
  /** @type {Set<string>} */
  const acknowledged = new Set();
  /** @type {Set<string>} */
  const lost = new Set();
  /** @type {string[][]} Batches without an answer. */
  let open = [];
  let made = 0;
  const make = () => Array.from({ length: 1 + Math.floor(random() * 20) }, () => `e${seed}-${made++}`);
  const start = () => startEdge({ ...site, args: ["--rate", "1000000"] });

  /** @param {string} origin @param {string[]} ids */
  const send = async (origin, ids) => {
    const { status, body } = await postBatch(origin, batchOf(ids));
    if (status !== 200) throw new Error(`The edge answered ${status}: ${JSON.stringify(body)}`);
    if (body.stored + body.duplicate !== ids.length) result.miscounted++;
    for (const id of ids) acknowledged.add(id);
  };

  for (let round = 0; round < rounds; round++) {
    const edge = await start();
    const stored = await readIds(site.data);
    for (const id of acknowledged) if (!stored.has(id)) lost.add(id);
    for (const ids of open) {
      const there = ids.filter((id) => stored.has(id)).length;
      if (there === ids.length) result.unanswered++;
      else if (there > 0) result.halved++;
    }
    // Half of the unanswered batches are sent again now, beside the new ones; the rest has to wait.
    const again = open.filter(() => random() < 0.5);
    open = open.filter((ids) => !again.includes(ids));
    let alive = true;
    const sender = async () => {
      while (alive) {
        const ids = again.pop() ?? make();
        try {
          await send(edge.origin, ids);
        } catch (error) {
          if (alive) throw error;
          open.push(ids);
          result.inFlight++;
        }
      }
    };
    const senders = Promise.all(Array.from({ length: SENDERS }, sender));
    try {
      await Promise.race([wait(20 + random() * 300), senders]);
    } finally {
      alive = false;
      edge.signal("SIGKILL");
      await edge.exited;
    }
    await senders;
    open.push(...again);
  }

  const edge = await start();
  for (const ids of open) await send(edge.origin, ids);
  edge.signal("SIGTERM");
  const { code } = await edge.exited;
  const counts = await readIds(site.data);
  for (const id of acknowledged) if (!counts.has(id)) lost.add(id);
  for (const count of counts.values()) if (count > 1) result.doubled++;
  result.lost = lost.size;
  result.acknowledged = acknowledged.size;
  result.stored = counts.size;
  rmSync(dirname(site.file), { recursive: true });
  const faults = result.lost + result.doubled + result.halved + result.miscounted;
  return { ...result, ok: faults === 0 && result.stored === result.acknowledged && code === 0 };
}

/**
 * How often each id is stored, by the program's own export.
 * @param {string} data
 * @returns {Promise<Map<string, number>>}
 */
async function readIds(data) {
  const { code, out, err } = await runProgram(["export", "--site", "shop", "--data", data]);
  if (code !== 0) throw new Error(`The export ended with ${code}: ${err}`);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const line of out.split("\n").filter(Boolean)) {
    const { messageId } = JSON.parse(line);
    counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
  }
  return counts;
}

/**
 * Numbers in [0, 1) that are the same for a seed: a counter through the finalizer of MurmurHash3,
 * https://github.com/aappleby/smhasher/wiki/MurmurHash3
 * @param {number} seed
 */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let bits = state;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} ms */
function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { rounds: { type: "string" }, seed: { type: "string" } } });
  const options = { rounds: Number(values.rounds ?? 10), seed: Number(values.seed ?? 1) };
  const { ok, ...result } = await runKills(options);
  console.log(`seed ${options.seed}`);
  for (const [name, count] of Object.entries(result)) console.log(`${name.padEnd(13)}${count}`);
  console.log(ok ? "ok" : "FAILED");
  process.exitCode = ok ? 0 : 1;
}
