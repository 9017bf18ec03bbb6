// @ts-check
/** Counts tests from the reports of their runners, and says in a table what ran and for how long. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, seconds: number, ok: boolean, counts?: Counts | undefined }} Result
 */

/**
 * Counts from the JSON report of vitest.
 * @param {string} text
 * @returns {Counts}
 */
export function readVitest(text) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text);
  return numbers({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests });
}

/**
 * Counts from the JSON report of Playwright. A flaky test is a failed one.
 * @param {string} text
 * @returns {Counts}
 */
export function readPlaywright(text) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
  return numbers({ passed: expected, failed: unexpected + flaky, skipped });
}

/**
 * All tests of all steps. A step that failed without a failed test of its own, such as the build, counts as one.
 * @param {readonly Result[]} results
 * @returns {Counts}
 */
export function total(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { ok, counts } of results) {
    sum.passed += counts?.passed ?? 0;
    sum.failed += Math.max(counts?.failed ?? 0, ok ? 0 : 1);
    sum.skipped += counts?.skipped ?? 0;
  }
  return sum;
}

/**
 * The table of steps, and as its last line, alone, `N passed, M failed`.
 * @param {readonly Result[]} results
 * @returns {string}
 */
export function summarize(results) {
  const rows = results.map(({ name, seconds, ok, counts }) => [
    name,
    `${seconds.toFixed(1)} s`,
    ok ? "ok" : "FAILED",
    counts ? inWords(counts) : "",
  ]);
  const all = results.reduce((sum, { seconds }) => sum + seconds, 0);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0), at === 1 ? 7 : 5));
  const [step = 0, time = 0, state = 0] = widths;
  const lines = [...rows, ["all", `${all.toFixed(1)} s`, "", ""]].map(
    ([name = "", seconds = "", ok = "", tests = ""]) =>
      `${name.padEnd(step)}  ${seconds.padStart(time)}  ${ok.padEnd(state)}  ${tests}`.trimEnd(),
  );
  const { passed, failed } = total(results);
  return [...lines, "", `${passed} passed, ${failed} failed`].join("\n");
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

/**
 * A report that lacks its numbers is of another version: better no sum than a wrong one.
 * @param {Counts} counts
 * @returns {Counts}
 */
function numbers(counts) {
  if (Object.values(counts).some((count) => !Number.isInteger(count)))
    throw new Error("The test report has no counts.");
  return counts;
}
