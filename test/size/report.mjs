// @ts-check
/** Compares measured sizes with the budgets, and writes the two tables: bytes for the terminal, kB for the README. */

/** 1 kB is 1,024 bytes. */
const KB = 1024;

/**
 * @typedef {{ min: number, gzip: number, brotli: number }} Size in bytes
 * @typedef {{ what: string, files: string[], kB: number }} Budget at most so many kB of brotli, each file by itself
 * @typedef {{ what: string, files: string[], size: Size, budget: number, used: number }} Row `used` is a share, 1 is all
 */

/**
 * @param {readonly Budget[]} budgets
 * @param {Readonly<Record<string, Size>>} sizes of the files, by name
 * @returns {Row[]}
 */
export function weigh(budgets, sizes) {
  return budgets.map(({ what, files, kB }) => {
    const size = files.map((file) => sizeOf(sizes, file)).reduce(add);
    const budget = kB * KB;
    return { what, files, size, budget, used: size.brotli / budget };
  });
}

/**
 * What is over its budget, and by how much. One byte is enough.
 * @param {readonly Row[]} rows
 * @returns {string[]}
 */
export function overBudget(rows) {
  return rows
    .filter(({ size, budget }) => size.brotli > budget)
    .map(
      ({ what, files, size, budget }) =>
        `${files.join(" + ")} (${what}) is ${bytes(size.brotli)} B, ${bytes(size.brotli - budget)} B over its ${bytes(budget)} B.`,
    );
}

/**
 * Every file and every budget, in bytes.
 * @param {Readonly<Record<string, Size>>} sizes
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function renderTerminal(sizes, rows) {
  const files = Object.entries(sizes).map(([name, { min, gzip, brotli }]) => [name, ...[min, gzip, brotli].map(bytes)]);
  const budgets = rows.map(({ what, size, budget, used }) => [
    what,
    ...[size.min, size.gzip, size.brotli, budget].map(bytes),
    percent(used),
  ]);
  const head = ["bytes", "min", "gzip", "brotli", "budget", "used"];
  return align([head, ...files, [], ...budgets]);
}

/**
 * The table of the README, in kB.
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function renderReadme(rows) {
  const lines = rows.map(
    ({ what, size, budget, used }) =>
      `| ${what} | ${kilobytes(size.min)} | ${kilobytes(size.gzip)} | ${kilobytes(size.brotli)} | ${kilobytes(budget)} | ${percent(used)} |`,
  );
  return [
    "| What a page loads | minified | gzip | brotli | at most, brotli | used |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

/**
 * What the features of the sample site cost, group by group, in kB; those that come to 0.1 kB.
 * @param {Pick<import("../../packages/edge/src/cli/size/weigh.ts").Sizes, "costs">} sizes
 * @returns {string}
 */
export function renderFeatures({ costs }) {
  const groups = costs.filter(({ path, bytes }) => {
    const [group] = path.split(".");
    const isWhole = path === group || !costs.some((other) => other.path === group);
    return isWhole && bytes.all >= 0.05 * KB;
  });
  const ids = /** @type {const} */ (["entry", "dialog", "center", "returning", "all"]);
  const lines = groups.map(({ path, bytes }) => {
    const cells = ids.map((id) => (Math.abs(bytes[id]) < 0.05 * KB ? "–" : kilobytes(bytes[id])));
    return `| \`${path}\` | ${cells.join(" | ")} |`;
  });
  return [
    "| Without it, brotli less | entry | until the dialog | center | returning | everything |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

/**
 * @param {Readonly<Record<string, Size>>} sizes
 * @param {string} file
 */
function sizeOf(sizes, file) {
  const size = sizes[file];
  if (!size) throw new Error(`budgets.json names "${file}", which is not measured: ${Object.keys(sizes).join(", ")}.`);
  return size;
}

/**
 * @param {Size} a
 * @param {Size} b
 * @returns {Size}
 */
function add(a, b) {
  return { min: a.min + b.min, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli };
}

/** @param {number} value */
function bytes(value) {
  return Math.round(value).toLocaleString("en");
}

/** @param {number} value */
function kilobytes(value) {
  return `${(value / KB).toFixed(1)} kB`;
}

/**
 * Rounded up, so that only what fits says 100 % at most.
 * @param {number} share
 */
function percent(share) {
  return `${Math.ceil(share * 100)} %`;
}

/** @param {readonly string[][]} rows */
function align(rows) {
  const widths = [0, 1, 2, 3, 4, 5].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
