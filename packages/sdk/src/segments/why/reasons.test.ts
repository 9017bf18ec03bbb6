import type { Explanation } from "@ghostlight/rules";
import { expect, test } from "vitest";
import { reasonsOf } from "./reasons.ts";

const part = (of: unknown, actual: number | undefined, held = true, kind = "count"): Explanation => ({
  kind,
  held,
  of,
  ...(actual !== undefined && { actual }),
});
const all = (parts: readonly Explanation[], kind = "all", held = true): Explanation => ({ kind, held, parts });

test.each<[string, Explanation | undefined, readonly string[]]>([
  ["nothing", undefined, []],
  ["what does not hold", part("A", 3, false), []],
  ["a count", part("Product Viewed", 3), ["Product Viewed: 3"]],
  ["a sum, to the cent", part("Order Completed|sum", 99.999, true, "sum"), ["Order Completed|sum: 100"]],
  ["an age, in whole days", part("Order Completed", 12.9 * 86_400_000, true, "last"), ["Order Completed: 12 d"]],
  ["a clause without a figure", part("marketing", undefined, true, "consent"), []],
  ["a clause about no one thing", part({ category: "shoes" }, 0.5, true, "share"), []],
  ["those that hold among several", all([part("A", 1), part("B", 0, false)], "any"), ["A: 1"]],
  ["each once, however deep", all([part("A", 1), all([part("A", 1), part("B", 2)])]), ["A: 1", "B: 2"]],
  ["no reasons for what is missing", all([all([part("A", 1)], "not")]), []],
])("%s", (_, explanation, expected) => {
  expect(reasonsOf(explanation)).toEqual(expected);
});
