/** A withdrawal without a reload: what can be put back is, and only what cannot leads to a word about loading again. */
import type { Page } from "@playwright/test";
import { EMBEDS, expect, test } from "./pages/blocking/harness.ts";

const allow = (page: Page, ...granted: string[]): Promise<void> =>
  page.evaluate((purposes) => window.harness.allow(purposes), granted);
/** States of a film that loads nothing: https://html.spec.whatwg.org/multipage/media.html#dom-media-networkstate */
const [EMPTY, NO_SOURCE] = [0, 3];
const stuck = (page: Page): Promise<string[][]> => page.evaluate(() => window.harness.stuck);

test("frames, pictures and films go, with all that runs in them, and their placeholder comes back", async ({
  page,
  origins,
}) => {
  await page.goto(
    `${origins.page(`
      <iframe id="map" width="320" height="180" title="Map" data-purpose="functional" data-src="{third}/map"></iframe>
      <img id="shot" alt="" width="320" height="180" data-purpose="functional" data-src="{third}/shot">
      <video id="film" width="320" height="180" data-purpose="functional" data-src="{third}/film"></video>
      <video id="parts" width="320" height="180"><source data-purpose="functional" data-src="{third}/part"></video>`)}?granted=functional`,
  );
  await expect.poll(() => origins.asked.toSorted()).toEqual(["/film", "/map", "/part", "/shot"]);
  const mapFrames = () => page.frames().filter((frame) => frame.url().endsWith("/map")).length;
  await expect.poll(mapFrames).toBe(1);
  await allow(page);
  await page.evaluate((part) => window.harness.mount(part), EMBEDS);
  await expect.poll(mapFrames).toBe(0);
  await expect(page.getByRole("group")).toHaveCount(3);
  const stateOf = (id: string) => page.locator(id).evaluate((film) => (film as HTMLVideoElement).networkState);
  await expect.poll(async () => [await stateOf("#film"), await stateOf("#parts")]).toEqual([EMPTY, NO_SOURCE]);
  await expect(page.locator("[data-granted], [src*='//localhost']")).toHaveCount(0);
  expect([await stuck(page), await page.evaluate(() => window.harness.violations)]).toEqual([[], []]);
  await allow(page, "functional");
  await expect.poll(mapFrames).toBe(1);
  await expect.poll(() => origins.asked.filter((path) => path === "/part")).toHaveLength(2);
  await expect(page.getByRole("group")).toHaveCount(0);
});

test("a script that ran is told, one that never came is not", async ({ page, origins }) => {
  await page.goto(
    origins.page(`
      <script id="ran" type="text/plain" data-purpose="analytics" src="{third}/ran.js"></script>
      <script id="missing" type="text/plain" data-purpose="analytics" src="{third}/missing.js"></script>
      <script id="waiting" type="text/plain" data-purpose="marketing">0</script>`),
  );
  await page.evaluate(() => {
    document.querySelector("#missing")?.addEventListener("error", () => window.harness.order.push("failed"));
  });
  await allow(page, "analytics");
  await expect.poll(() => origins.asked).toEqual(["/ran.js", "/missing.js"]);
  await expect.poll(() => page.evaluate(() => window.harness.order)).toEqual(["ran", "failed"]);
  await allow(page);
  expect(await stuck(page)).toEqual([["analytics"]]);
});
