import type { Page } from "@playwright/test";
import { violations } from "./_harness.ts";
import { expect, kept, push, test } from "./edge.ts";

/** What the cookies say; the choice is the only one. */
const choice = async (page: Page): Promise<string> => (await kept(page)).cookies.join();

for (const colorScheme of ["light", "dark"] as const) {
  test(`in ${colorScheme}: no violation of WCAG 2.2 AA, no layout shift @row-27`, async ({ page, edge }) => {
    await page.emulateMedia({ colorScheme });
    await page.addInitScript(() => {
      Reflect.set(window, "shifts", 0);
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          Reflect.set(window, "shifts", Reflect.get(window, "shifts") + value);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${edge.url}/en.html`);
    await expect(page.getByRole("dialog")).toBeVisible();
    // What is half transparent still cannot be measured.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toBe(0);
  });
}

/** What makes one button weigh more than another. */
async function weight(page: Page, name: string): Promise<unknown> {
  return page.getByRole("button", { name, exact: true }).evaluate((button) => {
    const { width, height, top } = button.getBoundingClientRect();
    const { color, backgroundColor, borderColor, fontSize, fontWeight, opacity } = getComputedStyle(button);
    return { width, height, top, color, backgroundColor, borderColor, fontSize, fontWeight, opacity };
  });
}

for (const [file, width] of [
  ["en.html", 320],
  ["en.html", 1440],
  ["unset.html", 320],
  ["unset.html", 1440],
] as const) {
  test(`${file} at ${width} px: refusing and accepting weigh the same, and all of it can be read @row-3 @row-4`, async ({
    page,
    edge,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 640 });
    await page.goto(`${edge.url}/${file}`);
    const dialog = page.getByRole("dialog", { name: "Your privacy here" });
    await expect(dialog).toBeVisible();
    const [refuse, accept] = [await weight(page, "Refuse"), await weight(page, "Accept")];
    expect(refuse).toEqual(accept);
    expect(refuse).toMatchObject({ fontSize: width > 480 ? "15px" : "14px", height: expect.any(Number) });
    await expect(dialog.getByText("We use cookies")).toBeVisible();
    await dialog.getByRole("button", { name: "What we ask for" }).click();
    await expect(dialog.getByRole("listitem")).toHaveText([
      /^Comforts .*\(OpenStreetMap\)$/,
      /^Statistics /,
      /^Personal content /,
    ]);
    const box = await dialog.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("the first Tab from the top of the page reaches it; the focus is not taken unasked @row-27", async ({
  page,
  edge,
}) => {
  await page.goto(`${edge.url}/en.html`);
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "What we ask for" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Refuse" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => choice(page)).toContain("analytics:1");
});

test("Escape within an unanswered dialog refuses, outside of it does nothing @row-5", async ({ page, edge }) => {
  await page.goto(`${edge.url}/en.html`);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => choice(page)).toMatch(/functional:0\.analytics:0\.personalization:0$/);
});

test("opened again it takes the focus, says what was answered, and Escape leaves that as it was", async ({
  page,
  edge,
}) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByRole("button", { name: "Cookie choices" }).focus();
  await push(page, ["consent.open"]);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toBeFocused();
  await expect(dialog).toContainText("You have accepted.");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Cookie choices" })).toBeFocused();
  await expect.poll(() => choice(page)).toContain("analytics:1");
  await push(page, ["consent.open"]);
  await push(page, ["consent.open"]);
  await expect(dialog).toHaveCount(1);
});

test("any marked element opens the preference center, which gives the focus back @row-8", async ({ page, edge }) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  const opener = page.getByRole("button", { name: "Cookie choices" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const center = page.getByRole("dialog");
  await expect(center.getByRole("switch", { name: "Statistics" })).toBeChecked();
  await center.getByRole("switch", { name: "Statistics" }).click();
  await center.getByRole("button", { name: "Save" }).click();
  await expect(center).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect.poll(() => choice(page)).toMatch(/analytics:0\.personalization:1/);
});

test("a choice made in one tab counts in another as soon as it is looked at", async ({ page, edge, context }) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  const other = await context.newPage();
  await other.goto(`${edge.url}/en.html`);
  await expect(other.locator("[data-gl-slot=hello]")).toHaveText("<b>Welcome</b>");
  await push(other, ["consent.open"]);
  await other.getByRole("button", { name: "Refuse" }).click();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("Default");
  await expect.poll(async () => (await kept(page)).storage).toEqual([]);
});
