/** Shows that each file of a script is counted once, in the group that names it best, and that none is forgotten. */
import { expect, test } from "vitest";
import { uncounted, weighGroups } from "./groups.mjs";

const groups = [
  { of: "engine", what: "Rules", sources: ["packages/rules/src/"], kB: 1 },
  { of: "engine", what: "Ghost", sources: ["packages/rules/src/ghost/", "packages/sdk/src/ghost/"], kB: 0.001 },
  { of: "engine", what: "The rest", sources: ["packages/sdk/src/tag/", "build"], kB: 1 },
];
const engine = new Map([
  ["packages/rules/src/plan.ts", "pp"],
  ["packages/rules/src/ghost/tally.ts", "ttt"],
  ["packages/sdk/src/ghost/store.ts", "s"],
  ["packages/sdk/src/tag/engine.ts", "e"],
  ["", "bb"],
]);
const sizeOf = (text: string) => ({ min: text.length, gzip: 0, brotli: text.length });

test("a file counts where the longest beginning names it, with all that is beside it", () => {
  const rows = weighGroups(groups, { engine }, sizeOf);
  expect(rows.map(({ what, files, size, budget }) => [what, files, size.brotli, budget])).toEqual([
    ["Rules", ["engine"], 2, 1024],
    ["Ghost", ["engine"], 4, 1.024],
    ["The rest", ["engine"], 3, 1024],
  ]);
  expect(rows.map(({ used }) => used > 1)).toEqual([false, true, false]);
});

test("texts are compressed as one", () => {
  const seen: string[] = [];
  weighGroups(groups, { engine }, (text) => {
    seen.push(text);
    return sizeOf(text);
  });
  expect(seen).toEqual(["pp", "ttts", "ebb"]);
});

test("a file that no group counts is a fault, in the scripts that have groups", () => {
  expect(uncounted(groups, { engine, entry: new Map([["x.ts", "x"]]) })).toEqual([]);
  const more = new Map([...engine, ["node_modules/lib/index.js", "l"]]);
  expect(uncounted(groups, { engine: more })).toEqual([
    "engine.js contains node_modules/lib/index.js, which no group of budgets.json counts.",
  ]);
});

test("a group that counts nothing is a fault: what it named has moved", () => {
  expect(() => weighGroups([{ of: "engine", what: "Gone", sources: ["gone/"], kB: 1 }], { engine }, sizeOf)).toThrow(
    '"Gone"',
  );
});
