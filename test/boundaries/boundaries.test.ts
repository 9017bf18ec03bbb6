/** Holds the whole tree to its shape: direction, cycles, purity, length. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkFiles, describeViolations } from "./check.ts";
import { readTree } from "./disk.ts";

const files = readTree(fileURLToPath(new URL("../..", import.meta.url)));

test("the packages' sources are found", () => {
  for (const folder of ["packages/rules/src/", "packages/sdk/src/", "packages/edge/src/", "demo/"]) {
    expect([...files.keys()].filter((path) => path.startsWith(folder)).length, folder).toBeGreaterThan(0);
  }
});

test("the tree keeps its boundaries", () => {
  expect(describeViolations(checkFiles(files))).toBe("");
}, 30_000);
