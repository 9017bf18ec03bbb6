import type { Page } from "@playwright/test";
import { atRest, expect, kept, type StoredEvent, test } from "./edge.ts";

test.use({ served: { siteFile: "demo/ghostlight.json", pages: "demo/dist" } });

const welcome = (page: Page) => page.locator("[data-gl-slot=welcome]");
const stageShown = (page: Page) => page.locator("[data-stage][aria-current]");

/** "page /lamps.html" or "Product Viewed", in the order in which they happened. */
function names(events: readonly StoredEvent[]): string[] {
  return events.map(({ type, event, properties }) => (type === "page" ? `page ${properties.path}` : String(event)));
}

async function buy(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Cart/ }).first().click();
  await page.getByRole("link", { name: "To the checkout" }).click();
  await page.getByRole("button", { name: "Fill in somebody made up" }).click();
  await page.getByRole("button", { name: "Place the demo order" }).click();
  await expect(page).toHaveURL(/\/thanks\.html/);
}

test("1. asks for consent, and keeps and sends nothing before the answer @row-1 @row-7", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(edge.url);
  const dialog = page.getByRole("dialog", { name: "Your privacy here" });
  await expect(dialog.getByRole("button", { name: "Accept" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Refuse" })).toBeVisible();
  await expect(dialog).toContainText("Comforts, Statistics, Personal content");
  await dialog.getByRole("button", { name: "What we ask for" }).click();
  await expect(dialog.getByRole("listitem")).toHaveText([/^Comforts/, /^Statistics/, /^Personal content/]);
  await page.goto(`${edge.url}/lamps.html`);
  await page.goto(`${edge.url}/lamps/faro.html`);
  await expect(dialog).toBeVisible();
  await atRest(page);
  expect(await kept(page)).toEqual({ cookies: [], storage: [] });
  expect(watch.requests.filter((request) => !request.startsWith("GET"))).toEqual([]);
  expect(watch.requests.filter((request) => request.includes("/engine."))).toEqual([]);
  expect(watch).toMatchObject({ faults: [], console: [] });
  expect(await edge.events()).toEqual([]);
});

test("2. accepted: page, product, cart and order events reach the store, each exactly once", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(edge.url);
  await page.getByRole("button", { name: "Accept" }).click();
  await page.goto(`${edge.url}/lamps.html`);
  await page.goto(`${edge.url}/lamps/faro.html`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await buy(page);
  await page.reload();
  const expected = [
    "page /",
    "page /lamps.html",
    "Product List Viewed",
    "page /lamps/faro.html",
    "Product Viewed",
    "Product Added",
    "page /cart.html",
    "Cart Viewed",
    "page /checkout.html",
    "Checkout Started",
    "Order Completed",
    "page /thanks.html",
    "page /thanks.html",
  ];
  await expect.poll(async () => names(await edge.events())).toEqual(expected);
  const events = await edge.events();
  expect(new Set(events.map(({ messageId }) => messageId)).size).toBe(expected.length);
  expect(new Set(events.map(({ anonymousId }) => anonymousId)).size).toBe(1);
  const order = events.find(({ event }) => event === "Order Completed");
  expect(order?.properties).toMatchObject({
    order_id: expect.any(String),
    total: expect.any(Number),
    currency: "EUR",
    products: [expect.objectContaining({ product_id: expect.any(String), quantity: 1 })],
  });
  expect(watch.faults).toEqual([]);
});

test("3. the ghost moves from new to lead to occasional, a cart left alone waits, and the home page greets each", async ({
  page,
  edge,
}) => {
  await page.goto(edge.url);
  const greeting = await welcome(page).locator("h1").textContent();
  const seen = [greeting];
  const expectGreeting = async (stage: string): Promise<void> => {
    await expect(welcome(page)).toHaveAttribute("data-gl-experience", `welcome-${stage}`);
    seen.push(await welcome(page).locator("h1").textContent());
  };
  await page.getByRole("button", { name: "Accept" }).click();
  await expectGreeting("new");

  for (const lamp of ["faro", "molo", "righi"]) await page.goto(`${edge.url}/lamps/${lamp}.html`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto(edge.url);
  await expectGreeting("lead");

  await page.getByRole("button", { name: "Demo" }).click();
  await expect(stageShown(page)).toHaveAttribute("data-stage", "lead");
  await page.getByRole("button", { name: "+30 minutes" }).click();
  await expectGreeting("waiting");
  await expect(stageShown(page)).toHaveAttribute("data-stage", "waiting");
  await page.goto(`${edge.url}/lamps/molo.html`);
  await expect(page.locator("[data-gl-slot=strip]")).toHaveAttribute("data-gl-experience", "strip-waiting");

  await buy(page);
  await page.goto(edge.url);
  await expectGreeting("occasional");
  expect(new Set(seen).size).toBe(5);
});

test("3b. the same in Italian", async ({ page, edge }) => {
  await page.goto(`${edge.url}/it/`);
  await page.getByRole("button", { name: "Accetta" }).click();
  await expect(welcome(page)).toHaveAttribute("data-gl-experience", "welcome-new");
  for (const lamp of ["faro", "molo", "righi"]) await page.goto(`${edge.url}/it/lamps/${lamp}.html`);
  await page.goto(`${edge.url}/it/`);
  await expect(welcome(page)).toHaveAttribute("data-gl-experience", "welcome-lead");
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
});

test("4. refused: one small cookie without an id, nothing else kept, nothing sent, default content @row-2 @row-3", async ({
  page,
  edge,
  watch,
  browser,
}) => {
  await page.goto(edge.url);
  const greeting = await welcome(page).textContent();
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const path of ["/lamps.html", "/lamps/faro.html", "/"]) await page.goto(edge.url + path);
  await atRest(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await welcome(page).textContent()).toBe(greeting);
  const { cookies, storage } = await kept(page);
  expect(storage).toEqual([]);
  expect(cookies).toEqual([
    expect.stringMatching(/^ghostlight=1\.\d{5}\.0\.functional:0\.analytics:0\.personalization:0$/),
  ]);
  expect(cookies[0]?.length).toBeLessThanOrEqual(300);
  expect(watch.requests.filter((request) => !request.startsWith("GET") || request.includes("engine"))).toEqual([]);
  expect(await edge.events()).toEqual([]);

  const somebodyElse = await browser.newPage();
  await somebodyElse.goto(edge.url);
  await somebodyElse.getByRole("button", { name: "Refuse" }).click();
  await expect.poll(async () => (await kept(somebodyElse)).cookies).toEqual(cookies);
  await somebodyElse.close();
});

test("an agreement taken back erases the profile and restores the page at once @row-2 @row-8 @row-9", async ({
  page,
  edge,
}) => {
  await page.goto(edge.url);
  const greeting = await welcome(page).textContent();
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(welcome(page)).toHaveAttribute("data-gl-experience", "welcome-new");
  await page.getByRole("contentinfo").getByRole("button", { name: "Cookie choices" }).click();
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(welcome(page)).not.toHaveAttribute("data-gl-experience");
  await expect.poll(() => welcome(page).textContent()).toBe(greeting);
  await expect.poll(async () => (await kept(page)).storage).toEqual([]);
});
