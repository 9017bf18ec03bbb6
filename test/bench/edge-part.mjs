// @ts-check
/** What the edge does in a second, as `edge/edge.mjs` tells it. */
import { existsSync } from "node:fs";
import { stampOf } from "./versions.mjs";

const FILE = new URL("edge/edge.mjs", import.meta.url);

/** @returns {Promise<import("./part.mjs").Part>} */
export async function benchEdgePart() {
  if (!existsSync(FILE)) return { lines: ["Not measured: there is no test/bench/edge."], markdown: [], faults: [] };
  /** @type {{ benchEdge: () => Promise<{ lines: string[], rows: unknown, faults: string[] }> }} */
  const { benchEdge } = await import(FILE.href);
  const { lines, faults } = await benchEdge();
  return {
    lines,
    markdown: ["```text", ...lines, "```", "", `${stampOf(["hono", "@hono/node-server", "libsql"])}.`],
    faults: faults.map((fault) => `The edge, ${fault}`),
  };
}
