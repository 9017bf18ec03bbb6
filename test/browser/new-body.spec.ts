/** A page that takes another body while it lives, as Turbo and htmx have it do, takes the question along. */
import type { Page } from "@playwright/test";
import { expect, kept, test } from "./edge.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Your privacy here" });

/** As Turbo does: the next page's text, parsed, and its body in the place of this one's. */
async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate(async (path) => {
    const text = await (await fetch(path)).text();
    // What is parsed here runs nothing; the policy of the page has only its own way to say so.
    const next = document.implementation.createHTMLDocument();
    next.body.append(`The text of ${path}, ${text.length} characters`);
    next.body.prepend(Object.assign(next.createElement("button"), { textContent: "On the next page" }));
    document.body.replaceWith(document.adoptNode(next.body));
    history.pushState({}, "", path);
  }, path);
}

test("the dialog comes along, unfolded as it was, and its answer counts", async ({ page, edge, watch }) => {
  await page.goto(`${edge.url}/en.html`);
  await dialog(page).getByRole("button", { name: "What we ask for" }).click();
  for (const path of ["/it.html", "/unset.html", "/en.html"]) {
    await turnTo(page, path);
    await expect(page.getByText(`The text of ${path}`)).toBeVisible();
    await expect(dialog(page)).toBeVisible();
    await expect(dialog(page).getByRole("listitem")).toHaveCount(3);
  }
  await page.getByRole("button", { name: "On the next page" }).click();
  await dialog(page).getByRole("button", { name: "Accept" }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect((await kept(page)).cookies[0]).toContain("analytics:1");
  await turnTo(page, "/it.html");
  await page.waitForTimeout(300);
  await expect(dialog(page)).toHaveCount(0);
  expect(watch).toMatchObject({ faults: [], console: [] });
});

test.describe("a modal", () => {
  test.use({
    served: {
      siteFile: "test/browser/pages/site.json",
      pages: "test/browser/pages",
      patch: { banner: { layout: "modal" } },
    },
  });

  test("holds the next page as it held the first, and gives it back", async ({ page, edge }) => {
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toBeVisible();
    await turnTo(page, "/it.html");
    await expect(dialog(page).getByRole("heading")).toBeFocused();
    const next = page.getByText("On the next page");
    expect(await next.evaluate((one) => one.closest("[inert]") !== null)).toBe(true);
    await dialog(page).getByRole("button", { name: "Refuse" }).click();
    await expect(dialog(page)).toHaveCount(0);
    await page.getByRole("button", { name: "On the next page" }).click();
    expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe("");
  });
});
