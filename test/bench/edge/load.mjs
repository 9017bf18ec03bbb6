// @ts-check
/**
 * Sends requests and counts the answers, in a process of its own, so that it takes no time from the server's. Takes one
 * job after the other from its parent. Only ever talks to this machine, and every job is bounded in number and in time.
 */
import { Client } from "undici";
import { batchesOf } from "./batches.mjs";

/**
 * @typedef {object} Job
 * @property {string} origin e.g. `http://127.0.0.1:40123`
 * @property {string} path
 * @property {Record<string, string>} headers
 * @property {number} status the answer that is right; any other ends the job
 * @property {number} requests how many to send, at most 100,000
 * @property {number} connections how many at once, each on a connection of its own that stays open, at most 64
 * @property {number} [events] sends batches of this many events each; absent: `GET`
 */

/**
 * @typedef {object} Load
 * @property {number} answers in number
 * @property {number} seconds
 * @property {number} bytes of each answer's body
 * @property {number} stored events that the answers to batches say are stored
 * @property {number} busy share of one core that the sender took, 0 to 1
 */

const MOST = { requests: 100_000, connections: 64, seconds: 10 };
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * Runs a job to its end, or to the end of its time: then `answers` is fewer than asked for.
 * @param {Job} job
 * @returns {Promise<Load>}
 */
async function load({ origin, path, headers, status, requests, connections, events }) {
  if (!LOOPBACK.has(new URL(origin).hostname)) throw new Error(`${origin} is not this machine.`);
  if (!(requests <= MOST.requests && connections <= MOST.connections)) throw new Error("That is too many at once.");
  // Made before the clock runs: what a batch costs its sender is not the question.
  const bodies = events === undefined ? undefined : batchesOf(requests, events);
  const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }));
  // Opened before, too: with a request that both servers answer at once.
  await Promise.all(
    clients.map((client) => client.request({ path: "/nothing", method: "GET" }).then((r) => r.body.dump())),
  );

  let sent = 0;
  let answers = 0;
  let stored = 0;
  let bytes = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + MOST.seconds * 1_000;
  /** @param {Client} client @returns {Promise<void>} */
  const sender = (client) =>
    new Promise((resolve, reject) => {
      const next = () => {
        if (sent >= requests || performance.now() > end) return resolve();
        const body = bodies?.[sent];
        sent++;
        let size = 0;
        let text = "";
        client.dispatch(
          { path, headers, ...(body === undefined ? { method: "GET" } : { method: "POST", body }) },
          {
            onRequestStart() {},
            onResponseStart(_, code) {
              if (code !== status) reject(new Error(`${path} answered ${code}, not ${status}.`));
            },
            onResponseData(_, chunk) {
              size += chunk.length;
              if (body !== undefined) text += chunk;
            },
            onResponseEnd() {
              answers++;
              bytes = size;
              if (body !== undefined) stored += JSON.parse(text).stored;
              next();
            },
            onResponseError(_, error) {
              reject(error);
            },
          },
        );
      };
      next();
    });
  try {
    await Promise.all(clients.map(sender));
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    return { answers, seconds, bytes, stored, busy: (user + system) / 1e6 / seconds };
  } finally {
    await Promise.all(clients.map((client) => client.destroy()));
  }
}

process.on("message", async (/** @type {Job} */ job) => {
  try {
    process.send?.({ result: await load(job) });
  } catch (error) {
    process.send?.({ failure: String(error) });
  }
});
