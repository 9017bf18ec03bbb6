import { expect } from "@playwright/test";
import { focused, nextFrames, targets, test, unfold, violations } from "./_harness.ts";
import { onlyChromium } from "./_only.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const language of ["en", "ar"] as const) {
    test(`in ${colorScheme}, ${language}: no violation of WCAG 2.2 AA, folded or unfolded, themed or not`, async ({
      page,
      dialogs,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await dialogs.load();
      for (const wish of [{ gpc: true }, { brand: true, reachable: true, granted: ["analytics"] }]) {
        await dialogs.show({ layer: "center", language, ...wish });
        await expect(page.getByText("likes table lamps")).toBeAttached();
        expect(await violations(page)).toEqual([]);
        await unfold(page);
        await page.locator(".erase").click();
        await expect(page.locator(".erase")).toHaveAttribute("aria-expanded", "true");
        expect(await violations(page)).toEqual([]);
        await dialogs.hide();
      }
    });
  }
}

for (const [width, height] of [
  [320, 640],
  [768, 1024],
  [1440, 900],
] as const) {
  test(`at ${width} px: within the window, with targets of 24 px, and refusing weighs as much as accepting`, async ({
    page,
    dialogs,
  }) => {
    await page.setViewportSize({ width, height });
    for (const style of ["page", "unset", "framework"] as const) {
      await dialogs.load(style);
      await dialogs.show({ layer: "center", reachable: true });
      await unfold(page);
      const small = (await targets(page)).filter((one) => Math.min(one.width, one.height) < 24);
      // What stands in the line of a label is pressed by its label.
      expect(small.filter(({ name }) => !name.includes("checkbox"))).toEqual([]);
      const drawn = (name: string) =>
        page.getByRole("button", { name, exact: true }).evaluate((button) => {
          const { width, height, top } = button.getBoundingClientRect();
          const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
          return { width, height, top, color, backgroundColor, borderColor, fontSize, fontWeight };
        });
      expect(await drawn("Refuse all")).toEqual(await drawn("Accept all"));
      const sheet = await page.getByRole("dialog").evaluate((dialog) => {
        const { left, right, bottom } = dialog.shadowRoot?.querySelector(".panel")?.getBoundingClientRect() ?? {};
        const body = dialog.shadowRoot?.querySelector(".body");
        return { left, right, bottom, over: (body?.scrollWidth ?? 0) - (body?.clientWidth ?? 0) };
      });
      expect(sheet.left).toBeGreaterThanOrEqual(0);
      expect(sheet.right).toBeLessThanOrEqual(width);
      expect(sheet.bottom).toBeLessThanOrEqual(height);
      expect(sheet.over).toBe(0);
    }
  });
}

test("by keyboard alone: round and round within, each purpose by Space, and back where it came from", async ({
  page,
  dialogs,
}) => {
  await dialogs.load();
  await page.locator("#opener").focus();
  await dialogs.show({ layer: "center" });
  await expect.poll(() => focused(page)).toBe("Your choices here");
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focused(page)).toBe("Save my choices");
  const order: string[] = [];
  do {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // Firefox also stops at what scrolls.
    if (!stop.startsWith("You decide")) order.push(stop);
  } while (order.at(-1) !== "Save my choices" && order.length < 30);
  const services = "Services and what they keep (1)";
  expect(order).toEqual([
    "Close",
    "Privacy notice",
    ...["Comforts", services.replace("1", "2"), "Statistics", services, "Personal content", "Marketing", services],
    ...["Forget: Table lamps", "Forget: Floor lamps"],
    ...["Download everything", "Erase everything", "Refuse all", "Accept all", "Save my choices"],
  ]);
  for (const _ of Array(11)) await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe("Statistics");
  await page.keyboard.press("Space");
  await expect(page.getByRole("switch", { name: "Statistics" })).toBeChecked();
  await page.getByRole("button", { name: "Save my choices" }).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe("Cookie choices");
  const answers = { functional: false, analytics: true, personalization: false, marketing: false };
  const own = { map: false, video: false, matomo: true, "google-ads": false };
  await expect.poll(dialogs.calls).toEqual([["save", answers, own], ["close"]]);
});

test("Escape closes from anywhere within, saves nothing, and gives the page back", async ({ page, dialogs }) => {
  await dialogs.load();
  await page.locator("#opener").focus();
  await dialogs.show({ layer: "center" });
  await page.getByRole("switch", { name: "Marketing" }).click();
  await page.mouse.wheel(0, 500);
  await nextFrames(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.keyboard.press("Escape");
  await expect.poll(dialogs.calls).toEqual([["close"]]);
  await expect.poll(() => focused(page)).toBe("Cookie choices");
  await expect(page.locator("[inert]")).toHaveCount(0);
});

test("what is known is handed over as a file", async ({ page, dialogs }) => {
  onlyChromium("download");
  await dialogs.load();
  await dialogs.show({ layer: "center" });
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download everything" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("gallery.test.json");
  const text = await (await file.createReadStream()).toArray();
  expect(JSON.parse(Buffer.concat(text).toString())).toEqual({ views: 12 });
});

test("erasing asks first, then says that it is done", async ({ page, dialogs }) => {
  await dialogs.load();
  await dialogs.show({ layer: "center" });
  await page.getByRole("button", { name: "Erase everything" }).press("Enter");
  await expect.poll(() => focused(page)).toBe("Keep it");
  expect(await dialogs.calls()).toEqual([]);
  await page.getByRole("button", { name: "Erase", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText("Everything has been erased.");
  await expect(page.getByText("Nothing: no profile of you is kept.")).toBeVisible();
  await expect.poll(dialogs.calls).toEqual([["erase"]]);
});

test.describe("with text at 200 %", () => {
  test("on a phone all of it can be reached, and nothing goes over the side", async ({ page, dialogs }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await dialogs.load();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await dialogs.show({ layer: "center", language: "it", reachable: true });
    await unfold(page);
    for (const { width } of await targets(page)) expect(width).toBeLessThanOrEqual(320);
    await page.getByRole("switch", { name: "Marketing" }).click();
    await page.getByRole("button", { name: "Salva le mie scelte" }).click();
    await expect.poll(async () => (await dialogs.calls()).map(([name]) => name)).toEqual(["save", "close"]);
  });
});

test("in forced colours a switch that is on looks other than one that is off", async ({ page, dialogs }) => {
  onlyChromium("media");
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await dialogs.load();
  await dialogs.show({ layer: "center", granted: ["analytics"], brand: true });
  const look = (name: string) =>
    page.getByRole("switch", { name }).evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await look("Statistics")).not.toBe(await look("Marketing"));
  expect(await violations(page)).toEqual([]);
});

test("the cookie declaration is plain text of the page, in the page's own type", async ({ page, dialogs }) => {
  await dialogs.load();
  await dialogs.show({ layer: "declaration" });
  const declaration = page.locator("[data-ghostlight=cookies]");
  await expect(declaration.getByRole("heading", { level: 3 })).toHaveCount(5);
  await expect(declaration.getByText("_gcl_au cookie, 90 days")).toBeVisible();
  expect(await declaration.evaluate((one) => one.querySelector("[style], [class]"))).toBeNull();
});
