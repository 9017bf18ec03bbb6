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

test("only the center imports, and only from the banner that is beside it", () => {
  for (const path of scripts) {
    const text = readFileSync(join(folder, path), "utf8");
    const imports = [...text.matchAll(/\bfrom"(\.[^"]+)"/g)].map(([, name]) => name);
    expect(imports, path).toEqual(path.endsWith("/center.js") ? ["./banner.js"] : []);
  }
});

test("the center has no second copy of what the banner brings", () => {
  const sources = (name: string): string[] => JSON.parse(artefacts.maps?.[name as "banner"] ?? "{}").sources;
  const twice = sources("center").filter((source) => sources("banner").includes(source));
  expect(twice).toEqual([]);
  expect(sources("banner").some((source) => source.includes("/preact/"))).toBe(true);
});
