/** What a site does not use is not in what its visitors load, and the rest works without it; under a strict policy. */
import type { Page } from "@playwright/test";
import { expectJudged, JUDGED } from "./_judged.ts";
import { atRest, expect, push, test } from "./edge.ts";

const SITE = { siteFile: "test/browser/pages/site.json", pages: "test/browser/pages" };
const ALL = { functional: true, analytics: true, personalization: true, marketing: true };

/** Which of the pieces are in the scripts that the page loads, by the name of the script. */
function piecesOf(page: Page): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  page.on("response", async (response) => {
    const [, name] = /\/(shop|engine|center)\.js$/.exec(response.url()) ?? [];
    if (!name) return;
    const part = (await response.text()).split("\n").slice(1).join("\n");
    found.set(
      name,
      ["tells", "calls", "profile", "render", "contact", "operators", "pageFacts", "likes"].filter((piece) =>
        new RegExp(`^(.*[{])?${piece}:\\(`, "m").test(part),
      ),
    );
  });
  return found;
}

const stage = (page: Page) =>
  page.evaluate(() => {
    const { ghostlight } = window;
    return ghostlight && !Array.isArray(ghostlight) ? ghostlight.stage() : undefined;
  });
const slot = (page: Page) => page.locator("[data-gl-slot]");

/** Agrees to everything, and opens the center. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/en.html`);
  await push(page, ["consent.set", ALL]);
  await expect.poll(() => stage(page)).toBe("new");
  await page.getByRole("button", { name: "Cookie choices" }).click();
  await expect(page.getByRole("heading", { name: "What this site knows about you" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Download everything" })).toBeVisible();
}

test.describe("a site without experiences, tools to tell and channels", () => {
  test.use({ served: { ...SITE, patch: { experiences: {}, services: {}, signals: {} } } });

  test("has no code for them; it knows its visitor all the same, and its center is whole", async ({
    page,
    edge,
    watch,
  }) => {
    const pieces = piecesOf(page);
    await visit(page, edge.url);
    await expect.poll(() => [...pieces]).toHaveLength(3);
    expect(Object.fromEntries(pieces)).toEqual({ shop: [], engine: ["profile"], center: [] });
    await expect(page.getByRole("heading", { name: "How to reach you" })).toHaveCount(0);
    await expect(slot(page)).toHaveText("Default");
    await page.getByRole("button", { name: "Refuse all" }).click();
    await expect.poll(() => stage(page)).toBeUndefined();
    await atRest(page);
    await expect(slot(page)).toHaveText("Default");
    expect(await page.evaluate(() => ["dataLayer", "fbq"].filter((name) => name in window))).toEqual([]);
    expect(watch).toMatchObject({ faults: [], console: [] });
  });
});

test.describe("a site with all of them", () => {
  const patch = {
    services: { "meta-pixel": true },
    signals: { meta: true },
    channels: ["email", "sms"],
    topics: { news: { name: "News" } },
  };
  test.use({ served: { ...SITE, patch } });

  test("has their code, and it works", async ({ page, edge, watch }) => {
    const pieces = piecesOf(page);
    await page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard, fbq: (...call: unknown[]) => heard.push(call) });
    });
    await visit(page, edge.url);
    await expect.poll(() => [...pieces]).toHaveLength(3);
    expect(Object.fromEntries(pieces)).toEqual({
      shop: ["tells", "calls"],
      engine: ["profile", "render"],
      center: ["contact"],
    });
    await expect(slot(page)).toHaveText("<b>Welcome</b>");
    await expect(page.getByRole("heading", { name: "How to reach you" })).toBeVisible();
    await page.getByRole("switch", { name: "E-mail", exact: true }).check();
    await page.getByLabel("How often").selectOption("weekly");
    await page.getByRole("checkbox", { name: "News" }).check();
    await page.getByRole("button", { name: "1 month" }).click();
    await expect(page.getByText(/^Paused until /)).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual([
      ["consent", "revoke"],
      ["consent", "grant"],
    ]);
    await page.getByRole("button", { name: "Refuse all" }).click();
    await expect(slot(page)).toHaveText("Default");
    await atRest(page);
    expect(watch).toMatchObject({ faults: [], console: [] });
  });
});

test.describe("a site with tools that have a queue, and none that is called", () => {
  test.use({ served: { ...SITE, patch: { experiences: {}, services: {}, signals: { dataLayer: true } } } });

  test("tells them, with the code for that alone", async ({ page, edge, watch }) => {
    const pieces = piecesOf(page);
    await visit(page, edge.url);
    await expect.poll(() => pieces.get("shop")).toEqual(["tells"]);
    await page.getByRole("button", { name: "Refuse all" }).click();
    const told = () => page.evaluate(() => Reflect.get(window, "dataLayer"));
    const saying = (yes: boolean) => ({
      event: "ghostlight_consent",
      purposes: { analytics: yes, personalization: yes },
    });
    await expect.poll(told).toEqual([saying(true), saying(false)]);
    expect(watch).toMatchObject({ faults: [], console: [] });
  });
});

test.describe("a site that does not ask whether it may know its visitors", () => {
  test.use({ served: { ...SITE, patch: { purposes: { personalization: false }, segments: JUDGED } } });

  test("has no code for that, and its messages arrive all the same", async ({ page, edge, watch }) => {
    const pieces = piecesOf(page);
    await page.goto(`${edge.url}/en.html`);
    await push(page, ["consent.set", ALL]);
    await expect.poll(() => pieces.get("engine")).toEqual([]);
    const kept = await page.evaluate(async () => {
      const { ghostlight } = window;
      if (!ghostlight || Array.isArray(ghostlight)) return undefined;
      const heard: unknown[] = [];
      await ghostlight.register({ name: "tool", track: ({ event }) => heard.push(event) });
      const message = await ghostlight.track("Signed Up");
      await ghostlight.flush();
      const known = [ghostlight.stage(), ghostlight.segments(), await ghostlight.why("lead")];
      return { event: message?.event, heard, known };
    });
    expect(kept).toEqual({ event: "Signed Up", heard: ["Signed Up"], known: [undefined, [], undefined] });
    await expect(slot(page)).toHaveText("Default");
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
      "ghostlight-events",
    ]);
    await push(page, ["profile.erase"]);
    await push(page, ["consent.reset"]);
    await atRest(page);
    expect(watch).toMatchObject({ faults: [], console: [] });
  });
});

test.describe("a site whose rules ask for operators that few do, and what the visitor likes", () => {
  test.use({ served: { ...SITE, patch: { experiences: {}, segments: JUDGED } } });

  test("has their code, and judges by it", async ({ page, edge, watch }) => {
    const pieces = piecesOf(page);
    await page.goto(`${edge.url}/en.html`);
    await push(page, ["consent.set", ALL]);
    await expectJudged(page);
    await expect.poll(() => pieces.get("engine")).toEqual(["profile", "operators", "pageFacts", "likes"]);
    expect(watch).toMatchObject({ faults: [], console: [] });
  });
});
