// @ts-check
/** Ghostlight as it ships: the built scripts, served by the real edge, counted by `ghostlight export`. */
import { rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { dirname } from "node:path";
import { newSite, runProgram, startEdge } from "../../proof/edge-process.mjs";

/** @type {import("./tracker.mjs").Tracker} */
export const ghostlight = {
  name: "ghostlight",
  ours: true,
  // The array is there before the script, as the README says.
  head: `<script>window.ghostlight ||= [];
    var track = (name, properties) => window.ghostlight.push(["track", name, properties]);</script>
    <script src="/g/shop.js"></script>`,
  isReady: `() => {
    const { consent, stage } = window.ghostlight;
    if (consent && !consent.get().chosen) consent.set({ analytics: true, personalization: true });
    return Boolean(stage && stage());
  }`,
  async open() {
    const since = Date.now();
    // Once more: a busy machine may take longer than an edge may.
    const edge = idle.pop() ?? (await start().catch(start));
    const { hostname, port } = new URL(edge.origin);
    return {
      isBatch: (path) => path === "/g/shop/e",
      ask: (asked) => forward(hostname, port, asked),
      async events() {
        const { code, out, err } = await runProgram(["export", "--site", "shop", "--data", edge.data]);
        if (code !== 0) throw new Error(`The export ended with ${code}: ${err}`);
        const all = out.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));
        // What came before is of the row before.
        return all.filter(({ receivedAt }) => Date.parse(receivedAt) >= since);
      },
      close: async () => void idle.push(edge),
    };
  },
  async end() {
    await Promise.all(idle.splice(0).map((edge) => edge.stop()));
  },
};

/** Edges that no row uses at the moment: to start one takes longer than most rows. @type {Awaited<ReturnType<typeof start>>[]} */
const idle = [];

async function start() {
  const { file, data } = newSite();
  const edge = await startEdge({ file, data, args: ["--rate", "1000000"] });
  const kill = () => edge.signal("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    edge.signal("SIGTERM");
    await edge.exited;
    rmSync(dirname(file), { recursive: true, force: true });
  };
  return { data, origin: edge.origin, stop };
}

/**
 * @param {string} hostname @param {string} port @param {Parameters<import("../proxy.mjs").Store["ask"]>[0]} asked
 * @returns {ReturnType<import("../proxy.mjs").Store["ask"]>}
 */
function forward(hostname, port, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, method, path, headers }, async (answer) => {
      /** @type {Buffer[]} */
      const pieces = [];
      try {
        for await (const piece of answer) pieces.push(piece);
        const { "transfer-encoding": _, ...fields } = answer.headers;
        const kept = /** @type {Record<string, string>} */ (fields);
        resolve({ status: answer.statusCode ?? 502, headers: kept, bytes: Buffer.concat(pieces) });
      } catch (error) {
        reject(error);
      }
    });
    sent.on("error", reject).end(body);
  });
}
