// @ts-check
/** What many runs come to. */
import { spreadOf } from "../figures.mjs";

/** @typedef {import("../figures.mjs").Spread} Spread */
/** @typedef {import("./candidates.mjs").Visit} Visit */

/** What is more with one candidate than with another. `delay`: from the empty page's first frame until the dialog. */
export const MEASURES = /** @type {const} */ ([
  "bytes",
  "wire",
  "requests",
  "script",
  "longest",
  "blocking",
  "busy",
  "paint",
  "dialog",
  "delay",
  "heap",
]);

/** Of these, what the page costs by itself is taken off. @type {readonly Measure[]} */
const BEYOND_EMPTY = ["bytes", "wire", "script", "busy", "heap"];

/** @typedef {typeof MEASURES[number]} Measure */

/**
 * @typedef {object} Row one candidate in one kind of visit
 * @property {string} candidate
 * @property {Visit} visit
 * @property {Partial<Record<Measure, Spread>>} spreads without what it does not have
 * @property {number} shift the most of all runs: it is no noise
 * @property {readonly string[]} kept
 * @property {{ requests: number, bytes: number }} told
 * @property {number} runs that are counted
 * @property {readonly string[]} faults of runs that are not
 */

/** @param {readonly import("./measure.mjs").Series[]} series @returns {Row[]} */
export function summarize(series) {
  const rows = series.map(rowOf);
  return rows.map((row) => {
    const empty = rows.find(({ candidate, visit }) => candidate === "empty" && visit === row.visit);
    const spreads = { ...row.spreads };
    for (const measure of BEYOND_EMPTY) {
      const [own, base] = [spreads[measure], empty?.spreads[measure]?.median];
      if (!own || base === undefined) continue;
      spreads[measure] = beyond(own, base);
    }
    const [dialog, paint] = [spreads.dialog, empty?.spreads.paint?.median];
    if (dialog && paint !== undefined) spreads.delay = beyond(dialog, paint);
    return { ...row, spreads };
  });
}

/** @param {Spread} spread @param {number} base @returns {Spread} */
const beyond = ({ median, low, high }, base) => ({ median: median - base, low: low - base, high: high - base });

/** @param {import("./measure.mjs").Series} series @returns {Row} */
function rowOf({ candidate, visit, runs }) {
  const good = runs.filter(({ faults }) => !faults.length);
  const spreads = MEASURES.flatMap((measure) => {
    if (measure === "delay") return [];
    const values = good.map((run) => run[measure]).filter((value) => value !== undefined);
    return values.length ? [[measure, spreadOf(values)]] : [];
  });
  const told = good.at(-1)?.told ?? [];
  return {
    candidate,
    visit,
    spreads: Object.fromEntries(spreads),
    shift: Math.max(0, ...good.map(({ shift }) => shift)),
    kept: good.at(-1)?.kept ?? [],
    told: { requests: told.length, bytes: told.reduce((sum, { bytes }) => sum + bytes, 0) },
    runs: good.length,
    faults: runs.flatMap(({ faults }) => (faults.length ? [faults.join("; ")] : [])),
  };
}

/**
 * How much of one there is for one of the other; undefined where either has none.
 * @param {readonly Row[]} rows @param {Visit} visit @param {Measure} measure @param {string} one @param {string} other
 */
export function ratioOf(rows, visit, measure, one, other) {
  const median = (/** @type {string} */ id) =>
    rows.find((row) => row.candidate === id && row.visit === visit)?.spreads[measure]?.median;
  const [above, below] = [median(one), median(other)];
  return above === undefined || below === undefined || below <= 0 ? undefined : above / below;
}
