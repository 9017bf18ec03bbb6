/**
 * When the engine of a visitor who granted is asked for: in the entry's own task. Nothing comes earlier: Chromium 156
 * ignores `Link: rel=modulepreload` and `rel=preload` on a script's answer (six runs, four times slowed down: the request
 * came from the script all the same), and the page's HTML, which could hold such a link, does not know the address.
 */
import { atRest, expect, test } from "./edge.ts";

test("the engine is asked for while the parser still waits for the script after the entry", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  await atRest(page);
  const engine = page.waitForRequest(/\/engine\.js$/, { timeout: 5_000 });
  await page.route("**/late.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
        <script src="/g/shop.js"></script><script src="/late.js"></script></head>
        <body><p data-gl-slot="hello">Default</p></body></html>`,
    }),
  );
  let isLate = false;
  let state = "";
  await page.route("**/late.js", async (route) => {
    isLate = await engine.then(
      () => false,
      () => true,
    );
    state = await page.evaluate(() => document.readyState);
    await route.fulfill({ contentType: "text/javascript", body: "" });
  });
  await page.goto(`${edge.url}/late.html`);
  expect([isLate, state]).toEqual([false, "loading"]);
  expect((await engine).resourceType()).toBe("script");
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("<b>Welcome</b>");
  expect(watch.faults).toEqual([]);
});
