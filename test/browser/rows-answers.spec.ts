import type { Page } from "@playwright/test";
import { drawnWhole } from "./_harness.ts";
import { atRest, expect, kept, push, test, withEdge } from "./edge.ts";

const SITE = { siteFile: "test/browser/pages/rows/site.json", pages: "test/browser/pages/rows" };
const REFUSED = /^ghostlight=1\.\d{5}\.0\.functional:0\.analytics:0\.personalization:0\.marketing:0$/;
const DAY = 86_400_000;

const dialog = (page: Page) => page.getByRole("dialog");

/** What a visitor leaves behind: on the device, and on the wire. */
async function trail(page: Page, url: string, leave: () => Promise<void>): Promise<unknown> {
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "GET" || sent.push(request.method()));
  await page.goto(`${url}/en.html`);
  await expect(dialog(page)).toBeVisible();
  await leave();
  await expect(dialog(page)).toHaveCount(0);
  await page.goto(`${url}/en.html?next`);
  await atRest(page);
  await expect(dialog(page)).toHaveCount(0);
  return { ...(await kept(page)), sent };
}

for (const layout of ["box", "bar", "modal"] as const) {
  test.describe(layout, () => {
    test.use({ served: { ...SITE, patch: { banner: { layout } } } });

    test(`the × of a ${layout}, and Escape within it, leave the visitor as a refusal does @row-5`, async ({
      browser,
      edge,
    }) => {
      const ways: Record<string, (page: Page) => Promise<void>> = {
        refuse: (page) => page.getByRole("button", { name: "Refuse", exact: true }).click(),
        close: (page) => page.getByRole("button", { name: "Close", exact: true }).click(),
        escape: (page) => page.getByRole("button", { name: "Accept", exact: true }).press("Escape"),
      };
      const trails = [];
      for (const way of Object.values(ways)) {
        const context = await browser.newContext();
        const page = await context.newPage();
        trails.push(await trail(page, edge.url, () => way(page)));
        await context.close();
      }
      const [refused, ...others] = trails;
      expect(refused).toEqual({ cookies: [expect.stringMatching(REFUSED)], storage: [], sent: [] });
      expect(others).toEqual([refused, refused]);
    });
  });
}

test.describe("no wall, nothing beforehand", () => {
  test.use({ served: SITE });

  test("an unanswered dialog leaves the page to be read, scrolled and followed, and none of that is a yes @row-7", async ({
    page,
    edge,
    watch,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll("[inert]").length)).toBe(0);
    await page.mouse.move(640, 60);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
    await page.mouse.wheel(0, -900);
    await page.keyboard.press("Space");
    await page.getByRole("link", { name: "Where we are" }).click();
    await expect(page).toHaveURL(/\?next$/);
    await atRest(page);
    await expect(dialog(page)).toBeVisible();
    expect(await kept(page)).toEqual({ cookies: [], storage: [] });
    expect(watch.requests.filter((request) => !request.startsWith("GET") || request.includes("/engine."))).toEqual([]);
    expect(await edge.events()).toEqual([]);
  });

  test("in the center nothing is on until it is switched on, and saving as it is refuses @row-7", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await page.getByRole("button", { name: "Choose one by one" }).click();
    await drawnWhole(page);
    const boxes = dialog(page).locator("input[type=checkbox]");
    // Purposes, ways to be reached and a subject at least.
    expect(await boxes.count()).toBeGreaterThanOrEqual(8);
    for (const box of await boxes.all()) await expect(box).not.toBeChecked();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Refuse", exact: true })).toBeVisible();
    expect(await kept(page)).toEqual({ cookies: [], storage: [] });
    await page.getByRole("button", { name: "Choose one by one" }).click();
    await page.getByRole("button", { name: "Save my choices" }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect.poll(() => kept(page)).toEqual({ cookies: [expect.stringMatching(REFUSED)], storage: [] });
  });
});

test.describe("asked again", () => {
  test.use({ served: SITE });

  for (const answer of ["Accept", "Refuse"]) {
    test(`after "${answer}", not before six months are over, then once more @row-6`, async ({ page, edge }) => {
      const now = Date.now();
      await page.clock.setSystemTime(now);
      await page.goto(`${edge.url}/en.html`);
      await page.getByRole("button", { name: answer, exact: true }).click();
      await expect(dialog(page)).toHaveCount(0);
      const comeBack = async (days: number): Promise<boolean | undefined> => {
        await page.clock.setSystemTime(now + days * DAY);
        await page.reload();
        return page.evaluate(() => {
          const { ghostlight } = window;
          return ghostlight && "consent" in ghostlight ? ghostlight.consent.get().chosen : undefined;
        });
      };
      for (const days of [1, 30, 179]) {
        expect(await comeBack(days)).toBe(true);
        // The declaration of cookies needs the dialog's script as well: a dialog that is due would be there with it.
        await expect(page.locator("[data-ghostlight=cookies] h3")).toHaveCount(5);
        await expect(dialog(page)).toHaveCount(0);
      }
      await atRest(page);
      await expect(dialog(page)).toHaveCount(0);
      expect(await comeBack(183)).toBe(false);
      await expect(dialog(page)).toHaveCount(1);
    });

    test(`after "${answer}", at once where the questions changed, or the answer cannot be read @row-6`, async ({
      page,
      edge,
    }) => {
      await page.goto(`${edge.url}/en.html`);
      await page.getByRole("button", { name: answer, exact: true }).click();
      await withEdge({ ...SITE, patch: { revision: 1 } }, async (changed) => {
        await page.goto(`${changed.url}/en.html`);
        await expect(dialog(page)).toBeVisible();
      });
      const [cookie] = await page.context().cookies();
      if (!cookie) throw new Error("nothing was kept");
      await page.context().addCookies([{ ...cookie, value: cookie.value.slice(0, -3) }]);
      await page.goto(`${edge.url}/en.html`);
      await expect(dialog(page)).toBeVisible();
    });
  }
});

test.describe("a new purpose", () => {
  test.use({ served: { ...SITE, patch: { services: { openstreetmap: true } } } });

  test("only it is unset and asked about; the answer to it leaves the others as they were @row-12", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await page.getByRole("button", { name: "Choose one by one" }).click();
    for (const name of ["Statistics", "Comforts"]) await page.getByRole("switch", { name }).click();
    await page.getByRole("button", { name: "Save my choices" }).click();
    const answers = async () => (await kept(page)).cookies[0];
    await expect.poll(answers).toMatch(/\.functional:1\.analytics:1\.personalization:0$/);
    await withEdge(SITE, async (grown) => {
      await page.goto(`${grown.url}/en.html`);
      await expect(dialog(page)).toContainText("Marketing");
      for (const name of ["Statistics", "Comforts", "Personal content"]) {
        await expect(dialog(page)).not.toContainText(name);
      }
      await page.getByRole("button", { name: "What we ask for" }).click();
      await expect(dialog(page).getByRole("listitem")).toHaveText([/^Marketing/]);
      // What was agreed to goes on meanwhile, what is new does not begin.
      await push(page, ["track", "Product Viewed", { product_id: "a" }]);
      const agreed = { functional: true, analytics: true, personalization: false, marketing: false };
      await expect.poll(async () => (await grown.events()).at(-1)?.context.consent.categoryPreferences).toEqual(agreed);
      await page.getByRole("button", { name: "Choose one by one" }).click();
      for (const [name, on] of [
        ["Comforts", true],
        ["Statistics", true],
        ["Personal content", false],
        ["Marketing", false],
      ] as const) {
        await expect(page.getByRole("switch", { name })).toBeChecked({ checked: on });
      }
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Refuse", exact: true }).click();
      await expect.poll(answers).toMatch(/\.functional:1\.analytics:1\.personalization:0\.marketing:0$/);
      await page.reload();
      await atRest(page);
      await expect(dialog(page)).toHaveCount(0);
    });
  });
});
