/** Shows that a README with other sizes than the measured ones is a fault, and how writing mends it. */
import { expect, test } from "vitest";
import { readmeFault, spliceTable } from "./readme.mjs";

const readme = (table: string) => `# Title\n\n<!-- size:start -->\n${table}\n<!-- size:end -->\n\nMore.\n`;

test("the table is put between the marks, and nothing else changes", () => {
  expect(spliceTable(readme("| old |"), "| new |")).toBe(readme("| new |"));
  expect(spliceTable("a <!-- size:start --><!-- size:end --> b", "T")).toBe(
    "a <!-- size:start -->\nT\n<!-- size:end --> b",
  );
});

test("a README that agrees has no fault", () => {
  expect(readmeFault(readme("| same |"), "| same |")).toBeUndefined();
});

test("a README that disagrees is told the mend, which works", () => {
  expect(readmeFault(readme("| 4.0 kB |"), "| 4.1 kB |")).toMatch(/other sizes.*npm run size -- --write/);
  expect(readmeFault(spliceTable(readme("| 4.0 kB |"), "| 4.1 kB |") ?? "", "| 4.1 kB |")).toBeUndefined();
});

test.each([["# Title"], ["<!-- size:start -->"], ["<!-- size:end --> <!-- size:start -->"]])(
  "a README without the two marks in order is a fault: %s",
  (text) => {
    expect(spliceTable(text, "T")).toBeUndefined();
    expect(readmeFault(text, "T")).toContain("<!-- size:start -->");
  },
);
