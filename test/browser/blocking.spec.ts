import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CleanPart } from "@ghostlight/rules";
import type { Page } from "@playwright/test";
import { EMBEDS, expect, test } from "./pages/blocking/harness.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const inert = 'type="text/plain" data-purpose="analytics"';
const says = (name: string): string => `harness.order.push("${name}")`;
const order = (page: Page): Promise<string[]> => page.evaluate(() => window.harness.order);
const ordered = async (page: Page): Promise<string[]> => (await order(page)).filter((name) => name !== ASYNC);
const violations = (page: Page): Promise<string[]> => page.evaluate(() => window.harness.violations);
const allow = (page: Page, ...granted: string[]): Promise<void> =>
  page.evaluate((purposes) => window.harness.allow(purposes), granted);

const FIVE = `
  <script ${inert}>${says("one")}</script>
  <script ${inert} src="{third}/two.js?ms=300"></script>
  <script ${inert}>${says("three")}</script>
  <script ${inert} data-type="module">${says("four")}</script>
  <script ${inert} async src="{third}/five.js?ms=100"></script>
  <script ${inert} data-type="module" src="{third}/six.js?ms=300"></script>
  <script ${inert} data-type="module">${says("seven")}</script>`;
const IN_ORDER = ["one", "two", "three", "four", "six", "seven"];
/** It comes when it comes: Firefox lets it wait for the rest of the page. */
const ASYNC = "five";

test("nothing is asked of the third party before its purpose is granted, then all of it, in order", async ({
  page,
  origins,
}) => {
  const others = `<iframe data-purpose="functional" data-src="{third}/map"></iframe>
    <img alt="" data-service="pixel" data-src="{third}/pixel">
    <link rel="preload" as="image" data-service="pixel" data-href="{third}/sheet">`;
  await page.goto(origins.page(FIVE + others));
  await allow(page);
  await allow(page, "functional");
  await expect.poll(() => origins.asked).toEqual(["/map"]);
  expect(await order(page)).toEqual([]);
  await allow(page, "functional", "analytics");
  await expect.poll(() => order(page)).toHaveLength(7);
  expect(await ordered(page)).toEqual(IN_ORDER);
  await allow(page, "functional", "analytics", "marketing");
  await expect.poll(() => origins.asked).toContain("/pixel");
  expect(await violations(page)).toEqual([]);
});

test("who granted before: the same order while the page is still coming in, a script cut in two included", async ({
  page,
  origins,
}) => {
  const [start = "", end = ""] = FIVE.split('arness.order.push("three');
  await page.goto(`${origins.page([start, `arness.order.push("three${end}`])}?granted=analytics`);
  await expect.poll(() => order(page)).toHaveLength(7);
  expect(await ordered(page)).toEqual(IN_ORDER);
  expect(await violations(page)).toEqual([]);
});

test("each runs once: granted twice, moved, withdrawn and granted again", async ({ page, origins }) => {
  await page.goto(
    origins.page(
      `<script id="a" ${inert}>${says("a")}</script><script id="b" ${inert} src="{third}/b.js"></script><main></main>
       <script type="text/plain" data-purpose="marketing">${says("last")}</script>`,
    ),
  );
  await allow(page, "analytics");
  await allow(page, "analytics");
  await expect.poll(() => order(page)).toEqual(["a", "b"]);
  await page.evaluate(() => document.querySelector("main")?.append(...document.querySelectorAll("#a, #b")));
  await allow(page);
  await allow(page, "analytics");
  await page.evaluate(() =>
    document.querySelector("main")?.append(document.querySelector("#a")?.cloneNode(true) ?? ""),
  );
  // What is let go after them runs after them.
  await allow(page, "analytics", "marketing");
  await expect.poll(() => order(page)).toContain("last");
  expect(await order(page)).toEqual(["a", "b", "last"]);
  expect(origins.asked).toEqual(["/b.js"]);
});

test("one that fails lets the following ones go on; one that was withdrawn meanwhile does not run", async ({
  page,
  origins,
}) => {
  await page.goto(
    origins.page(`<script ${inert} src="{third}/missing.js?ms=200"></script>
      <script type="text/plain" data-service="pixel">${says("withdrawn")}</script>
      <script ${inert}>${says("after")}</script>`),
  );
  await page.evaluate(() => {
    window.harness.allow(["analytics", "marketing"]);
    window.harness.allow(["analytics"]);
  });
  await expect.poll(() => order(page)).toEqual(["after"]);
  await allow(page, "marketing");
  await expect.poll(() => order(page)).toEqual(["after", "withdrawn"]);
});

test("nonce and integrity count for an activated script as for any other", async ({ page, origins }) => {
  const hash = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const whole = hash('window.harness.order.push("whole");\n');
  await page.goto(
    origins.page([
      `<script ${inert} src="{third}/broken.js" crossorigin integrity="${hash("other")}"></script>
       <script ${inert} src="{third}/whole.js" crossorigin integrity="${whole}"></script>`,
      // Capitals get no nonce from the server.
      `<SCRIPT ${inert}>${says("stranger")}</SCRIPT><p>end</p>`,
    ]),
  );
  await allow(page, "analytics");
  await expect.poll(() => order(page)).toEqual(["whole"]);
  await expect.poll(() => violations(page)).toEqual([expect.stringContaining("script-src")]);
});

test("what comes later is let go, alone or deep in what was added, also in the order it came", async ({
  page,
  origins,
}) => {
  await page.goto(`${origins.page("<main></main>")}?granted=functional`);
  await page.evaluate((third) => {
    const section = document.createElement("section");
    const frame = document.createElement("iframe");
    Object.assign(frame.dataset, { src: `${third}/deep`, purpose: "functional" });
    const blocked = document.createElement("iframe");
    blocked.id = "late";
    Object.assign(blocked.dataset, { src: `${third}/never`, purpose: "marketing" });
    const div = document.createElement("div");
    div.append("text", frame, blocked);
    section.append(div);
    document.querySelector("main")?.append(section);
  }, origins.third);
  await expect.poll(() => origins.asked).toEqual(["/deep"]);
  expect(await page.evaluate(() => window.harness.blocked)).toEqual([["late"]]);
  await page.evaluate(() => document.body.append(document.querySelector("main") ?? ""));
  await allow(page, "functional");
  expect(await page.evaluate(() => window.harness.blocked)).toEqual([["late"]]);
  await page.evaluate(() => window.harness.once("late"));
  await expect.poll(() => origins.asked).toContain("/never");
});

test("who granted before: whatever comes in with the page is let go", async ({ page, origins }) => {
  const body = [
    `<iframe data-purpose="functional" data-src="{third}/frame"></iframe>
     <video data-purpose="functional" data-src="{third}/film"></video>
     <audio preload="auto" controls><source data-purpose="functional" data-src="{third}/sound"></audio>`,
    `<img alt="" data-purpose="functional" data-src="{third}/image">
     <picture><source data-purpose="functional" data-srcset="{third}/wide"><img alt="" data-purpose="functional" data-src="{third}/narrow"></picture>
     <link rel="preload" as="image" data-purpose="functional" data-href="{third}/link">`,
  ];
  await page.goto(`${origins.page(body)}?granted=functional`);
  const wanted = ["/film", "/frame", "/image", "/link", "/sound", "/wide"];
  await expect.poll(() => origins.asked.toSorted()).toEqual(wanted);
  expect(await page.evaluate(() => window.harness.said)).toEqual([]);
});

test("sources, images and plain elements; what nobody declared stays blocked and is told", async ({
  page,
  origins,
  browserName,
}) => {
  await page.goto(
    origins.page(`
      <video id="film" data-purpose="functional" width="160" height="90"><source data-purpose="functional" data-src="{third}/film"></video>
      <audio data-purpose="functional" data-src="{third}/sound" preload="auto"></audio>
      <picture><source data-purpose="functional" data-srcset="{third}/wide"><img alt="" data-purpose="functional" data-src="{third}/narrow"></picture>
      <object id="object" data-purpose="functional" data-data="{third}/object"></object>
      <embed id="embed" data-purpose="functional" data-src="{third}/embed">
      <shop-chat id="chat" data-purpose="functional"><script ${inert}>${says("inside")}</script></shop-chat>
      <iframe id="who" data-service="unheard" data-src="{third}/never"></iframe>
      <iframe data-service="pay" data-src="{third}/pay"></iframe>`),
  );
  await allow(page);
  await expect.poll(() => origins.asked).toEqual(["/pay"]);
  expect(await page.evaluate(() => window.harness.said)).toEqual([["unknown-purpose", "who"]]);
  await allow(page, "functional");
  // Of Chromium, strict Trusted Types keep the addresses of these two for themselves.
  const guarded = browserName === "chromium" ? [] : ["/embed", "/object"];
  const wanted = ["/film", "/pay", "/sound", "/wide", ...guarded].toSorted();
  await expect.poll(() => origins.asked.toSorted()).toEqual(wanted);
  expect(await page.evaluate(() => document.querySelector<HTMLElement>("#chat")?.dataset.granted)).toBe("");
  expect(await order(page)).toEqual([]);
  const [, ...denied] = await page.evaluate(() => window.harness.said);
  const refused = ["not-activated", expect.stringContaining("TrustedScriptURL")];
  expect(denied).toEqual(guarded.length ? [] : [refused, refused]);
});

for (const [when, query] of [
  ["later", ""],
  ["before", "?granted=functional"],
] as const) {
  test(`where Trusted Types are not required, object and embed are let go too; granted ${when}`, async ({
    page,
    origins,
  }) => {
    const body = `<object data-purpose="functional" data-data="{third}/object"></object>
      <embed data-purpose="functional" data-src="{third}/embed"><p>end</p>`;
    await page.goto(origins.page(body, "/loose") + query);
    if (!query) await allow(page, "functional");
    await expect.poll(() => origins.asked.toSorted()).toEqual(["/embed", "/object"]);
  });
}

test("debug: hosts that no service declares are told, once, also of what came before", async ({ page, origins }) => {
  await page.goto(
    `${origins.page(`<iframe data-purpose="functional" data-src="{third}/a"></iframe>`)}?granted=functional`,
  );
  await expect.poll(() => origins.asked).toEqual(["/a"]);
  await page.evaluate(() => window.harness.strangers(["example.com"]));
  await page.evaluate((third) => {
    new Image().src = `${third}/b`;
  }, origins.third);
  const told = [["undeclared", new URL(origins.third).host]];
  await expect.poll(() => page.evaluate(() => window.harness.said)).toEqual(told);
  await page.evaluate(() => window.harness.strangers(["localhost"]));
  // Who looks from now on is told of all that came before, in turn.
  await page.evaluate(() => window.harness.strangers(["example.com"]));
  await expect.poll(() => page.evaluate(() => window.harness.said)).toEqual([...told, ...told]);
});

const boxes = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => elements.map((one) => one.getBoundingClientRect().toJSON()));

test.describe("placeholders", () => {
  const body = `
    <iframe id="map" title="Our shop" width="480" height="300" data-purpose="functional" data-src="{third}/map"></iframe>
    <p id="below">below</p>
    <div id="wide"><iframe id="film" width="320" height="240" data-service="pixel" data-src="{third}/film"></iframe></div>
    <img id="dot" alt="" width="1" height="1" data-service="pixel" data-src="{third}/dot">`;

  test("take the place of what is blocked to the pixel, and say what it is", async ({ page, origins }) => {
    await page.goto(`${origins.page(body)}?granted=`);
    const before = await boxes(page, "#map, #below, #film");
    await page.evaluate((part) => window.harness.mount(part), EMBEDS);
    const [map, film] = [
      page.getByRole("group", { name: "Our shop is not loaded" }),
      page.getByRole("group", { name: "Pixel & Co" }),
    ];
    expect(await boxes(page, "[role=group]:has(+ #map), #below, [role=group]:has(+ #film)")).toEqual(before);
    await expect(map.getByText("It belongs to: Comforts.")).toBeVisible();
    await expect(film).toBeVisible();
    await expect(page.getByRole("group")).toHaveCount(2);
    expect(await violations(page)).toEqual([]);
  });

  test("by keyboard: once lets that one go, always the purpose", async ({ page, origins }) => {
    await page.goto(`${origins.page(body)}?granted=`);
    await page.evaluate((part) => window.harness.mount(part), EMBEDS);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Load it this once" }).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(() => origins.asked).toEqual(["/map"]);
    await expect(page.locator("#map")).toBeVisible();
    await expect(page.locator("#map")).toBeFocused();
    await expect(page.getByRole("group")).toHaveCount(1);
    await page.getByRole("button", { name: "Always load Adverts" }).click();
    await expect(page.getByRole("group")).toHaveCount(0);
    await expect.poll(() => origins.asked.toSorted()).toEqual(["/dot", "/film", "/map"]);
    expect(await page.locator("#film").evaluate((film) => film.getAttribute("style") ?? "")).toBe("");
  });

  test("fit in 320 px, dark and forced colours, and pass axe", async ({ page, origins }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const narrow = `<main><h1>Shop</h1><iframe id="map" title="Our shop" width="640" height="360" data-purpose="functional" data-src="{third}/map"></iframe></main>`;
    await page.goto(`${origins.page(narrow)}?granted=`);
    await page.evaluate((part) => window.harness.mount(part), EMBEDS);
    await page.evaluate(AXE);
    for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
      await page.emulateMedia(media);
      for (const button of await page.getByRole("button").all()) {
        const box = await button.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 320 && box.height >= 24).toBe(true);
      }
      // axe does not know the colours that a forced palette puts in.
      if ("forcedColors" in media) continue;
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map(({ id }) => id);
      });
      expect(found).toEqual([]);
    }
  });
});

test.describe("cleaning", () => {
  const PART: CleanPart = {
    traces: {
      analytics: (["cookie", "localStorage", "sessionStorage", "indexedDB", "cache"] as const).map((kind) => ({
        kind,
        name: "_ga*",
      })),
      marketing: [{ kind: "cookie", name: "_fb" }],
    },
  };

  test("takes what the patterns name, on every path and domain, and nothing else; says what stays", async ({
    page,
    origins,
    context,
  }) => {
    const url = origins.page("", "/shop/lamps/one.html");
    await page.goto(url);
    await page.evaluate(async () => {
      for (const place of ["", "; Path=/", "; Path=/shop", "; Path=/shop/lamps/", "; Domain=localhost; Path=/"]) {
        // biome-ignore lint/suspicious/noDocumentCookie: as a third party would.
        document.cookie = `_ga_${place.length}=1${place}`;
      }
      // biome-ignore lint/suspicious/noDocumentCookie: as the page would.
      document.cookie = "basket=1; Path=/";
      // biome-ignore lint/suspicious/noDocumentCookie: as a third party would.
      document.cookie = "_fb=1; Path=/";
      for (const storage of [localStorage, sessionStorage]) {
        storage.setItem("_ga", "1");
        storage.setItem("basket", "1");
      }
      for (const name of ["_ga_db", "basket"]) {
        await new Promise((resolve) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => {
            if (name === "basket") request.result.close();
            else Object.assign(window, { held: request.result });
            resolve(undefined);
          };
        });
        await caches.open(name);
      }
    });
    await context.addCookies([{ name: "_ga_hidden", value: "1", url, httpOnly: true }]);
    await page.evaluate((part) => window.harness.clean(part, ["analytics"]), PART);
    const cookies = async () => (await context.cookies()).map(({ name }) => name).toSorted();
    await expect.poll(cookies).toEqual(["_fb", "_ga_hidden", "basket"]);
    const storage = await page.evaluate(async () => [
      Object.keys(localStorage),
      Object.keys(sessionStorage),
      await caches.keys(),
    ]);
    expect(storage).toEqual([["basket"], ["basket"], ["basket"]]);
    // Somebody still holds it open: it goes when they let go.
    await expect.poll(() => page.evaluate(() => window.harness.said)).toEqual([["trace-left", "indexedDB _ga_db"]]);
    await page.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
    await expect
      .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
      .toEqual(["basket"]);
  });
});
