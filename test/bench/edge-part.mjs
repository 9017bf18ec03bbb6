// @ts-check
/** What the edge does in a second, as `edge/edge.mjs` tells it. */
import { existsSync } from "node:fs";

const FILE = new URL("edge/edge.mjs", import.meta.url);

/** @returns {Promise<import("./part.mjs").Part>} */
export async function benchEdgePart() {
  if (!existsSync(FILE)) return { lines: ["Not measured: there is no test/bench/edge."], markdown: [], faults: [] };
  /** @type {{ benchEdge: () => Promise<{ lines: string[], rows: unknown, ok: boolean }> }} */
  const { benchEdge } = await import(FILE.href);
  const { lines, ok } = await benchEdge();
  return {
    lines,
    markdown: ["```text", ...lines, "```"],
    faults: ok ? [] : ["The edge: a promised ratio does not hold, see its lines."],
  };
}
