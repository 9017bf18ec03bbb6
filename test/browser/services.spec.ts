/** One service is answered by itself: what it is may run, load and keep, whatever holds for the others. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { atRest, expect, kept, push, test } from "./edge.ts";

test.use({ served: { siteFile: "test/browser/pages/services/site.json", pages: "test/browser/pages" } });

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ran = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, "ran") ?? []);
const names = async (page: Page): Promise<string[]> =>
  (await kept(page)).cookies.map((cookie) => cookie.split("=")[0] ?? "").toSorted();
const stored = async (page: Page): Promise<string[]> =>
  (await kept(page)).storage.filter((name) => name.endsWith("-visits"));
const choice = async (page: Page): Promise<string | undefined> =>
  (await kept(page)).cookies.find((cookie) => cookie.startsWith("ghostlight="));
const frames = (page: Page): string[] =>
  page.frames().flatMap((frame) => /\/services\/(film|map)\.html$/.exec(frame.url())?.[1] ?? []);

async function openCenter(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Choices" }).click();
  const statistics = page.getByRole("listitem").filter({ has: page.getByRole("switch", { name: "Statistics" }) });
  await statistics.locator("summary").click();
}

test("one switched off in the center runs no more, its traces go, and the others' stay", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/services/en.html`);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect.poll(() => ran(page)).toEqual(["counter", "heat"]);
  await expect.poll(() => names(page)).toEqual(["_counter", "_heat", "_shared", "ghostlight"]);
  await openCenter(page);
  const heat = page.getByRole("switch", { name: "Heat map" });
  await expect(heat).toBeChecked();
  await heat.click();
  await expect(page.getByText("1 of 2 on")).toBeVisible();
  await page.evaluate(AXE);
  const broken = await page.evaluate(async () => (await Reflect.get(window, "axe").run(document)).violations);
  expect(broken.map(({ id }: { id: string }) => id)).toEqual([]);
  await page.getByRole("button", { name: "Save my choices" }).click();
  await expect.poll(() => names(page)).toEqual(["_counter", "_shared", "ghostlight"]);
  await expect.poll(() => stored(page)).toEqual(["localStorage counter-visits"]);
  await expect.poll(() => choice(page)).toMatch(/\.analytics:1~heat:0\..*!$/);
  await page.reload();
  await expect.poll(() => ran(page)).toEqual(["counter"]);
  await atRest(page);
  expect([await ran(page), await names(page)]).toEqual([["counter"], ["_counter", "_shared", "ghostlight"]]);
  await openCenter(page);
  await expect(heat).not.toBeChecked();
  await expect(page.getByRole("switch", { name: "Statistics" })).toBeChecked();
  expect(watch.faults).toEqual([]);
});

test("the edge ends the refused one's cookie as well, and no other", async ({ page, edge }) => {
  await page.goto(`${edge.url}/services/en.html`);
  await push(page, ["consent.set", { analytics: true }, { heat: false }]);
  const url = `${edge.url}/`;
  const secret = (name: string) => ({ name, value: "1", url, httpOnly: true });
  await page.context().addCookies([secret("_heat"), secret("_counter"), secret("_shared")]);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["_counter", "_shared", "ghostlight"]);
});

test("«always» for the film does not load the map, now or later", async ({ page, edge, watch }) => {
  await page.goto(`${edge.url}/services/en.html`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  const film = page.getByRole("group", { name: "Film player is not loaded" });
  const map = page.getByRole("group", { name: "City map is not loaded" });
  await film.getByRole("button", { name: "Always load Film player" }).click();
  await expect(film).toHaveCount(0);
  // In the task that took the placeholder away, the frame had its place back; what is in it comes when it comes.
  await expect(page.locator("#film")).toBeVisible();
  await expect.poll(() => frames(page)).toEqual(["film"]);
  await expect.poll(() => choice(page)).toContain(".functional:0~film:1.");
  await page.reload();
  await expect.poll(() => frames(page)).toEqual(["film"]);
  await expect(map).toBeVisible();
  await atRest(page);
  expect(watch.requests).toContain("GET /services/film.html");
  expect(watch.requests).not.toContain("GET /services/map.html");
  await push(page, ["consent.open"]);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  await expect(film).toBeVisible();
  await expect.poll(() => frames(page)).toEqual([]);
  await expect.poll(() => choice(page)).toMatch(/\.functional:0\.[^~]*$/);
  expect(watch.faults).toEqual([]);
});

test("a page that draws its own choices is told of each service", async ({ page, edge }) => {
  await page.goto(`${edge.url}/services/en.html`);
  const told = () =>
    page.evaluate(() => {
      const { ghostlight } = window;
      return ghostlight && "consent" in ghostlight ? ghostlight.consent.get() : undefined;
    });
  await push(page, ["consent.set", { functional: true, analytics: true }, { heat: false, map: false }]);
  await expect.poll(told).toMatchObject({ purposes: ["functional", "analytics"], services: ["counter", "film"] });
  await push(page, ["consent.set", { analytics: false }, { counter: true }]);
  await expect.poll(told).toMatchObject({ purposes: [], services: ["counter"] });
});

test.describe("where their answers would not fit into the cookie", () => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`further-service-${at}`, { name: `Service ${at}`, purpose: "marketing" }]),
  );
  const own = JSON.parse(readFileSync(new URL("pages/services/site.json", import.meta.url), "utf8")).services;
  test.use({
    served: {
      siteFile: "test/browser/pages/services/site.json",
      pages: "test/browser/pages",
      patch: { services: { ...own, ...many } },
    },
  });

  test("services have no switches, and «always» is for the purpose", async ({ page, edge }) => {
    await page.goto(`${edge.url}/services/en.html`);
    await page.getByRole("button", { name: "Refuse", exact: true }).click();
    await openCenter(page);
    await expect(page.getByRole("heading", { name: "Heat map" })).toBeVisible();
    await expect(page.getByRole("switch", { name: "Heat map" })).toHaveCount(0);
    await page.getByRole("button", { name: "Close" }).click();
    const film = page.getByRole("group", { name: "Film player is not loaded" });
    await film.getByRole("button", { name: "Always load what belongs to Comforts" }).click();
    await expect.poll(() => frames(page).toSorted()).toEqual(["film", "map"]);
    await expect.poll(() => choice(page)).toMatch(/\.functional:1\.[^~]*$/);
  });
});
