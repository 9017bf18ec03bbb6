import type { Page } from "@playwright/test";
import states from "../../demo/src/gallery/states.json" with { type: "json" };
import { violations } from "./_harness.ts";
import { expect, test } from "./edge.ts";

test.use({ served: { siteFile: "demo/ghostlight.json", pages: "demo/dist" } });

/** Waits until every frame that the page shows has drawn its state; returns what each drew. */
async function drawn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of await page.locator("[data-gallery] iframe:visible").all()) {
    await frame.scrollIntoViewIfNeeded();
    const inside = frame.contentFrame();
    await expect(inside.locator("html")).toHaveAttribute("data-drawn", /./);
    const id = (await inside.locator("html").getAttribute("data-drawn")) ?? "";
    const what = inside.locator("[role=dialog], [role=group], main:has(h3)");
    await expect(what.first(), id).toBeVisible();
    expect((await what.allInnerTexts()).join("").length, id).toBeGreaterThan(30);
    found.push(id);
  }
  return found;
}

/** The frames of both pages are the same: every look is drawn on one of them, the other's own on the other. */
const LOOKS = {
  "/gallery/": [
    { regime: "opt-in", theme: "light", language: "en", width: "768" },
    { regime: "opt-out", theme: "dark", language: "ar", width: "320" },
    { regime: "notice", theme: "brand", language: "it", width: "1440" },
  ],
  "/it/gallery/": [{ regime: "opt-in", theme: "light", language: "it", width: "768" }],
} as const;

for (const [path, looks] of Object.entries(LOOKS)) {
  test(`${path}: every state is drawn under each law, look, language and width, without a fault, and keeps nothing`, async ({
    page,
    edge,
    watch,
  }) => {
    test.setTimeout(120_000);
    // A scheme that is emulated would hold in the frames too, whatever the page around them says.
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: null });
    await page.goto(edge.url + path);
    await page.getByRole("button", { name: /^(Refuse|Rifiuta)$/ }).click();
    for (const look of looks) {
      for (const [name, value] of Object.entries(look)) await page.locator(`select[name=${name}]`).selectOption(value);
      expect(await drawn(page)).toEqual(states.map(({ id }) => id));
      const inside = page.locator("iframe[data-state=center]").contentFrame();
      await expect(inside.getByRole("dialog")).toHaveAttribute("lang", look.language);
      await expect(inside.getByRole("dialog")).toHaveAttribute("dir", look.language === "ar" ? "rtl" : "ltr");
      const dark = await inside.locator("html").evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
      expect(dark).toBe(look.theme === "dark");
      expect(await inside.locator("html").evaluate(() => innerWidth)).toBe(Number(look.width));
    }
    expect(await violations(page)).toEqual([]);
    expect(watch).toMatchObject({ faults: [], console: [] });
    expect(await page.context().cookies()).toHaveLength(1);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
}

test("the form shows one part alone, says how many, and the address brings it back", async ({ page, edge }) => {
  await page.goto(`${edge.url}/gallery/`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  await page.getByLabel("Part").selectOption("modal");
  await expect(page.getByRole("status")).toHaveText("3 states");
  await expect(page.locator("[data-gallery] iframe:visible")).toHaveCount(3);
  await page.reload();
  await expect(page.getByLabel("Part")).toHaveValue("modal");
  await expect(page.locator("[data-gallery] iframe:visible")).toHaveCount(3);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
});

test("the frames are alive: an answer closes the dialog, which comes back, and the visitor's own choice stays", async ({
  page,
  edge,
}) => {
  await page.goto(`${edge.url}/gallery/`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  const before = await page.context().cookies();
  const inside = page.locator("iframe[data-state=box]").contentFrame();
  await inside.getByRole("button", { name: "Accept" }).press("Enter");
  await expect(inside.getByRole("dialog")).toHaveCount(0);
  await expect(inside.getByRole("dialog")).toHaveCount(1);
  expect(await page.context().cookies()).toEqual(before);
});

test("the footer of every page leads there", async ({ page, edge }) => {
  await page.goto(`${edge.url}/it/privacy.html`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Galleria" }).click();
  await expect(page).toHaveURL(/\/it\/gallery\/$/);
});
