import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sequence } from "../../../test/sequence.ts";
import { issuesOfClause } from "../../../test/site.ts";

describe("whatever stands in a clause", () => {
  const whole: unknown[] = [
    { event: ["A", "B"], where: { x: 1 }, sum: { total: { $gte: 3 } }, between: ["7d", "30d"] },
    { event: "A", distinct: { x: { $gte: 3 } }, within: { days: 3 } },
    sequence(
      { event: "A" },
      { event: ["B"], within: "1d" },
      { last: { $lt: "1y" }, between: ["2026-12-01", "2026-12-24"] },
    ),
    { event: "A", without: { event: "B", where: { x: 1 }, within: "1d" }, session: true },
    { all: [{ silent: { $gt: "1d", $lt: "2mo" } }, { any: [{ fact: { a: 1 } }, { not: { value: "big" } }] }] },
    { affinity: "category", of: "shoes", share: { $gte: 0.3 } },
    { channel: "email", preferred: true },
  ];
  const odd = fc.oneof(
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1e9,
      "",
      "7d",
      "2026-02-30",
      "2026-02-28",
      [],
      {},
      ["7d"],
      ["7d", 1],
      "$gt",
      "x",
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );

  /** The value with something else at one of its places. */
  function changed(value: unknown, place: number, put: unknown): unknown {
    if (place === 0) return put;
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const at = place % (entries.length || 1);
    const inner = entries.map(([key, item], index) => [
      key,
      index === at ? changed(item, Math.floor(place / 3), put) : item,
    ]);
    return Array.isArray(value) ? inner.map(([, item]) => item) : Object.fromEntries(inner);
  }

  test("is taken or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(200), odd, (clause, place, put) => {
        const issues = issuesOfClause(changed(clause, place, put));
        for (const { message, mend } of issues) expect([message, mend]).not.toContain("");
      }),
      { numRuns: 500 },
    );
  });
});
