import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { expect, push, test } from "./edge.ts";

const pages = join(import.meta.dirname, "pages/signals");
const PURPOSES = ["functional", "analytics", "personalization", "marketing"];
const SITE = { google: true, microsoft: true, clarity: true, meta: true, matomo: true, dataLayer: true };

/** What each tool of the page heard, in its order. */
type Heard = Record<"google" | "microsoft" | "clarity" | "meta" | "matomo", unknown[]>;

/** Only what tells tools of the choice, without the rest of Ghostlight: `choose` changes it. */
async function bundle(): Promise<string> {
  const contents = `
    import { compileSignals } from "../../packages/rules/src/site/signals.ts";
    import { tellTools } from "../../packages/sdk/src/signals/apply.ts";
    import { createCaller } from "../../packages/sdk/src/signals/caller/apply.ts";
    const signals = compileSignals(${JSON.stringify(SITE)}, ${JSON.stringify(PURPOSES)});
    const listening = [];
    tellTools({ signals, calls: createCaller }, (_, listen) => listening.push(listen));
    window.choose = (purposes) => listening.forEach((listen) => listen({ chosen: true, purposes }));
  `;
  const stdin = { contents, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "iife", write: false });
  return outputFiles[0]?.text ?? "";
}

const told = bundle();

async function open(page: Page, file: string): Promise<void> {
  await page.route("http://tools.test/**", async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/told.js") return route.fulfill({ body: await told, contentType: "text/javascript" });
    return route.fulfill({ path: join(pages, path) });
  });
  await page.goto(`http://tools.test/${file}`);
}

const choose = (page: Page, ...granted: string[]) =>
  page.evaluate((purposes) => Reflect.get(window, "choose")(purposes), granted);
const hear = (page: Page): Promise<Heard> => page.evaluate(() => Reflect.get(window, "heard"));

/** Each tool leaves its mark: some say nothing by themselves. */
const expectAllLoaded = (page: Page) =>
  expect.poll(() => page.evaluate(() => Reflect.get(window, "loaded")?.length)).toBe(5);

/** The dataLayer as it lies there, whether or not somebody reads it. */
const layer = (page: Page): Promise<unknown[]> =>
  page.evaluate(() =>
    Reflect.get(window, "dataLayer").map((item: object) => ("length" in item ? Array.from(item as never) : item)),
  );

const google = (granted: readonly string[]) => {
  const state = (purpose: string) => (granted.includes(purpose) ? "granted" : "denied");
  return {
    ad_storage: state("marketing"),
    ad_user_data: state("marketing"),
    ad_personalization: state("marketing"),
    analytics_storage: state("analytics"),
    functionality_storage: state("functional"),
    personalization_storage: state("personalization"),
    security_storage: "granted",
  };
};
const DEFAULT = ["consent", "default", { ...google([]), wait_for_update: 500 }];
const CONFIG = [
  ["js", "now"],
  ["config", "G-1"],
];
const updated = (...granted: string[]) => [
  ["consent", "update", google(granted)],
  {
    event: "ghostlight_consent",
    purposes: Object.fromEntries(PURPOSES.map((purpose) => [purpose, granted.includes(purpose)])),
  },
];
const clarity = (ad: string, analytics: string) => ["consentv2", { ad_Storage: ad, analytics_Storage: analytics }];

test("Google's default comes before its configuration, and each change is one update @row-24", async ({ page }) => {
  await open(page, "first.html");
  expect(await layer(page)).toEqual([DEFAULT, ...CONFIG]);
  await choose(page);
  await choose(page);
  await choose(page, "analytics");
  await choose(page, "analytics");
  await choose(page, ...PURPOSES);
  await choose(page);
  const expected = [DEFAULT, ...CONFIG, ...updated(), ...updated("analytics"), ...updated(...PURPOSES), ...updated()];
  expect(await layer(page)).toEqual(expected);
  await expect.poll(async () => (await hear(page)).google).toEqual(expected);
});

test("told before them, every tool loads by its own snippet, and hears us before its page @row-26", async ({
  page,
}) => {
  await open(page, "first.html");
  await expectAllLoaded(page);
  await choose(page, "marketing");
  await choose(page);
  await expect
    .poll(() => hear(page))
    .toEqual({
      google: [DEFAULT, ...CONFIG, ...updated("marketing"), ...updated()],
      microsoft: [
        ...["consent", "default", { ad_storage: "denied" }],
        "pageLoad",
        ...["consent", "update", { ad_storage: "granted" }],
        ...["consent", "update", { ad_storage: "denied" }],
      ],
      clarity: [clarity("denied", "denied"), clarity("granted", "denied"), clarity("denied", "denied")],
      meta: [
        ["consent", "revoke"],
        ["init", "1"],
        ["track", "PageView"],
        ["consent", "grant"],
        ["consent", "revoke"],
      ],
      // Nothing of its own purpose changed.
      matomo: [["requireConsent"], ["trackPageView"]],
    });
});

test("tools that load after the choice find all of it, in order @row-26", async ({ page }) => {
  await open(page, "alone.html");
  await choose(page);
  await choose(page, "analytics", "marketing");
  expect(await page.evaluate(() => [Reflect.get(window, "fbq"), Reflect.get(window, "clarity")])).toEqual([
    undefined,
    undefined,
  ]);
  await page.addScriptTag({ content: await readFile(join(pages, "snippets.js"), "utf8") });
  await expectAllLoaded(page);
  await expect
    .poll(() => hear(page))
    .toEqual({
      google: [DEFAULT, ...updated(), ...updated("analytics", "marketing"), ...CONFIG],
      microsoft: [
        ...["consent", "default", { ad_storage: "denied" }],
        ...["consent", "update", { ad_storage: "denied" }],
        ...["consent", "update", { ad_storage: "granted" }],
        "pageLoad",
      ],
      clarity: [clarity("denied", "denied"), clarity("granted", "granted")],
      meta: [
        ["consent", "revoke"],
        ["consent", "grant"],
        ["init", "1"],
        ["track", "PageView"],
      ],
      matomo: [["requireConsent"], ["setConsentGiven"], ["trackPageView"]],
    });
});

test("tools that were there first hear the default, then each change, from then on @row-26", async ({ page }) => {
  await open(page, "last.html");
  await expectAllLoaded(page);
  await page.addScriptTag({ url: "/told.js" });
  await choose(page, "analytics");
  const heard = await hear(page);
  expect(heard.clarity).toEqual([clarity("denied", "denied"), clarity("denied", "granted")]);
  expect(heard.meta).toEqual([
    ["init", "1"],
    ["track", "PageView"],
    ["consent", "revoke"],
  ]);
  expect(heard.matomo).toEqual([["trackPageView"], ["requireConsent"], ["setConsentGiven"]]);
  expect(heard.microsoft.slice(1)).toEqual(
    ["default", "update"].flatMap((when) => ["consent", when, { ad_storage: "denied" }]),
  );
  expect(heard.google).toEqual([...CONFIG, DEFAULT, ...updated("analytics")]);
});

test.describe("on a page with the script tag", () => {
  test.use({ served: { siteFile: "test/browser/pages/signals/site.json", pages: "test/browser/pages/signals" } });

  test("default, choice, withdrawal and return are told, each once @row-24 @row-26", async ({ page, edge, watch }) => {
    const start = [DEFAULT, ["set", "ads_data_redaction", true]];
    await page.goto(`${edge.url}/shop.html`);
    await expect.poll(() => layer(page)).toEqual([...start, ...CONFIG]);
    await page.getByRole("button", { name: "Accept" }).click();
    await expect.poll(() => layer(page)).toEqual([...start, ...CONFIG, ...updated(...PURPOSES)]);
    await push(page, ["consent.open"]);
    await page.getByRole("button", { name: "Refuse" }).click();
    await expect.poll(() => layer(page)).toEqual([...start, ...CONFIG, ...updated(...PURPOSES), ...updated()]);
    await expect
      .poll(async () => (await hear(page)).meta)
      .toEqual([
        ["consent", "revoke"],
        ["init", "1"],
        ["track", "PageView"],
        ["consent", "grant"],
        ["consent", "revoke"],
      ]);
    await push(page, ["consent.open"]);
    await page.getByRole("button", { name: "Accept" }).click();
    await page.reload();
    await expect.poll(() => layer(page)).toEqual([...start, ...updated(...PURPOSES), ...CONFIG]);
    expect(watch.faults).toEqual([]);
  });
});
