// @ts-check
/** The place of the figures in the README. */

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

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
