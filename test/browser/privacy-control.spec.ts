import { expect, kept, push, test } from "./edge.ts";

test.use({ served: { siteFile: "test/browser/pages/gpc.json", pages: "test/browser/pages" } });

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
  }),
);

test("Global Privacy Control denies the sale, is honoured in sight, and spares the question @row-18 @row-19", async ({
  page,
  edge,
}) => {
  await page.goto(`${edge.url}/en.html`);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/privacy control|opt-out request/i);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await kept(page)).cookies)
    .toEqual([expect.stringMatching(/^ghostlight=.*analytics:1/)]);
  expect((await kept(page)).cookies.join()).not.toContain("marketing");
  await push(page, ["preferences.open"]);
  await expect(dialog).toContainText(/privacy control|opt-out request/i);
});

test("the site says at the known address that it honours the signal @row-22", async ({ request, edge }) => {
  const answer = await request.get(`${edge.url}/.well-known/gpc.json`);
  expect(await answer.json()).toEqual({ gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
});
