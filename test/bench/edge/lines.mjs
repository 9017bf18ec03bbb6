// @ts-check
/** What was measured, as lines to read. */
import { cutDown, cutUp } from "../figures.mjs";
import { crowdLines } from "./calm.mjs";
import { WAYS } from "./ingest.mjs";

/** @typedef {import("./get.mjs").GetRow} GetRow */
/** @typedef {import("./ingest.mjs").IngestRow} IngestRow */

/** How the figures hang together: what is shown beside a ratio does not give it. */
export const MEANING = [
  "Each figure is the median of its own slices, and each ratio the median of the ratios of slices that were next to each other,",
  "so that rates that are shown need not give the ratio that is shown. Ratios are cut to two places, never in our favour;",
  "processor time is that of all slices together.",
];

/** @param {number} rate */
const rated = (rate) => Math.round(rate).toLocaleString("en").padStart(8);
/** @param {number} part */
const share = (part) => `${Math.round(part * 100)} %`;

/**
 * @param {readonly GetRow[]} rows
 * @param {{ rounds: number, requests: number, connections: number }} run
 * @returns {string[]}
 */
export function getLines(rows, { rounds, requests, connections }) {
  return [
    `GET of the script, \`ghostlight serve\` beside a bare Hono app on the same adapter: medians of up to ${rounds} slices each of`,
    `${requests} requests on ${connections} connections that stay open, in turns. The bare app answers with c.text() of as many`,
    "bytes, and where nothing changed with an empty 304; it reads no header field, and writes none of its own.",
    ...rows.flatMap(({ what, bytes, ours, bare, ratio, cpu, server, sender, slices, crowd }) => [
      [
        what.padEnd(26),
        `${bytes.toLocaleString("en").padStart(6)} B`,
        `${rated(ours)} /s`,
        `${rated(bare)} /s bare`,
        `${cutDown(ratio)} ×`,
        ...(Number.isFinite(server) ? [`${cutUp(cpu)} × the processor time`, `edge ${share(server)} of a core`] : []),
        `sender ${share(sender)}`,
        `${slices} slices`,
      ].join("  "),
      ...crowdLines(crowd),
    ]),
  ];
}

/**
 * @param {readonly IngestRow[]} rows
 * @param {{ rounds: number, connections: number, memory: boolean }} run
 * @returns {string[]}
 */
export function ingestLines(rows, { rounds, connections, memory }) {
  return [
    `Ingest, HTTP with every check and a commit on disk before every answer, ${connections} connections, beside the same`,
    "events straight into the same store: same binding, disk, settings (WAL, synchronous FULL), tables and indexes; no",
    `HTTP, no check. Medians of up to ${rounds} slices, in turns. Judged beside the fastest way.`,
    ...(memory ? ["The database is in memory here: no commit waits for a disk, and these ratios say little."] : []),
    ...rows.flatMap(({ batch, ours, raw, hardest, sender, server, slices, crowd }) => [
      [
        `batches of ${batch}`.padEnd(14),
        `${rated(ours)} events/s`,
        ...(Number.isFinite(server) ? [`edge ${share(server)} of a core`] : []),
        `sender ${share(sender)}`,
        `${slices} slices`,
      ].join("  "),
      ...crowdLines(crowd),
      ...Object.entries(raw).map(([way, { rate, ratio }]) =>
        [
          "".padEnd(14),
          `${rated(rate)} events/s by ${WAYS[/** @type {keyof typeof WAYS} */ (way)]}`.padEnd(66),
          `${cutDown(ratio)} ×${way === hardest ? "  judged" : ""}`,
        ].join("  "),
      ),
    ]),
  ];
}
