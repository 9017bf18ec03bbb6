import type {} from "ghostlight";
import { atRest, expect, kept, push, test } from "./edge.ts";

const dialog = { role: "dialog" as const, name: "Your privacy here" };

test.describe("before a choice", () => {
  test("one request shows the dialog, and nothing is kept or sent @row-1 @row-7", async ({ page, edge, watch }) => {
    await page.goto(`${edge.url}/en.html`);
    await expect(page.getByRole(dialog.role, { name: dialog.name })).toBeVisible();
    await page.evaluate(() => window.scrollBy(0, 500));
    await page.mouse.click(600, 40);
    await atRest(page);
    expect(watch.requests).toEqual(["GET /en.html", "GET /queued.js", "GET /g/shop.js"]);
    expect(await kept(page)).toEqual({ cookies: [], storage: [] });
    expect(watch).toMatchObject({ faults: [], console: [] });
  });

  test("events of the page are dropped, but for its own view", async ({ page, edge }) => {
    await page.goto(`${edge.url}/en.html`);
    await push(page, ["track", "Product Viewed", { product_id: "before" }]);
    await page.getByRole("button", { name: "Accept" }).click();
    await push(page, ["track", "Product Viewed", { product_id: "after" }]);
    await expect.poll(async () => (await edge.events()).length).toBe(2);
    const [view, product] = await edge.events();
    expect(view).toMatchObject({ type: "page", properties: { title: "A page", path: "/en.html" } });
    expect(product).toMatchObject({ event: "Product Viewed", properties: { product_id: "after" } });
    expect(product?.context.consent.categoryPreferences).toEqual({
      functional: true,
      analytics: true,
      personalization: true,
    });
  });
});

test("the dialog speaks the language of the page", async ({ page, edge }) => {
  await page.goto(`${edge.url}/it.html`);
  const italian = page.getByRole("dialog", { name: "La tua privacy qui" });
  await expect(italian).toContainText("Usiamo i cookie");
  await expect(italian).toHaveAttribute("lang", "it");
  await italian.getByRole("button", { name: "Accetta" }).click();
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("<b>Ciao</b>");
});

test("a text of the site file stays text, a template's content is cloned, a refusal brings the default back", async ({
  page,
  edge,
}) => {
  await page.goto(`${edge.url}/en.html`);
  const slot = page.locator("[data-gl-slot=hello]");
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(slot).toHaveText("<b>Welcome</b>");
  await expect(slot.locator("b")).toHaveCount(0);
  for (const id of ["a", "b", "c"]) await push(page, ["track", "Product Viewed", { product_id: id }]);
  await expect(slot.locator("em")).toHaveText("Back again");
  const stages = () => page.evaluate(() => Reflect.get(window, "stages"));
  await expect.poll(stages).toEqual(["undefined → new", "new → lead"]);
  await page.getByRole("button", { name: "Cookie choices" }).click();
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(slot).toHaveText("Default");
  await expect
    .poll(() => kept(page))
    .toEqual({
      cookies: ["ghostlight=1.20778.0.functional:0.analytics:0.personalization:0".replace("20778", today())],
      storage: [],
    });
});

test("strict CSP and Trusted Types see no violation from the first dialog to a withdrawal", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/en.html`);
  await push(page, ["debug"]);
  await page.getByRole("button", { name: "Accept" }).click();
  for (const id of ["a", "b", "c"]) await push(page, ["track", "Product Viewed", { product_id: id }]);
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("Back again");
  await page.getByRole("button", { name: "Cookie choices" }).click();
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("Default");
  await atRest(page);
  expect(await page.evaluate(() => Reflect.get(window, "violations"))).toEqual([]);
  expect(watch.faults).toEqual([]);
});

test("a script that is on the page three times warns twice and works once", async ({ page, edge, watch }) => {
  await page.goto(`${edge.url}/twice.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  await push(page, ["track", "Product Viewed", { product_id: "a" }]);
  await expect.poll(async () => (await edge.events()).map(({ type }) => type)).toEqual(["page", "track"]);
  await expect.poll(() => watch.console).toEqual(Array(2).fill(expect.stringContaining("twice on this page")));
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("what a page pushes wrongly is named on the console and harms nothing", async ({ page, edge, watch }) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  await page.evaluate(() => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const wrong: unknown[] = [
      ["trak", "Product Viewed"],
      ["constructor"],
      ["consent.constructor.constructor", "window.hacked = true"],
      ["track"],
      ["track", 5],
      ["track", "Circle", circle],
      ["track", "Big", { n: BigInt(1) }],
      ["track", "List", [1]],
      null,
      5,
      [],
      () => {
        throw new Error("the page's own");
      },
      ["on", "stage", () => Promise.reject(new Error("late"))],
      ["track", "Good", {}],
    ];
    window.ghostlight?.push(...(wrong as never[]));
  });
  await expect.poll(async () => (await edge.events()).map(({ event }) => event)).toEqual([undefined, "Good"]);
  const told = () => watch.console.filter((line) => line.startsWith("error: ghostlight:")).length;
  await expect.poll(told).toBeGreaterThanOrEqual(12);
  expect(watch.faults).toEqual([]);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});

test("the page goes on where the edge is down, and its events arrive when it is back", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/en.html`);
  await page.route("**/g/shop/e", (route) => route.abort());
  await page.getByRole("button", { name: "Accept" }).click();
  await push(page, ["track", "Product Viewed", { product_id: "a" }]);
  await expect.poll(() => watch.requests.filter((request) => request.startsWith("POST")).length).toBeGreaterThan(0);
  await page.unroute("**/g/shop/e");
  await expect.poll(async () => (await edge.events()).length, { timeout: 30_000 }).toBe(2);
  expect(watch.faults).toEqual([]);
});

test("an engine that cannot be loaded leaves page, dialog and choice whole", async ({ page, edge, watch }) => {
  await page.route("**/engine.*", (route) => route.abort());
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(async () => (await kept(page)).cookies).toHaveLength(1);
  await expect.poll(() => watch.requests).toContainEqual(expect.stringContaining("/engine."));
  await atRest(page);
  expect(watch.faults).toEqual([]);
});

function today(): string {
  return String(Math.floor(Date.now() / 86_400_000));
}
