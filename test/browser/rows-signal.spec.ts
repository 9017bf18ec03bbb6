import type { Page } from "@playwright/test";
import { onlyChromium } from "./_only.ts";
import { atRest, type Edge, expect, kept, push, test } from "./edge.ts";
import { LAUNCH } from "./launch.ts";

const SITE = { siteFile: "test/browser/pages/rows/site.json", pages: "test/browser/pages/rows" };

// Chromium has Global Privacy Control behind this switch: https://chromestatus.com/feature/5137324344213504
test.use({ launchOptions: { ...LAUNCH, args: [...LAUNCH.args, "--enable-experimental-web-platform-features"] } });

const dialog = (page: Page) => page.getByRole("dialog");
const HONOURED = /Global Privacy Control\). We have honoured that/;

/** With the browser's own signal, header and property of the navigator, both real. */
const signalled = test.extend({
  page: async ({ browser }, use) => {
    onlyChromium("protocol");
    // As long as the session lasts, and for contexts that begin in it.
    const session = await browser.newBrowserCDPSession();
    // Newer than the list of commands that Playwright brings.
    await session.send("Browser.setGlobalPrivacyControl" as never, { gpc: true } as never);
    const page = await browser.newPage();
    await use(page);
    await page.close();
    await session.detach();
  },
});

async function view(page: Page, edge: Edge, name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  await push(page, ["track", name, { product_id: "a" }]);
  await expect.poll(async () => (await edge.events()).at(-1)?.event).toBe(name);
  return (await edge.events()).at(-1)?.context.consent;
}

/** In the center, where the signal is shown as honoured, and the switch is off. */
async function agreeToSale(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Your privacy choices" }).click();
  await expect(dialog(page)).toContainText("Opt-out request honoured");
  const sale = page.getByRole("switch", { name: "Marketing" });
  await expect(sale).not.toBeChecked();
  await sale.click();
  await page.getByRole("button", { name: "Save my choices" }).click();
}

for (const regime of ["opt-in", "opt-out", "notice"] as const) {
  test.describe(`under ${regime}`, () => {
    test.use({ served: { ...SITE, patch: { regimes: { default: regime } } } });

    signalled(
      `under ${regime}, a browser's own signal opts out of sale without a question, in sight, until the visitor says otherwise @row-18 @row-19 @row-22`,
      async ({ page, edge }) => {
        const asked = page.waitForRequest(/\/g\/shop\.js$/);
        await page.goto(`${edge.url}/en.html`);
        expect((await (await asked).allHeaders())["sec-gpc"]).toBe("1");
        expect(await page.evaluate(() => Reflect.get(navigator, "globalPrivacyControl"))).toBe(true);

        await expect(dialog(page)).toContainText(HONOURED);
        await expect(dialog(page)).not.toContainText("Marketing");
        const yes = regime === "notice" ? "Understood" : "Accept";
        await page.getByRole("button", { name: yes, exact: true }).click();
        const consent = await view(page, edge, "Product Viewed");
        // What is stored says that the signal came along.
        expect(consent).toMatchObject({ gpc: true, categoryPreferences: { analytics: true, marketing: false } });
        expect((await kept(page)).cookies[0]).not.toContain("marketing");
        await page.reload();
        await atRest(page);
        await expect(dialog(page)).toHaveCount(0);

        await agreeToSale(page);
        await expect.poll(async () => (await kept(page)).cookies[0]).toContain(".marketing:1");
        expect(await view(page, edge, "Product Added")).toMatchObject({ categoryPreferences: { marketing: true } });
      },
    );

    signalled(
      `under ${regime}, a signal that is switched on later outdoes the yes that was given before it, until a new one @row-18 @row-19`,
      async ({ page, edge }) => {
        const yes = ["functional", "analytics", "personalization", "marketing"].map((purpose) => `${purpose}:1`);
        const text = ["1", Math.floor(Date.now() / 86_400_000), "0", ...yes].join(".");
        await page.context().addCookies([{ name: "ghostlight", value: text, url: edge.url }]);
        await page.goto(`${edge.url}/en.html`);
        const denied = { gpc: true, categoryPreferences: { analytics: true, marketing: false } };
        expect(await view(page, edge, "Product Viewed")).toMatchObject(denied);
        await expect(dialog(page)).toHaveCount(0);

        await agreeToSale(page);
        await page.reload();
        expect(await view(page, edge, "Product Added")).toMatchObject({ categoryPreferences: { marketing: true } });
        expect((await kept(page)).cookies[0]).toMatch(/^ghostlight=3\..*\.marketing:1$/);
      },
    );
  });
}

test.describe("a profile that is sold", () => {
  const sold = { personalization: { sale: true }, analytics: { sale: true } };
  test.use({ served: { ...SITE, patch: { regimes: { default: "opt-out" }, purposes: sold } } });

  signalled("with the signal there is neither ghost nor pseudonym @row-18", async ({ page, edge }) => {
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toContainText("Comforts");
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await push(page, ["track", "Product Viewed", { product_id: "a" }]);
    await atRest(page);
    expect((await kept(page)).storage).toEqual([]);
    expect(await edge.events()).toEqual([]);
  });

  test("without the signal there are both @row-18", async ({ page, edge }) => {
    await page.goto(`${edge.url}/en.html`);
    await push(page, ["track", "Product Viewed", { product_id: "a" }]);
    await expect.poll(async () => (await edge.events()).length).toBeGreaterThan(0);
    await expect.poll(async () => (await kept(page)).storage).toContain("indexedDB ghostlight");
  });
});

test.describe("the link to the privacy choices", () => {
  test.use({ served: { ...SITE, patch: { regimes: { default: "opt-out" } } } });

  test("one press opts out on the first layer, and from the link no more than it takes to opt in @row-20", async ({
    page,
    edge,
  }) => {
    const cookie = async (): Promise<string> => (await kept(page)).cookies[0] ?? "";
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toHaveAccessibleName("Your privacy choices");
    await page.getByRole("button", { name: "Refuse", exact: true }).click();
    await expect.poll(cookie).toMatch(/\.functional:0\.analytics:0\.personalization:0\.marketing:0$/);
    await expect(dialog(page)).toHaveCount(0);

    const link = page.getByRole("contentinfo").getByRole("link", { name: "Your privacy choices" });
    for (const [all, answer] of [
      ["Accept all", 1],
      ["Refuse all", 0],
    ] as const) {
      await link.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: all }).click();
      await expect(dialog(page)).toHaveCount(0);
      await expect.poll(cookie).toContain(`.marketing:${answer}`);
      await expect(link).toBeFocused();
    }
    // The link is one: it leads nowhere that a script would have to keep it from.
    expect(new URL(page.url()).pathname).toBe("/en.html");
  });
});

test.describe("the address that tells of it", () => {
  test.use({ served: SITE });

  test("is JSON with the signal's status and its day, and without the signal no event says so @row-22", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    const answer = await page.evaluate(async () => {
      const response = await fetch("/.well-known/gpc.json");
      return { type: response.headers.get("Content-Type"), body: await response.json() };
    });
    expect(answer).toEqual({
      type: "application/json",
      body: { gpc: true, lastUpdate: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) },
    });
    expect(Date.parse(answer.body.lastUpdate)).toBeLessThanOrEqual(Date.now());
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    expect(await view(page, edge, "Product Viewed")).not.toHaveProperty("gpc");
  });
});
