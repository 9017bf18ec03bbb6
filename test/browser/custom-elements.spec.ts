/** Custom elements that wait for a purpose: when they come to know, what stands in their place, and the way back. */
import type { Page } from "@playwright/test";
import { EMBEDS, expect, test } from "./pages/blocking/harness.ts";

const allow = (page: Page, ...granted: string[]): Promise<void> =>
  page.evaluate((purposes) => window.harness.allow(purposes), granted);
const order = (page: Page): Promise<string[]> => page.evaluate(() => window.harness.order);
const MARKS = 'data-purpose="functional" data-src="{third}/map"';

/** An element as a site would write it: it loads a picture of its `src` when it may, and drops it when it may no more. */
const DEFINE = `<script>
  customElements.define("map-widget", class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("ghostlight:granted", () => this.show("told"));
      this.addEventListener("ghostlight:withdrawn", () => {
        harness.order.push("withdrawn " + this.hasAttribute("data-granted") + " " + this.getAttribute("src"));
        this.replaceChildren();
      });
      if (this.hasAttribute("data-granted")) this.show("found");
    }
    show(how) {
      harness.order.push(how + " " + this.getAttribute("src").slice(-4));
      const image = new Image();
      image.src = this.getAttribute("src");
      this.replaceChildren(image);
    }
  });
  for (const name of ["granted", "withdrawn"]) {
    document.addEventListener("ghostlight:" + name, () => harness.order.push("bubbled"));
  }
</script>`;

test("defined before the grant: it asks nobody, is told of the grant, and of the withdrawal, as often as they come", async ({
  page,
  origins,
}) => {
  await page.goto(`${origins.page(`${DEFINE}<map-widget ${MARKS}></map-widget>`)}?granted=`);
  expect([await order(page), origins.asked]).toEqual([[], []]);
  await allow(page, "functional");
  expect(await order(page)).toEqual(["told /map"]);
  await expect.poll(() => origins.asked).toEqual(["/map"]);
  await allow(page);
  expect((await order(page)).slice(1)).toEqual(["withdrawn false null"]);
  await expect(page.locator("map-widget")).toHaveAttribute("data-src", `${origins.third}/map`);
  await expect(page.locator("map-widget img")).toHaveCount(0);
  await allow(page, "functional");
  expect((await order(page)).slice(2)).toEqual(["told /map"]);
  expect(await page.evaluate(() => window.harness.violations)).toEqual([]);
});

test("defined after the grant, or put in after it: it finds itself granted", async ({ page, origins }) => {
  await page.goto(
    `${origins.page([`<map-widget ${MARKS}></map-widget>`, `${DEFINE}<main></main>`])}?granted=functional`,
  );
  await expect.poll(() => order(page)).toEqual(["found /map"]);
  await page.evaluate(() => {
    const later = document.createElement("map-widget");
    Object.assign(later.dataset, { purpose: "functional", src: "/own/late.map" });
    document.querySelector("main")?.append(later);
  });
  await expect.poll(() => order(page)).toEqual(["found /map", "told .map"]);
});

test("a listener that throws harms neither us nor the next element", async ({ page, origins }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto(`${origins.page(`<my-chat id="a" ${MARKS}></my-chat><my-chat id="b" ${MARKS}></my-chat>`)}?granted=`);
  await page.evaluate(() =>
    document.querySelector("#a")?.addEventListener("ghostlight:granted", () => {
      throw new Error("the page's own");
    }),
  );
  await allow(page, "functional");
  await expect(page.locator("#b")).toHaveAttribute("data-granted", "src");
  await expect.poll(() => faults).toEqual([expect.stringContaining("the page's own")]);
  expect(await page.evaluate(() => window.harness.said)).toEqual([]);
});

test.describe("placeholders", () => {
  const sizeOf = async (page: Page, selector: string) => {
    const box = await page.locator(`[role=group]:has(+ ${selector})`).boundingBox();
    return box && [Math.round(box.width), Math.round(box.height)];
  };

  test("are as large as the element says, or as it is drawn; wide where it only asks for one", async ({
    page,
    origins,
  }) => {
    const body = `
      <map-widget id="sized" width="320" height="180" title="Our shop" ${MARKS}></map-widget>
      <map-widget id="drawn" data-placeholder ${MARKS}></map-widget>
      <map-widget id="asking" data-placeholder ${MARKS}></map-widget>
      <div id="plain" data-placeholder ${MARKS}></div>
      <map-widget id="quiet" ${MARKS}></map-widget>`;
    await page.goto(`${origins.page(body)}?granted=`);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("body{margin:0;width:640px}#drawn{display:block;width:300px;height:200px}");
      document.adoptedStyleSheets = [sheet];
    });
    await page.evaluate((part) => window.harness.mount(part), EMBEDS);
    await expect(page.getByRole("group", { name: "Our shop is not loaded" })).toBeVisible();
    expect(await sizeOf(page, "#sized")).toEqual([320, 180]);
    expect(await sizeOf(page, "#drawn")).toEqual([300, 200]);
    expect(await sizeOf(page, "#asking")).toEqual([640, 360]);
    expect(await sizeOf(page, "#plain")).toEqual([640, 360]);
    await expect(page.getByRole("group")).toHaveCount(4);
    await page.getByRole("button", { name: "Load it this once" }).first().click();
    await expect(page.locator("#sized")).toHaveAttribute("src", `${origins.third}/map`);
    await expect(page.getByRole("group")).toHaveCount(3);
    await allow(page, "functional");
    await expect(page.getByRole("group")).toHaveCount(0);
  });

  test("show a poster of the page's own origin; one of another is never asked for, and told", async ({
    page,
    origins,
  }) => {
    const frame = (id: string, poster: string): string =>
      `<iframe id="${id}" width="320" height="180" data-poster="${poster}" ${MARKS}></iframe>`;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(
      `${origins.page(frame("ours", "/own/poster.svg") + frame("theirs", "{third}/poster.svg"))}?granted=`,
    );
    await page.evaluate((part) => window.harness.mount(part), EMBEDS);
    const drawn = (id: string) => page.locator(`[role=group]:has(+ #${id}) img`);
    await expect(drawn("ours")).toHaveAttribute("src", "/own/poster.svg");
    await expect.poll(() => drawn("ours").evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(16);
    await expect(drawn("theirs")).toHaveCount(0);
    expect([asked.includes("/own/poster.svg"), origins.asked]).toEqual([true, []]);
    expect(await page.evaluate(() => window.harness.said)).toEqual([["foreign-poster", `${origins.third}/poster.svg`]]);
    expect(await page.evaluate(() => window.harness.violations)).toEqual([]);
  });
});
