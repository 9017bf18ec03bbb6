/** The built page scripts as the edge publishes them find and fit one another. Needs `npm run build`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkSite, lawsOf } from "@ghostlight/rules/site";
import { afterAll, expect, test } from "vitest";
import { readArtefacts } from "../../packages/edge/src/cli/artefacts.ts";
import { packNode } from "../../packages/edge/src/serve/pack-node.ts";
import { publishSite } from "../../packages/edge/src/serve/publish.ts";

const page = new URL("../../packages/edge/dist/page/", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "ghostlight-published-"));
afterAll(() => rmSync(folder, { recursive: true }));

const checked = checkSite({ site: "shop", origins: ["https://shop.example"], languages: ["en", "it"] });
if (!checked.ok) throw new Error("The site of this test is faulty.");
const artefacts = await readArtefacts(page);
if (artefacts === undefined) throw new Error("The page scripts are not built: run npm run build first.");
const { fixed } = publishSite(checked.site, artefacts, packNode, lawsOf(checked.site));
// Node takes a script for a module by its package.
writeFileSync(join(folder, "package.json"), '{"type":"module"}');
for (const [path, { bodies }] of fixed) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bodies.identity);
}
const scripts = [...fixed.keys()].filter((path) => path.endsWith(".js"));

test.each(scripts.map((path) => [path.replace(/\/[0-9a-f]{12}\//, "/…/"), path]))(
  "%s loads with all that it imports, and can be started",
  async (_, path) => {
    const chunk = await import(pathToFileURL(join(folder, path)).href);
    expect(chunk.start).toBeDefined();
  },
);

/** What is given, and by which script beside it. */
const PAIRS = [
  ["center", "banner", "/ui/dialog/mount.ts"],
  ["why", "engine", "/clause/evaluate.ts"],
] as const;

test("each script is whole by itself: none imports another", () => {
  for (const path of scripts) {
    const text = readFileSync(join(folder, path), "utf8");
    const imports = [...text.matchAll(/\bfrom"(\.[^"]+)"/g)].map(([, name]) => name);
    expect(imports, path).toEqual([]);
  }
});

/** Whose code a script is, with what features bring. */
function sourcesOf(name: (typeof PAIRS)[number][0 | 1]): string[] {
  const map = JSON.parse(artefacts?.maps?.[name] ?? "{}");
  const maps: { sources: string[] }[] = map.sections?.map((section: { map: unknown }) => section.map) ?? [map];
  return maps.flatMap(({ sources }) => sources);
}

test.each(PAIRS)("%s has no second copy of what %s brings, such as %s", (second, first, shared) => {
  const twice = sourcesOf(second).filter((source) => sourcesOf(first).includes(source));
  expect(twice).toEqual([]);
  expect(sourcesOf(first).some((source) => source.includes(shared))).toBe(true);
});

test("what explains is in no engine", () => {
  expect(sourcesOf("engine").filter((source) => /why|interests|condition\/evaluate/.test(source))).toEqual([]);
});
