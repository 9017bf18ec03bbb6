// @ts-check
/** The figures as tables: a column for each candidate, a line for each measure, and the ratio that means something elsewhere. */
import { cutUp } from "../figures.mjs";
import { CANDIDATES, VISITS } from "./candidates.mjs";
import { ratioOf } from "./summary.mjs";

/** @typedef {import("./summary.mjs").Row} Row */
/** @typedef {import("./summary.mjs").Visit} Visit */
/** @typedef {import("./summary.mjs").Measure} Measure */

const kB = (/** @type {number} */ bytes) => `${(bytes / 1_024).toFixed(1)} kB`;
const ms = (/** @type {number} */ value) => `${value.toFixed(0)} ms`;

/** @type {readonly { measure: Measure, name: string, say: (value: number) => string, steady?: boolean }[]} `steady`: no spread */
const LINES = [
  { measure: "bytes", name: "bytes, brotli", say: kB, steady: true },
  { measure: "wire", name: "of these over the network", say: kB, steady: true },
  { measure: "requests", name: "files and requests", say: String, steady: true },
  { measure: "script", name: "script time", say: ms },
  { measure: "busy", name: "main thread, all work", say: ms },
  { measure: "longest", name: "longest task with script", say: ms },
  { measure: "blocking", name: "blocking time", say: ms },
  { measure: "paint", name: "until the page shows something (FCP)", say: ms },
  { measure: "dialog", name: "until the dialog can be seen", say: ms },
  { measure: "delay", name: "of this, after the empty page would have shown itself", say: ms },
  { measure: "heap", name: "heap", say: kB, steady: true },
];

/** @param {Measure} measure @param {number} value */
export const sayOf = (measure, value) => LINES.find((line) => line.measure === measure)?.say(value) ?? "";

export const TITLES = {
  first: "First visit, nothing chosen yet",
  returning: "Returning visitor who agreed to everything",
};

/** What the words of the table mean. */
export const MEANING = [
  "Medians, quartiles in brackets; ratios are those of the medians, rounded up. Bytes, script time, all work and heap are beyond those of the empty page.",
  "Script time: what the main thread spent compiling and running scripts, without the styles and layouts that they forced, since most of that comes anyway; all work has it.",
  "Longest task: of those in which a script ran; of one that also parses or draws the page, its scripts alone, with what they made it lay out.",
  "Blocking time: of all tasks of the page, what each takes beyond 50 ms.",
  "The dialog can be seen once a frame was drawn in which it is on the screen and not transparent.",
  "Heap: after a forced collection. Sent: what tells of the visitor, beyond asking for files.",
].join(" ");

/** How the others were set up. */
export const FAIRNESS = [
  "Each by its documentation, self-hosted on the page's own origin, bundled and tree-shaken by esbuild, deferred, as immutable files in brotli 11.",
  "vanilla-cookieconsent asks for the same five purposes, names the same eight services and wears the same colours and font;",
  "Snowplow sends one page view, without consent in the mode that its documentation has for that (no id, nothing stored);",
  "GrowthBook evaluates six features from its script, without a request, on attributes that the shop keeps.",
  "By hand: the least that anybody can do, and no tool. On a first visit a dialog with the same sentences, which stands in the page itself, and the same one brought by a script of 1 kB whose buttons do nothing; for somebody who returns the bare calls of the browser, once each (fill two slots, keep a page view, send it, let go of it), and as a script in two files those that our promises need: a profile and an outbox of their own, each changed in one step, and one sender. Neither decides anything.",
  "Where the other two wait for consent, the first visit of all three is that of vanilla-cookieconsent alone.",
  "Each visit is the first of its renderer: about half of the script time of all three is Snowplow's first use of Intl there, which later pages of one tab do not pay again, and which Ghostlight spares itself where the browser has Temporal, as this one; where it has not, it pays as much.",
].join(" ");

/** @param {readonly Row[]} rows @param {Visit} visit @returns {string[][]} the first is the head */
export function cellsOf(rows, visit) {
  const found = CANDIDATES.map(({ id }) => rows.find((row) => row.candidate === id && row.visit === visit));
  const head = ["", ...CANDIDATES.map(({ name }) => name), "Ghostlight to all three"];
  const lines = LINES.map(({ measure, name, say, steady }) => {
    const cells = found.map((row) => {
      const spread = row?.spreads[measure];
      if (!spread) return "–";
      return say(spread.median) + (steady ? "" : ` (${spread.low.toFixed(0)}–${spread.high.toFixed(0)})`);
    });
    const ratio = ratioOf(rows, visit, measure, "ghostlight", "stack");
    return [name, ...cells, ratio === undefined ? "–" : `${cutUp(ratio)} ×`];
  }).filter((line) => line.some((cell, index) => index > 0 && cell !== "–"));
  const shift = found.map((row) => (row?.runs ? String(Number(row.shift.toFixed(4))) : "–"));
  const kept = found.map((row) => (row ? countInWords(row.kept) || "nothing" : "–"));
  const told = found.map((row) => (row ? (row.told.requests && sentInWords(row.told)) || "nothing" : "–"));
  const when = visit === "first" ? " before a choice" : "";
  return [
    head,
    ...lines,
    ["layout shift (CLS)", ...shift, "–"],
    [`kept on the device${when}`, ...kept, "–"],
    [`sent${when}`, ...told, "–"],
  ];
}

/**
 * What is kept, by the names that it has: they would make columns too wide to see the last one.
 * @param {readonly Row[]} rows @param {Visit} visit @returns {string} empty where nobody keeps anything
 */
export function keptByName(rows, visit) {
  const said = CANDIDATES.flatMap(({ id, name }) => {
    const kept = rows.find((row) => row.candidate === id && row.visit === visit)?.kept ?? [];
    return kept.length ? [`${name}: ${kept.join(", ")}`] : [];
  });
  return said.length ? `Kept by name. ${said.join("; ")}.` : "";
}

/** @param {readonly string[]} kept each begins with its kind */
function countInWords(kept) {
  const cookies = kept.filter((one) => one.startsWith("cookie ")).length;
  const counts = Object.entries({ cookies, storage: kept.length - cookies });
  return counts.flatMap(([kind, count]) => (count ? [`${kind}: ${count}`] : [])).join(", ");
}

/** @param {Row["told"]} told */
const sentInWords = ({ requests, bytes }) => `${requests} request${requests === 1 ? "" : "s"}, ${bytes} B`;

/** @param {readonly Row[]} rows @returns {string[]} */
export function renderTerminal(rows) {
  return VISITS.flatMap((visit) => {
    const [head = [], ...lines] = cellsOf(rows, visit);
    const names = head.slice(1);
    // A block for each measure: so many columns are wider than a terminal.
    const blocks = lines.flatMap(([name, ...cells]) => [`  ${name}`, ...blockOf(names, cells)]);
    return [TITLES[visit], ...blocks, keptByName(rows, visit), ""];
  });
}

/** @param {readonly string[]} names @param {readonly string[]} cells */
const blockOf = (names, cells) =>
  cells.flatMap((cell, index) => (cell === "–" ? [] : [`    ${names[index]?.padEnd(24)} ${cell}`]));
