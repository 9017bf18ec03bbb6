/** The maps of the built page scripts lead from a place in the served text to the source of that place. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { expect, test } from "vitest";

const page = new URL("../../packages/edge/dist/page/", import.meta.url);

test.each([
  ["entry", "twice on this page", "sdk/src/tag/take-over.ts"],
  ["entry-calls", "twice on this page", "sdk/src/tag/take-over.ts"],
  ["entry", "Max-Age=", "sdk/src/env/cookie.ts"],
  ["banner", "aria-labelledby", "sdk/src/ui/dialog/mount.ts"],
  ["center", "aria-modal", "sdk/src/ui/center/mount.tsx"],
  ["clean", "trace-left", "sdk/src/clean/apply.ts"],
  ["engine", "Page Viewed", "rules/src/ghost/signal.ts"],
])("in %s, the words «%s» come from %s", (name, words, source) => {
  const text = readFileSync(new URL(`${name}.js`, page), "utf8");
  const map = new SourceMap(JSON.parse(readFileSync(new URL(`${name}.js.map`, page), "utf8")));
  const line = text.split("\n").findIndex((one) => one.includes(words));
  const column = text.split("\n")[line]?.indexOf(words) ?? -1;
  expect(column).toBeGreaterThanOrEqual(0);
  expect(map.findEntry(line, column)).toMatchObject({ originalSource: expect.stringContaining(source) });
});
