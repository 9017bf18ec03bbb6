// @ts-check
/** A table in the README's language. */

/** @param {readonly (readonly string[])[]} cells the first line is the head @returns {string[]} */
export const markdownOf = ([head = [], ...lines]) =>
  [head, head.map((_, column) => (column ? "---:" : "---")), ...lines].map((line) => `| ${line.join(" | ")} |`);
