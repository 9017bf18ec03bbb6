// @ts-check
/** Matches tests to the rows they are tagged with, and says which claims hold. */

/**
 * @typedef {"claimed" | "later" | "outside software"} Status
 * @typedef {{ row: number, requirement: string, source: string, status: Status, why: string }} Row
 * @typedef {{ title: string, passed: boolean }} Test
 * @typedef {{ row: Row, tests: Test[], fault?: string }} Verdict `fault`: why a claim does not hold
 * @typedef {{ title?: string, suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ title: string, tests: { status: string, results: { status: string }[] }[] }} Spec
 */

const TAG = /@row-(\d+)\b/g;

/**
 * The tests of a Playwright report in JSON, under their full titles. Only one that ran, and passed at once, passed.
 * @param {string} text
 * @returns {Test[]}
 */
export function readTests(text) {
  const { suites } = JSON.parse(text);
  if (!Array.isArray(suites)) throw new Error("This is no report of Playwright in JSON: it has no suites.");
  return suites.flatMap((suite) => testsOf(suite, []));
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} outer
 * @returns {Test[]}
 */
function testsOf({ title = "", suites = [], specs = [] }, outer) {
  const titles = [...outer, title].filter(Boolean);
  const own = specs.map((spec) => ({
    title: [...titles, spec.title].join(" › "),
    passed:
      spec.tests.length > 0 &&
      spec.tests.every(({ status, results }) => status === "expected" && results.at(-1)?.status === "passed"),
  }));
  return [...own, ...suites.flatMap((inner) => testsOf(inner, titles))];
}

/**
 * A claim holds where at least one test has the row's tag and all that have it passed.
 * @param {readonly Row[]} rows
 * @param {readonly Test[]} tests
 * @returns {Verdict[]}
 */
export function judge(rows, tests) {
  return rows.map((row) => {
    const own = tests.filter(({ title }) => rowsOf(title).includes(row.row));
    const fault = row.status === "claimed" ? faultOf(own) : undefined;
    return { row, tests: own, ...(fault && { fault }) };
  });
}

/** @param {readonly Test[]} tests */
function faultOf(tests) {
  if (tests.length === 0) return "no test";
  const failed = tests.filter(({ passed }) => !passed).length;
  return failed ? `${failed} of ${tests.length} failed or did not run` : undefined;
}

/**
 * Tags that name no row: a slip of the pen would leave a row without its proof.
 * @param {readonly Row[]} rows
 * @param {readonly Test[]} tests
 * @returns {string[]}
 */
export function strayTags(rows, tests) {
  const known = rows.map(({ row }) => row);
  return tests.flatMap(({ title }) =>
    rowsOf(title)
      .filter((row) => !known.includes(row))
      .map((row) => `@row-${row} in "${title}"`),
  );
}

/** @param {string} title */
function rowsOf(title) {
  return [...title.matchAll(TAG)].map(([, row]) => Number(row));
}
