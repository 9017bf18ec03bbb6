// @ts-check
/** The place of the figures in the README. */

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/**
 * What stands first: which promises do not hold in this run, so that nobody has to find it among the figures.
 * @param {readonly string[]} faults each promise by its name @param {string} stamp
 */
export function summaryOf(faults, stamp) {
  const named = faults.map((fault) => fault.replace(/\s+/g, " "));
  const [first = ""] = named;
  if (!named.length) return `${stamp}: in this run all promises hold.`;
  if (named.length === 1) return `${stamp}: **in this run 1 promise does not hold**: ${first.replace(/\.?$/, ".")}`;
  const all = named.map((fault, index) => `(${index + 1}) ${fault}`).join(" ");
  return `${stamp}: **in this run ${named.length} promises do not hold**: ${all.replace(/\.?$/, ".")}`;
}

/**
 * The README with `text` between its two marks, or `undefined` where it lacks them.
 * @param {string} readme @param {string} text @returns {string | undefined}
 */
export function spliceBench(readme, text) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) return undefined;
  return `${readme.slice(0, start + START.length)}\n${text}\n${readme.slice(end)}`;
}
