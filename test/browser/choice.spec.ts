/** The choice in its cookie, whatever else writes there: an answer of the edge, and the same site under another `domain`. */
import type { Page } from "@playwright/test";
import { atRest, expect, test, withEdge } from "./edge.ts";

const PAGES = "test/browser/pages";
const state = (page: Page) =>
  page.evaluate(() => {
    const { ghostlight } = window;
    return ghostlight && "consent" in ghostlight ? ghostlight.consent.get() : undefined;
  });
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

/** Refuses in the dialog that a visitor opens who has chosen before. */
async function refuse(page: Page): Promise<void> {
  await press(page, "Cookie choices");
  await press(page, "Refuse");
}

/** Asks for the entry with the cookies that the page has now; the answer is the page's once the returned function is called. */
async function ask(page: Page, url: string): Promise<() => Promise<void>> {
  const context = page.context();
  const cookies = await context.cookies(url);
  const agent = await page.evaluate(() => navigator.userAgent);
  const headers = { "User-Agent": agent, Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const answer = await fetch(url, { headers });
  const written = answer.headers.getSetCookie().map((field) => field.split(";")[0]?.split("=") ?? []);
  expect(written).not.toEqual([]);
  const { hostname: domain } = new URL(url);
  return () => context.addCookies(written.map(([name = "", value = ""]) => ({ name, value, domain, path: "/" })));
}

test.describe("in a browser that deletes what pages wrote", () => {
  test.use({
    userAgent: "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
  });
  test("an answer that was asked for before a withdrawal, and comes after it, brings no grant back", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await press(page, "Accept");
    const come = await ask(page, `${edge.url}/g/shop.js`);
    await refuse(page);
    await come();
    await page.evaluate(() => window.ghostlight?.push(["track", "Seen"]));
    await atRest(page);
    expect(await state(page)).toMatchObject({ chosen: true, purposes: [] });
    for (let times = 0; times < 2; times++) {
      await page.reload();
      await atRest(page);
      expect(await state(page)).toMatchObject({ chosen: true, purposes: [] });
    }
    expect((await edge.events()).map(({ event }) => event)).not.toContain("Seen");
  });

  test("the edge's copy counts once the browser has deleted what the page wrote, and a withdrawal ends it", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await press(page, "Accept");
    const come = await ask(page, `${edge.url}/g/shop.js`);
    await come();
    await page.context().clearCookies({ name: "ghostlight" });
    await page.reload();
    expect(await state(page)).toMatchObject({ chosen: true, purposes: ["functional", "analytics", "personalization"] });
    await refuse(page);
    await page.reload();
    expect(await state(page)).toMatchObject({ chosen: true, purposes: [] });
  });
});

for (const [before, after] of [
  [undefined, "shop.localhost"],
  ["shop.localhost", undefined],
] as const) {
  test(`a refusal lasts where the site's domain was ${before} and is ${after}`, async ({ page }) => {
    const served = (domain?: string) => ({
      siteFile: `${PAGES}/site.json`,
      pages: PAGES,
      patch: { origins: ["http://www.shop.localhost"], ...(domain && { domain }) },
    });
    const at = (url: string) => `${url.replace("localhost", "www.shop.localhost")}/en.html`;
    await withEdge(served(before), (old) =>
      withEdge(served(after), async (edge) => {
        await page.goto(at(old.url));
        await press(page, "Accept");
        await atRest(page);
        // Cookies know no port: the same site, published anew.
        await page.goto(at(edge.url));
        expect(await state(page)).toMatchObject({ chosen: true });
        await refuse(page);
        for (let times = 0; times < 2; times++) {
          await page.reload();
          await atRest(page);
          expect(await state(page)).toMatchObject({ chosen: true, purposes: [] });
        }
      }),
    );
  });
}
