/** Loading again is offered where a script that was withdrawn runs on, and nowhere else; it never happens by itself. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { atRest, expect, push, test } from "./edge.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const set = (page: Page, ...granted: string[]): Promise<void> =>
  push(page, ["consent.set", Object.fromEntries(granted.map((purpose) => [purpose, true]))]);
const read = <T>(page: Page, name: string): Promise<T> => page.evaluate((key) => Reflect.get(window, key), name);
const notice = (page: Page) => page.getByRole("status");
const runs = (page: Page) => expect.poll(() => read<number>(page, "beats")).toBeGreaterThan(0);

test("a script runs on: the visitor is told, calmly, and loads the page again, or not", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/reload/en.html`);
  await set(page, "analytics", "functional");
  await runs(page);
  await expect(notice(page)).toHaveCount(0);
  await page.locator("h1").click();
  await set(page);
  await expect(notice(page)).toContainText(
    "You have switched this off: Statistics. It had already started on this page, and stops when the page is reloaded.",
  );
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await expect.poll(() => read(page, "running")).toEqual([["analytics"]]);
  await notice(page).getByRole("button", { name: "Not now" }).click();
  await expect(notice(page)).toHaveCount(0);
  await set(page, "analytics");
  await set(page);
  await expect(notice(page)).toBeVisible();
  await runs(page);
  await notice(page).getByRole("button", { name: "Reload now" }).click();
  await page.waitForFunction(() => Reflect.get(window, "chosen")?.length === 1);
  await atRest(page);
  expect([await read(page, "beats"), await notice(page).count()]).toEqual([undefined, 0]);
  expect(await read(page, "violations")).toEqual([]);
  expect(watch).toMatchObject({ faults: [], console: [] });
});

test("what can be put back is, and nothing is said of it; nothing where nothing ran", async ({ page, edge }) => {
  await page.goto(`${edge.url}/reload/en.html`);
  await set(page);
  await set(page, "personalization");
  await set(page, "functional");
  const maps = () => page.frames().filter((frame) => frame.url().endsWith("/map.html")).length;
  await expect.poll(maps).toBe(1);
  await set(page);
  await expect(page.getByRole("group", { name: "OpenStreetMap is not loaded" })).toBeVisible();
  await expect.poll(maps).toBe(0);
  await atRest(page);
  await expect(notice(page)).toHaveCount(0);
  expect(await read(page, "running")).toEqual([]);
});

test("given again, the notice goes by itself", async ({ page, edge }) => {
  await page.goto(`${edge.url}/reload/en.html`);
  await set(page, "analytics");
  await runs(page);
  await set(page);
  await expect(notice(page)).toBeVisible();
  await set(page, "analytics");
  await expect(notice(page)).toHaveCount(0);
  await expect.poll(() => read(page, "running")).toEqual([["analytics"], []]);
});

test("a site that draws by itself hears of it; nothing is drawn", async ({ page, edge, watch }) => {
  await page.goto(`${edge.url}/reload/own.html`);
  await set(page, "analytics", "functional");
  await runs(page);
  await set(page);
  await expect.poll(() => read(page, "running")).toEqual([["analytics"]]);
  await expect(page.locator("#map")).not.toHaveAttribute("src");
  await atRest(page);
  expect(await page.locator("body > *, main > *").evaluateAll((all) => all.map(({ localName }) => localName))).toEqual([
    "main",
    "h1",
    "iframe",
    "script",
  ]);
  expect(watch.requests.filter((request) => /\/(banner|center)\.js/.test(request))).toEqual([]);
  expect(watch).toMatchObject({ faults: [], console: [] });
});

test("speaks Italian, by keyboard, at 320 px, in every palette, under the styles of any page", async ({
  page,
  edge,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${edge.url}/reload/it.html`);
  await set(page, "analytics");
  await runs(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*{all:unset}button{display:none!important;color:red!important}");
    document.adoptedStyleSheets = [sheet];
  });
  await set(page);
  await expect(notice(page)).toContainText("Hai disattivato: Statistiche.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Ricarica ora" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Non ora" })).toBeFocused();
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await page.evaluate(AXE);
  for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
    await page.emulateMedia(media);
    for (const button of await notice(page).getByRole("button").all()) {
      const box = await button.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320 && box.height >= 24).toBe(true);
    }
    // axe does not know the colours that a forced palette puts in.
    if ("forcedColors" in media) continue;
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: (at: string) => Promise<{ violations: { id: string }[] }> } };
      return (await axe.run("[role=status]")).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
  }
  await page.keyboard.press("Enter");
  await expect(notice(page)).toHaveCount(0);
});
