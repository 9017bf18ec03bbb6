// @ts-check
/** Keeps the table of sizes in the README equal to what was measured. */

const START = "<!-- size:start -->";
const END = "<!-- size:end -->";

/**
 * The README with `table` between its two marks, or `undefined` where it lacks them.
 * @param {string} readme
 * @param {string} table
 * @returns {string | undefined}
 */
export function spliceTable(readme, table) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) return undefined;
  return `${readme.slice(0, start + START.length)}\n${table}\n${readme.slice(end)}`;
}

/**
 * What is wrong with the README's table, or `undefined`.
 * @param {string} readme
 * @param {string} table as measured
 * @returns {string | undefined}
 */
export function readmeFault(readme, table) {
  const right = spliceTable(readme, table);
  if (right === undefined) return `README.md has no table of sizes: add the lines ${START} and ${END}.`;
  if (right === readme) return undefined;
  return "README.md states other sizes than those measured: run npm run size -- --write";
}
