import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expectJudged, JUDGED } from "./_judged.ts";
import { expect, kept, push, test } from "./edge.ts";

const pages = await mkdtemp(join(tmpdir(), "ghostlight-npm-"));

test.use({ served: { siteFile: "test/browser/pages/site.json", pages } });

test.beforeAll(async () => {
  const code = `
    import { createGhostlight } from "ghostlight";
    const sites = await (await fetch("/g/shop.json")).json();
    window.ghostlight = createGhostlight({ site: sites.en, edge: new URL("/g", location).href });
  `;
  await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outdir: pages,
    entryNames: "main",
  });
  const head = '<meta charset="utf-8"><title>Bundled</title><link rel="icon" href="data:,">';
  const body = '<p data-gl-slot="hello">Default</p><script type="module" src="/main.js"></script>';
  await writeFile(
    join(pages, "index.html"),
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
});

test.afterAll(() => rm(pages, { recursive: true }));

test("from npm, in a bundle: the same dialog, events and content, each part loaded when it is needed", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(edge.url);
  await expect(page.getByRole("dialog")).toBeVisible();
  const before = watch.requests.length;
  expect(await kept(page)).toEqual({ cookies: [], storage: [] });
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("<b>Welcome</b>");
  expect(watch.requests.slice(before).some((request) => request.startsWith("GET /engine"))).toBe(true);
  await push(page, ["track", "Product Viewed", { product_id: "a" }]);
  await expect.poll(async () => (await edge.events()).map(({ type }) => type)).toEqual(["page", "track"]);
  expect(watch).toMatchObject({ faults: [], console: [] });
});

test.describe("with rules that ask for code that few sites have", () => {
  test.use({ served: { siteFile: "test/browser/pages/site.json", pages, patch: { segments: JUDGED } } });

  test("a bundle brings all of it", async ({ page, edge, watch }) => {
    await page.goto(edge.url);
    await page.getByRole("button", { name: "Accept" }).click();
    await expectJudged(page);
    expect(watch).toMatchObject({ faults: [], console: [] });
  });
});
