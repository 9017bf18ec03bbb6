/** A visit that sends more than a browser carries for pages at one time. */
import { expect, push, test } from "./edge.ts";

test.use({ served: { siteFile: "test/browser/pages/site.json", pages: "test/browser/pages" } });

test("goes on sending: what was answered takes no room any more", async ({ page, edge, watch }) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  const batches = 10;
  for (let batch = 1; batch <= batches; batch++) {
    for (let view = 0; view < 4; view++) {
      await push(page, ["track", "Product Viewed", { product_id: `${batch}-${view}`, text: "x".repeat(5_000) }]);
    }
    // In batches of their own: together they would be cut to what fits.
    await expect.poll(async () => (await edge.events()).length).toBe(1 + 4 * batch);
  }
  expect(watch.faults).toEqual([]);
});
