/** The dialog comes in one file with the entry to who has not chosen, and every guess of the edge that is wrong costs bytes alone. */
import type { Page } from "@playwright/test";
import { atRest, expect, test } from "./edge.ts";

const SITE = { siteFile: "test/browser/pages/site.json", pages: "test/browser/pages" };

const dialog = (page: Page) => page.getByRole("dialog");

/** Names of the scripts that were asked for since, in order. */
function scriptsOf(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    const [, name] = /\/g\/(?:shop\/[0-9a-f]+\/)?(\w+)\.js$/.exec(request.url()) ?? [];
    if (name) names.push(name);
  });
  return names;
}

/** A page of its own with the script in its head. */
async function open(page: Page, url: string, attributes = ""): Promise<void> {
  await page.route("**/own.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
        <script src="/g/shop.js"${attributes}></script></head><body><main>A page</main></body></html>`,
    }),
  );
  await page.goto(`${url}/own.html`);
}

for (const layout of ["box", "bar", "modal"]) {
  test.describe(`a ${layout}`, () => {
    test.use({ served: { ...SITE, patch: { banner: { layout } } } });

    test("is there with one request, before everything else on the page", async ({ page, edge, watch }) => {
      const scripts = scriptsOf(page);
      await open(page, edge.url);
      await expect(dialog(page)).toBeVisible();
      await expect(dialog(page)).toHaveAttribute("data-layout", layout);
      expect(await page.evaluate(() => document.body.firstElementChild?.getAttribute("role"))).toBe("dialog");
      await atRest(page);
      expect(scripts).toEqual(["shop"]);
      expect(watch.faults).toEqual([]);
    });
  });
}

test("the preference center opens from it with one script more, and the dialog comes back from it with none", async ({
  page,
  edge,
}) => {
  const scripts = scriptsOf(page);
  await page.goto(`${edge.url}/en.html`);
  await dialog(page).getByRole("button", { name: "Choose one by one" }).click();
  await expect(page.getByRole("heading", { name: "What this site knows about you" })).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(dialog(page).getByRole("button", { name: "Accept" })).toBeVisible();
  expect(scripts).toEqual(["shop", "center"]);
});

test.describe("where the page speaks another language than the browser", () => {
  test.use({ locale: "it-IT" });

  test("the dialog of the page's comes by itself", async ({ page, edge }) => {
    const scripts = scriptsOf(page);
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toHaveAttribute("lang", "en");
    expect(scripts).toEqual(["shop", "banner"]);
  });

  test("and where it speaks the same, with the entry", async ({ page, edge }) => {
    const scripts = scriptsOf(page);
    await page.goto(`${edge.url}/it.html`);
    await expect(dialog(page)).toHaveAttribute("lang", "it");
    expect(scripts).toEqual(["shop"]);
  });
});

test("where the site draws its own, none is shown for it", async ({ page, edge, watch }) => {
  await open(page, edge.url, ' data-banner="none"');
  await atRest(page);
  await expect(dialog(page)).toHaveCount(0);
  expect(watch.faults).toEqual([]);
});

test.describe("where the site file wants it so", () => {
  test.use({ served: { ...SITE, patch: { banner: { ahead: false } } } });

  test("the dialog comes by itself", async ({ page, edge }) => {
    const scripts = scriptsOf(page);
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toBeVisible();
    expect(scripts).toEqual(["shop", "banner"]);
  });
});

/** Status and length of the entry's answers. */
function entriesOf(page: Page): { status: number; length: number }[] {
  const seen: { status: number; length: number }[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith("/g/shop.js")) return;
    seen.push({ status: response.status(), length: (await response.text()).length });
  });
  return seen;
}

test("who chose goes on with the file that the browser has; a browser without it gets the entry alone", async ({
  page,
  edge,
  browser,
}) => {
  const first = entriesOf(page);
  await page.goto(`${edge.url}/en.html`);
  await dialog(page).getByRole("button", { name: "Refuse" }).click();
  await atRest(page);
  const headers = { "Sec-Fetch-Site": "same-origin", "Accept-Language": "en" };
  const ask = async (more: Record<string, string>) => {
    const answer = await page.request.get(`${edge.url}/g/shop.js`, { headers: { ...headers, ...more } });
    return { status: answer.status(), length: (await answer.text()).length, tag: answer.headers().etag ?? "" };
  };
  const [asked, chosen] = [await ask({ Cookie: "" }), await ask({})];
  expect(first[0]?.length).toBe(asked.length);
  expect(chosen.length).toBeLessThan(asked.length - 5_000);
  expect(await ask({ "If-None-Match": asked.tag })).toMatchObject({ status: 304, tag: asked.tag });

  const cookies = await page.context().cookies();
  const other = await browser.newContext();
  await other.addCookies(cookies);
  const fresh = await other.newPage();
  const later = entriesOf(fresh);
  await fresh.goto(`${edge.url}/en.html`);
  await atRest(fresh);
  expect(later).toEqual([{ status: 200, length: chosen.length }]);
  await expect(dialog(fresh)).toHaveCount(0);
  await other.close();
});
