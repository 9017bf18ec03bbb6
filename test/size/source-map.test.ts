/** Shows that a source map's sources are credited with their characters, and that what no page may load is found. */
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { bannedSources, byPackage, shares } from "./source-map.mjs";

describe("shares", () => {
  test("by source, over several lines, with columns that start anew and sources that do not", () => {
    // Line 1: columns 2 (source 0) and 6 (source 1). Line 2: column 0 (source 1), then column 3, of no source.
    const map = { sources: ["a.ts", "b.ts"], mappings: "EAAA,ICAA;AAAA,G" };
    expect([...shares(map, "..aaaabb\nbbb???")]).toEqual([
      ["", 5],
      ["a.ts", 4],
      ["b.ts", 5],
    ]);
  });

  test("large and negative steps", () => {
    // Column +40 is "wC" (32 + 8: two digits); the source steps back by one with "D".
    const map = { sources: ["a.ts", "b.ts"], mappings: "ACAA,wCDAA" };
    expect(Object.fromEntries(shares(map, "x".repeat(50)))).toEqual({ "b.ts": 40, "a.ts": 10 });
  });

  test("lines without mappings belong to the build", () => {
    expect(Object.fromEntries(shares({ sources: ["a.ts"], mappings: ";AAAA" }, "/* by */\nab"))).toEqual({
      "": 8,
      "a.ts": 2,
    });
  });

  test("of a real minifier, the characters are all accounted for", () => {
    const text = "export const sum = (left: number, right: number) => left + right;\n";
    const { code, map } = transformSync(text, { loader: "ts", minify: true, sourcemap: true, sourcefile: "sum.ts" });
    const found = shares(JSON.parse(map), code.trimEnd());
    expect([...found.values()].reduce((a, b) => a + b)).toBe(code.trimEnd().length);
    expect(found.get("sum.ts")).toBeGreaterThan(code.length / 2);
  });
});

describe("packages", () => {
  test("libraries by name, ours by folder, the rest as the build's, most first", () => {
    const bySource = new Map([
      ["packages/sdk/src/tag/entry.ts", 5],
      ["packages/sdk/src/env/clock.ts", 6],
      ["packages/rules/src/plan.ts", 20],
      ["node_modules/preact/dist/preact.mjs", 7],
      ["node_modules/@scope/lib/a.js", 1],
      ["", 2],
    ]);
    expect(byPackage(bySource)).toEqual([
      ["packages/rules", 20],
      ["packages/sdk", 11],
      ["preact", 7],
      ["build", 2],
      ["@scope/lib", 1],
    ]);
  });
});

describe("what no page may load", () => {
  test.each([
    ["node_modules/valibot/dist/index.mjs"],
    ["node_modules/@valibot/to-json-schema/dist/index.mjs"],
    ["packages/rules/src/site/schema.ts"],
    ["packages/edge/src/serve/compose.ts"],
  ])("%s is found", (source) => {
    expect(bannedSources(["packages/sdk/src/create.ts", source])).toEqual([source]);
  });

  test("the rest may", () => {
    expect(bannedSources(["packages/rules/src/plan.ts", "packages/sdk/src/env/site.ts", ""])).toEqual([]);
  });
});
