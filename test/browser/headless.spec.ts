/** The demo's page that draws its own question: the same consent, and nothing of ours to be seen. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { atRest, expect, kept, push, test } from "./edge.ts";

test.use({ served: { siteFile: "demo/ghostlight.json", pages: "demo/dist" } });

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const banner = (page: Page, name = "May we light a few more lamps?") => page.getByRole("region", { name });
const ofUi = (requests: readonly string[]) => requests.filter((one) => /\/(banner|center|embeds)\.js/.test(one));
const purposes = (page: Page): Promise<readonly string[] | undefined> =>
  page.evaluate(() => {
    const { ghostlight } = window;
    return ghostlight && !Array.isArray(ghostlight) ? ghostlight.consent.get().purposes : undefined;
  });

test("answered, changed and taken back: consent works, and no dialog of ours is ever loaded", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/headless/`);
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await atRest(page);
  expect(await kept(page)).toEqual({ cookies: [], storage: [] });

  await banner(page).getByRole("button", { name: "Allow all" }).click();
  await expect(banner(page)).toBeHidden();
  await expect.poll(() => purposes(page)).toEqual(["functional", "analytics", "personalization"]);
  await expect(
    page.getByRole("status").filter({ hasText: "On: Comforts, Statistics, and Personal content." }),
  ).toBeVisible();
  await expect.poll(async () => (await edge.events()).length).toBe(1);

  await page.getByRole("checkbox", { name: "Statistics" }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => purposes(page)).toEqual(["functional", "personalization"]);

  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Comforts" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Statistics" })).not.toBeChecked();
  await expect(banner(page)).toBeHidden();

  await page.getByRole("button", { name: "Forget my choice" }).click();
  await expect(banner(page)).toBeVisible();
  // An empty one for a minute, against an answer that may still bring a copy.
  await expect.poll(async () => (await kept(page)).cookies).toEqual(["ghostlight="]);
  await banner(page).getByRole("button", { name: "Refuse all", exact: true }).click();
  await expect(banner(page)).toBeHidden();
  await expect.poll(() => purposes(page)).toEqual([]);
  await atRest(page);
  expect(ofUi(watch.requests)).toEqual([]);
  expect(watch).toMatchObject({ faults: [], console: [] });
});

test("its own × is a no; the next page asks no more, and this site's dialog still opens where it is asked for", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/headless/`);
  await banner(page).getByRole("button", { name: "Close and refuse all" }).click();
  await expect(banner(page)).toBeHidden();
  await expect.poll(() => purposes(page)).toEqual([]);
  await atRest(page);
  expect(ofUi(watch.requests)).toEqual([]);
  await push(page, ["consent.open"]);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goto(`${edge.url}/`);
  await atRest(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("on(consent) tells of the state at the start and of each change, also one that another tab made", async ({
  page,
  edge,
  context,
}) => {
  await page.goto(`${edge.url}/headless/`);
  const heard = () => page.evaluate(() => Reflect.get(window, "heard"));
  await page.evaluate(() => {
    const states: unknown[] = [];
    Object.assign(window, { heard: states });
    window.ghostlight?.push([
      "on",
      "consent",
      (state: { chosen: boolean; purposes: readonly string[] }) => states.push([state.chosen, state.purposes]),
    ]);
  });
  await push(page, ["consent.set", { analytics: true }]);
  await push(page, ["consent.set", { analytics: true }]);
  await push(page, ["consent.reset"]);
  const first = [
    [false, []],
    [true, ["analytics"]],
    [false, []],
  ];
  await expect.poll(heard).toEqual(first);
  const other = await context.newPage();
  await other.goto(`${edge.url}/headless/`);
  await push(other, ["consent.set", { functional: true }]);
  const chosen = [...first, [true, ["functional"]]];
  await expect.poll(heard).toEqual(chosen);
  await expect(banner(page)).toBeHidden();

  // Browsers bring the message at times before the cookie that it tells of.
  const cookie = await other.evaluate(() => document.cookie);
  await push(other, ["consent.reset"]);
  await expect.poll(heard).toEqual([...chosen, [false, []]]);
  await other.evaluate(async (cookie) => {
    new BroadcastChannel("ghostlight").postMessage(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    // biome-ignore lint/suspicious/noDocumentCookie: as the SDK writes it.
    document.cookie = cookie;
  }, cookie);
  await expect.poll(heard).toEqual([...chosen, [false, []], [true, ["functional"]]]);
});

for (const [path, question, yes, no] of [
  ["/headless/", "May we light a few more lamps?", "Allow all", "Refuse all"],
  ["/it/headless/", "Possiamo accendere qualche lampada in più?", "Permetti tutto", "Rifiuta tutto"],
] as const) {
  test(`${path}: both answers weigh the same, by keyboard too, at every width; axe finds nothing`, async ({
    page,
    edge,
  }) => {
    await page.goto(edge.url + path);
    const strip = banner(page, question);
    await expect(strip).toBeVisible();
    await page.evaluate(AXE);
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const boxes = await Promise.all(
        [no, yes].map((name) => strip.getByRole("button", { name, exact: true }).boundingBox()),
      );
      const [refuse, allow] = boxes;
      expect(refuse?.width).toBeCloseTo(allow?.width ?? 0, 1);
      expect(refuse?.height).toBe(allow?.height);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      // No width changes a colour.
      for (const colorScheme of width === 320 ? (["light", "dark"] as const) : (["light"] as const)) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const found = await page.evaluate(async () => {
          const { run } = Reflect.get(window, "axe");
          return (await run()).violations.map(({ id }: { id: string }) => id);
        });
        expect(found, `${width} ${colorScheme}`).toEqual([]);
      }
    }
    await strip.getByRole("button", { name: no, exact: true }).focus();
    await page.keyboard.press("Tab");
    await expect(strip.getByRole("button", { name: yes, exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(strip).toBeHidden();
    await expect(page.locator("#content")).toBeFocused();
  });
}
