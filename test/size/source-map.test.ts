/** Shows that a source map's sources are credited with their characters, and that what no page may load is found. */
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { bannedSources, byPackage, textsOf } from "./source-map.mjs";

describe("texts", () => {
  test("by source, over several lines, with columns that start anew and sources that do not", () => {
    // Line 1: columns 2 (source 0) and 6 (source 1). Line 2: column 0 (source 1), then column 3, of no source.
    const map = { sources: ["a.ts", "b.ts"], mappings: "EAAA,ICAA;AAAA,G" };
    expect([...textsOf(map, "..aaaabb\nbbb???")]).toEqual([
      ["", "..???"],
      ["a.ts", "aaaa"],
      ["b.ts", "bbbbb"],
    ]);
  });

  test("large and negative steps", () => {
    // Column +40 is "wC" (32 + 8: two digits); the source steps back by one with "D".
    const map = { sources: ["a.ts", "b.ts"], mappings: "ACAA,wCDAA" };
    const code = "b".repeat(40) + "a".repeat(10);
    expect(Object.fromEntries(textsOf(map, code))).toEqual({ "b.ts": "b".repeat(40), "a.ts": "a".repeat(10) });
  });

  test("lines without mappings belong to the build", () => {
    expect(Object.fromEntries(textsOf({ sources: ["a.ts"], mappings: ";AAAA" }, "/* by */\nab"))).toEqual({
      "": "/* by */",
      "a.ts": "ab",
    });
  });

  test("of a real minifier, the characters are all accounted for", () => {
    const text = "export const sum = (left: number, right: number) => left + right;\n";
    const { code, map } = transformSync(text, { loader: "ts", minify: true, sourcemap: true, sourcefile: "sum.ts" });
    const found = textsOf(JSON.parse(map), code.trimEnd());
    expect([...found.values()].join("")).toHaveLength(code.trimEnd().length);
    expect(found.get("sum.ts")?.length).toBeGreaterThan(code.length / 2);
  });
});

describe("packages", () => {
  test("libraries by name, ours by folder, the rest as the build's, most first", () => {
    const bySource = new Map([
      ["packages/sdk/src/tag/entry.ts", "x".repeat(5)],
      ["packages/sdk/src/env/clock.ts", "x".repeat(6)],
      ["packages/rules/src/plan.ts", "x".repeat(20)],
      ["node_modules/preact/dist/preact.mjs", "x".repeat(7)],
      ["node_modules/@scope/lib/a.js", "x".repeat(1)],
      ["", "x".repeat(2)],
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
