// @ts-check
/** Events through the edge, with all its checks, beside the same events straight into the same store. */
import { join } from "node:path";
import { coreSeconds } from "./busy.mjs";
import { takeRounds, watchOthers } from "./calm.mjs";
import { median, medianRatio } from "./ratio.mjs";

/** What `raw.mjs` can do, in words. */
export const WAYS = /** @type {const} */ ({
  alone: "one INSERT an event, each its own commit",
  together: "one INSERT an event, one commit a batch",
  statement: "one statement a batch, each its own commit",
});

/** @typedef {keyof typeof WAYS} Way */

/**
 * @typedef {object} IngestRow
 * @property {number} batch events in a batch
 * @property {number} ours events a second, the median of all rounds
 * @property {Record<Way, { rate: number, ratio: number }>} raw beside the same of each way
 * @property {Way} hardest the way beside which ours is least
 * @property {number} slices of each contender
 * @property {import("./calm.mjs").Crowd} crowd
 * @property {number} sender share of one core that the sender took
 * @property {number} server the same of the edge; NaN where the system does not tell
 */

/**
 * @param {{ edge: { origin: string, pid: number }, site: string, page: string, raw: import("./worker.mjs").Worker,
 *   sender: import("./worker.mjs").Worker, folder: string, rounds: number, connections: number,
 *   sizes: readonly { batch: number, batches: number }[] }} options
 * @returns {Promise<{ rows: IngestRow[], acknowledged: number }>}
 */
export async function measureIngest({ edge, site, page, raw, sender, folder, rounds, connections, sizes }) {
  let acknowledged = 0;
  const rows = [];
  for (const { batch, batches } of sizes) {
    const ours = async () => {
      const before = coreSeconds(edge.pid);
      const load = await sender.ask({
        origin: edge.origin,
        path: `/g/${site}/e`,
        headers: { Host: "site.example", Origin: page, "Content-Type": "text/plain;charset=UTF-8" },
        status: 200,
        requests: batches,
        connections,
        events: batch,
      });
      const took = coreSeconds(edge.pid) - before;
      // A store that took a batch without its events would be fast.
      if (load.stored !== load.answers * batch)
        throw new Error(`${load.stored} of ${load.answers * batch} events stored.`);
      acknowledged += load.stored;
      return { rate: load.stored / load.seconds, sender: load.busy, server: took / load.seconds };
    };
    const straight = async (/** @type {Way} */ way) => {
      const file = join(folder, `${way}-${batch}.db`);
      const { events, seconds } = await raw.ask({ file, way, batches, events: batch });
      return events / seconds;
    };
    const ways = /** @type {Way[]} */ (Object.keys(WAYS));
    await ours();
    for (const way of ways) await straight(way);
    const { seen, ...crowd } = await takeRounds({
      rounds,
      watch: watchOthers([edge.pid, raw.pid, sender.pid]),
      async run(round) {
        /** @type {Partial<Record<Way, number>>} */
        const theirs = {};
        const all = async () => {
          for (const way of ways) theirs[way] = await straight(way);
        };
        // Whoever comes second may find a busier machine: they take turns.
        if (round % 2) await all();
        const own = await ours();
        if (round % 2 === 0) await all();
        return { ...own, theirs };
      },
    });
    const rates = seen.map(({ rate }) => rate);
    const compare = (/** @type {Way} */ way) => {
      const of = seen.map(({ theirs }) => theirs[way] ?? Number.NaN);
      return { rate: median(of), ratio: medianRatio(rates, of) };
    };
    const against = { alone: compare("alone"), together: compare("together"), statement: compare("statement") };
    const [hardest = "alone"] = [...ways].sort((one, other) => against[one].ratio - against[other].ratio);
    rows.push({
      batch,
      ours: median(rates),
      raw: against,
      hardest,
      slices: seen.length,
      crowd,
      sender: median(seen.map(({ sender }) => sender)),
      server: median(seen.map(({ server }) => server)),
    });
  }
  return { rows, acknowledged };
}
