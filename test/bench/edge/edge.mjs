// @ts-check
/**
 * The edge beside what it stands on: its script beside fixed text of a bare Hono app, its ingest beside the bare store.
 *
 *   node test/bench/edge/edge.mjs
 *
 * Runs `ghostlight serve` as it is, on this machine alone. All are processes of their own and take turns, slice by
 * slice, so that only ratios of one run are told. Needs the build.
 */
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEdge } from "../../proof/edge-process.mjs";
import { measureGet } from "./get.mjs";
import { measureIngest } from "./ingest.mjs";
import { getLines, ingestLines, MEANING } from "./lines.mjs";
import { judge } from "./ratio.mjs";
import { startWorker } from "./worker.mjs";

const root = new URL("../../../", import.meta.url);
const file = fileURLToPath(new URL("test/size/site.json", root));
const SITE = "lanterna";
const PAGE = "https://shop.example";
// Beside the project, as a real database would be: the folder for temporary files may be memory, which no commit waits for.
const scratch = fileURLToPath(new URL("node_modules/.cache/", root));

const LEAST = { get: 0.8, ingest: 0.6 };
const CONNECTIONS = 16;

/**
 * @typedef {object} EdgeBenchOptions
 * @property {number} [rounds] slices of each contender. Default 9
 * @property {number} [requests] in a slice of the script. Default 4,000
 * @property {number} [events] in a slice of the ingest, at most, whatever the batches. Default 3,000
 */

/**
 * @param {EdgeBenchOptions} [options]
 * @returns {Promise<{ lines: string[], rows: readonly object[], faults: string[] }>}
 */
export async function benchEdge({ rounds = 9, requests = 4_000, events = 3_000 } = {}) {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "bench-"));
  const workers = { bare: startWorker("bare.mjs"), raw: startWorker("raw.mjs"), sender: startWorker("load.mjs") };
  const { bare, raw, sender } = workers;
  try {
    const data = join(folder, "data");
    const edge = await startEdge({ file, data, args: ["--rate", "1000000"] });
    // One of its two addresses, since that of the others is the same.
    const at = { origin: edge.origin.replace("localhost", "127.0.0.1"), pid: edge.pid };
    try {
      const path = `/g/${SITE}.js`;
      const got = await measureGet({ edge: at, path, bare, sender, rounds, requests, connections: CONNECTIONS });
      const taken = await measureIngest({
        edge: at,
        site: SITE,
        page: PAGE,
        raw,
        sender,
        folder,
        rounds,
        connections: CONNECTIONS,
        sizes: [
          { batch: 10, batches: Math.ceil(events / 10) },
          { batch: 1, batches: Math.ceil(events / 3) },
        ],
      });
      edge.signal("SIGTERM");
      const { code } = await edge.exited;
      const stored = await raw.ask({ count: join(data, "ghostlight.db") });
      const whole = code === 0 && stored === taken.acknowledged;
      const verdicts = [
        ...got.map(({ what, ratio }) => judge({ what: `GET, ${what}`, ratio, least: LEAST.get })),
        ...taken.rows.map(({ batch, raw, hardest }) =>
          judge({ what: `ingest, batches of ${batch}`, ratio: raw[hardest].ratio, least: LEAST.ingest }),
        ),
      ];
      const count = `${taken.acknowledged} events acknowledged, ${stored} in the database after the end`;
      return {
        lines: [
          ...MEANING,
          ...getLines(got, { rounds, requests, connections: CONNECTIONS }),
          ...ingestLines(taken.rows, { rounds, connections: CONNECTIONS, memory: isMemory(folder) }),
          `${count}${whole ? "" : "  FAILED"}`,
          ...verdicts.map(({ line }) => line),
        ],
        rows: [...got, ...taken.rows],
        faults: [...(whole ? [] : [count]), ...verdicts.filter(({ ok }) => !ok).map(({ text }) => text)],
      };
    } finally {
      edge.signal("SIGKILL");
    }
  } finally {
    for (const worker of Object.values(workers)) worker.end();
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder whether it is on a file system without a disk, tmpfs or ramfs */
function isMemory(folder) {
  return [0x01021994, 0x858458f6].includes(statfsSync(folder).type);
}

if (import.meta.filename === process.argv[1]) {
  const { lines, faults } = await benchEdge();
  console.log(lines.join("\n"));
  process.exitCode = faults.length ? 1 : 0;
}
