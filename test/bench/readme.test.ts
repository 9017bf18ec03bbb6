/** What stands first among the written figures, and where they go. */
import { expect, test } from "vitest";
import { spliceBench, summaryOf } from "./readme.mjs";
import { stampOf } from "./versions.mjs";

const STAMP = "2026-11-22, Node 20";

test("a run in which all holds says so in one line", () => {
  expect(summaryOf([], STAMP)).toBe("2026-11-22, Node 20: in this run all promises hold.");
});

test("each promise that does not hold is named before the figures, in one line", () => {
  const one = summaryOf(["Returning visit, script time: 0.49 × all three"], STAMP);
  expect(one).toBe(
    "2026-11-22, Node 20: **in this run 1 promise does not hold**: Returning visit, script time: 0.49 × all three.",
  );
  const two = summaryOf(["One, a:\n0.9 ×", "two."], STAMP);
  expect(two).toBe("2026-11-22, Node 20: **in this run 2 promises do not hold**: (1) One, a: 0.9 × (2) two.");
});

test("the figures go between the two marks, and nowhere else", () => {
  const readme = "a\n<!-- bench:start -->\nold\n<!-- bench:end -->\nb\n";
  expect(spliceBench(readme, "new")).toBe("a\n<!-- bench:start -->\nnew\n<!-- bench:end -->\nb\n");
  expect(spliceBench("a\n", "new")).toBeUndefined();
});

test("a version that no file names is no stamp", () => {
  expect(stampOf(["hono", "@snowplow/browser-tracker"], "1.2")).toMatch(
    /^\d{4}-\d\d-\d\d, Node [\d.]+, Chromium 1\.2, hono \d[\d.]*, @snowplow\/browser-tracker \d[\d.]*$/,
  );
  expect(() => stampOf(["no-such-package"])).toThrow("no-such-package");
});
