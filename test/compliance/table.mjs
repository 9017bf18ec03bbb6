// @ts-check
/** Writes the verdicts for a terminal: a block a row, and a last line that counts. */

/**
 * @param {readonly import("./judge.mjs").Verdict[]} verdicts
 * @returns {string}
 */
export function render(verdicts) {
  const blocks = verdicts.map(({ row, tests, fault }) => {
    const head = `${String(row.row).padStart(2)}  ${resultOf(row, fault).padEnd(16)}  ${row.requirement}`;
    const lines = [`${row.source}: ${row.why}`, ...tests.map(({ title, passed }) => `${passed ? "✓" : "✗"} ${title}`)];
    return [head, ...lines.map((line) => `${" ".repeat(22)}${line}`)].join("\n");
  });
  return [...blocks, "", count(verdicts)].join("\n");
}

/**
 * @param {import("./judge.mjs").Row} row
 * @param {string | undefined} fault
 */
function resultOf({ status }, fault) {
  if (status !== "claimed") return status;
  return fault ? "NOT PROVEN" : "claimed, proven";
}

/** @param {readonly import("./judge.mjs").Verdict[]} verdicts */
function count(verdicts) {
  const of = (/** @type {string} */ status) => verdicts.filter(({ row }) => row.status === status);
  const claimed = of("claimed");
  const held = claimed.filter(({ fault }) => !fault);
  return `${held.length} of ${claimed.length} claims proven, ${of("later").length} rows later, ${of("outside software").length} outside software`;
}
