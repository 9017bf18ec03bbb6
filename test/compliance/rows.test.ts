import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Row } from "./judge.mjs";
import { render } from "./table.mjs";

const { rows }: { rows: Row[] } = JSON.parse(readFileSync(new URL("rows.json", import.meta.url), "utf8"));
const specs = new URL("../browser/", import.meta.url);
const text = readdirSync(specs)
  .filter((name) => name.endsWith(".spec.ts"))
  .map((name) => readFileSync(new URL(name, specs), "utf8"))
  .join("\n");
const tagged = [...text.matchAll(/@row-(\d+)\b/g)].map(([, row]) => Number(row));

describe("the rows", () => {
  test("are numbered from 1 without a gap", () => {
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1));
  });

  test.each(rows)("$row says what is asked, by whom, and where we stand", (row) => {
    expect(["claimed", "later", "outside software"]).toContain(row.status);
    for (const part of [row.requirement, row.source, row.why]) expect(part).toMatch(/\S{2}/);
  });

  test.each(rows.filter(({ status }) => status === "claimed"))(
    "$row is claimed, and some test has its tag",
    ({ row }) => {
      expect(tagged).toContain(row);
    },
  );
});

test("the table names row, claim, tests and results, and ends with the count", () => {
  const [first, second] = rows;
  if (!first || !second) throw new Error("no rows");
  const table = render([
    { row: { ...first, status: "claimed" }, tests: [{ title: "quiet @row-1", passed: true }] },
    { row: { ...second, status: "claimed" }, tests: [{ title: "loud @row-2", passed: false }], fault: "1 of 1 failed" },
    { row: { ...second, row: 3, status: "later" }, tests: [] },
  ]);
  expect(table).toContain(` 1  claimed, proven   ${first.requirement}`);
  expect(table).toContain("✓ quiet @row-1");
  expect(table).toContain(` 2  NOT PROVEN        ${second.requirement}`);
  expect(table).toContain("✗ loud @row-2");
  expect(table).toContain(" 3  later ");
  expect(table.split("\n").at(-1)).toBe("1 of 2 claims proven, 1 rows later, 0 outside software");
});
