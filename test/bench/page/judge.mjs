// @ts-check
/** What is promised of our page beside the stack, and whether it holds. */
import { cutUp } from "../figures.mjs";
import { LONG } from "./spans.mjs";
import { ratioOf } from "./summary.mjs";

/** @typedef {import("./summary.mjs").Row} Row */
/** @typedef {import("./summary.mjs").Visit} Visit */

/** Of what the stack needs, at most. */
const SCRIPT = 1 / 4;
const DIALOG = 1 / 2;

/** @typedef {{ text: string, ok: boolean }} Verdict */

/** @param {readonly Row[]} rows @returns {Verdict[]} */
export function judge(rows) {
  return [
    ...ran(rows),
    atMost(rows, "first", "script", SCRIPT, "script time", "tagged"),
    atMost(rows, "first", "dialog", DIALOG, "time until the dialog can be seen", "tagged"),
    atMost(rows, "first", "delay", DIALOG, "of this after the empty page would have shown itself", "tagged"),
    noLongTask(rows, "first"),
    noShift(rows, "first"),
    atMost(rows, "returning", "script", SCRIPT, "script time", "tagged"),
    noLongTask(rows, "returning"),
    noShift(rows, "returning"),
  ];
}

/** @param {Visit} visit */
const inWords = (visit) => `${visit === "first" ? "First" : "Returning"} visit`;

/** @param {readonly Row[]} rows @param {Visit} visit */
const ours = (rows, visit) => rows.find((row) => row.candidate === "ghostlight" && row.visit === visit);

/**
 * @param {readonly Row[]} rows @param {Visit} visit @param {import("./summary.mjs").Measure} measure
 * @param {number} most @param {string} name @param {string} least the candidate that nobody can be below; it is said, and changes nothing
 * @returns {Verdict}
 */
function atMost(rows, visit, measure, most, name, least) {
  const ratio = ratioOf(rows, visit, measure, "ghostlight", "stack");
  const floor = ratioOf(rows, visit, measure, least, "stack");
  const found = ratio === undefined ? "not measured" : `${cutUp(ratio)} × all three`;
  const beside = floor === undefined ? "" : ` (by hand ${cutUp(floor)} ×)`;
  const text = `${inWords(visit)}, ${name}: ${found}, at most ${most} ×${beside}`;
  return { text, ok: ratio !== undefined && ratio <= most };
}

/** @param {readonly Row[]} rows @param {Visit} visit @returns {Verdict} */
function noLongTask(rows, visit) {
  const longest = ours(rows, visit)?.spreads.longest?.median;
  const found = longest === undefined ? "not measured" : `${longest.toFixed(0)} ms`;
  return {
    text: `${inWords(visit)}, longest task with our script: ${found}, at most ${LONG} ms`,
    ok: longest !== undefined && longest <= LONG,
  };
}

/** @param {readonly Row[]} rows @param {Visit} visit @returns {Verdict} */
function noShift(rows, visit) {
  const row = ours(rows, visit);
  const found = row?.runs ? row.shift.toFixed(4) : "not measured";
  return { text: `${inWords(visit)}, layout shift: ${found}, at most 0`, ok: Boolean(row?.runs) && row?.shift === 0 };
}

/** Ours does its job in every run, all others in most. @param {readonly Row[]} rows @returns {Verdict[]} */
function ran(rows) {
  return rows
    .filter(({ candidate, runs, faults }) => (candidate === "ghostlight" ? faults.length > 0 : faults.length >= runs))
    .map(({ candidate, visit, faults }) => ({
      text: `${inWords(visit)}, ${candidate} did not do its job: ${faults.join(" | ") || "it never ran"}`,
      ok: false,
    }));
}
