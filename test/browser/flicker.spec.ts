/** What a visitor who comes back sees, frame by frame, on a machine four times slower. */
import type { BrowserContext, Page } from "@playwright/test";
import { countColours, traceFrames } from "./_frames.ts";
import { onlyChromium } from "./_only.ts";
import { type Edge, expect, push, type Served, test } from "./edge.ts";

/** Each takes seconds: `GHOSTLIGHT_LOADS=10 npm run browser -- flicker.spec` is the proof; every day the harder half does. */
const ASKED = process.env.GHOSTLIGHT_LOADS;
const LOADS = Number(ASKED ?? 2);
const SLOWER = 4;
const SNAPSHOT = "ghostlight-slots";

const pages = { siteFile: "test/browser/pages/slots/site.json", pages: "test/browser/pages/slots" };
const demo = { siteFile: "demo/ghostlight.json", pages: "demo/dist", patch: { snapshot: true } };

/** Of so many slots, the last one's content has no room in the snapshot: it waits, as high as what will be in it. */
const MANY = 60;
const show = {
  text: "A text that takes just about as much room as the default that it takes the place of, so that nothing that is below it moves when one of them comes after the other, on every screen that is narrower than this line is long.",
};
const lead = { if: { stage: "lead" }, show };
const others = Array.from({ length: MANY }, (_, n) => [`other-${n}-lead`, { slot: `home-slot-${n}`, ...lead }]);
const experiences = { ...Object.fromEntries(others), "note-lead": { slot: "note", ...lead } };
const many = { ...pages, patch: { experiences } };

interface Case {
  readonly name: string;
  readonly served: Served;
  readonly path: string;
  readonly slot: string;
}

const CASES: readonly Case[] = [
  { name: "a text", served: pages, path: "/text.html", slot: "note" },
  { name: "a template before its slot", served: pages, path: "/before.html", slot: "hero" },
  { name: "a template after its slot, and a frame between them", served: pages, path: "/after.html", slot: "hero" },
  { name: `a text beside ${MANY} others`, served: many, path: "/text.html", slot: "note" },
  { name: "the shop's home page", served: demo, path: "/", slot: "welcome" },
];

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node?: Node | null }[];
}

/**
 * Red is what everybody sees, green what is this visitor's own; nothing else of the page is. Adds up what moves: of the
 * slot, in it and after it. What stands before it no slot can move: a page that is drawn in the midst of its header is.
 */
function paint(slot: string): void {
  const sheet = new CSSStyleSheet();
  const plain = `[data-gl-slot="${slot}"]:not([data-gl-experience])`;
  const own = `[data-gl-slot="${slot}"][data-gl-experience]`;
  sheet.replaceSync(
    `${plain}{background:#f00!important}${own}{background:#0f0!important}:is(${plain},${own}) *{opacity:0!important}`,
  );
  document.adoptedStyleSheets = [sheet];
  const shifts = { ours: 0, all: 0 };
  Reflect.set(window, "shifts", shifts);
  new PerformanceObserver((list) => {
    const place = document.querySelector(`[data-gl-slot="${slot}"]`);
    for (const { value, sources } of list.getEntries() as Shift[]) {
      shifts.all += value;
      // A node that is gone may have been in it.
      const isBefore = (node: Node | null | undefined) =>
        node && place && (place.compareDocumentPosition(node) & 10) === Node.DOCUMENT_POSITION_PRECEDING;
      if (!sources.length || !sources.every(({ node }) => isBefore(node))) shifts.ours += value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Two frames on, what was there has been drawn. */
const drawn = () => new Promise<unknown>((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** First visit, grant, and what makes a lead of somebody. */
async function becomeLead(page: Page, edge: Edge, { path, slot }: Case): Promise<void> {
  await page.goto(edge.url + path);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /accept/i })
    .click();
  for (const id of ["a", "b", "c"]) await push(page, ["track", "Product Viewed", { product_id: id }]);
  await expect(page.locator(`[data-gl-slot=${slot}]`)).toHaveAttribute("data-gl-experience", /-lead$/);
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), SNAPSHOT)).toContain("-lead");
}

interface Load {
  readonly red: number;
  readonly green: number;
  readonly shifts: { readonly ours: number; readonly all: number };
  /** ms from our script to the end of the document: so long a template may be on its way. */
  readonly parsed: number;
}

/** Of one load until the engine has decided: in how many frames which was seen. `isBlank`: nothing was left behind. */
async function load(context: BrowserContext, edge: Edge, { path, slot }: Case, isBlank = false): Promise<Load> {
  const page = await context.newPage();
  if (isBlank) {
    await page.addInitScript((key) => localStorage.removeItem(key), SNAPSHOT);
    // The engine of a fast machine may be there before the first frame.
    await page.route("**/engine.js", async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      await page.evaluate(drawn);
      await route.continue();
    });
  }
  await page.addInitScript(paint, slot);
  await page.route("**/slow.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
  const frames = await traceFrames(page, SLOWER, async () => {
    await page.goto(edge.url + path);
    await page.evaluate(
      () => new Promise<void>((resolve) => window.ghostlight?.push(["on", "stage", () => resolve()])),
    );
    await expect(page.locator(`[data-gl-slot=${slot}]`)).toHaveAttribute("data-gl-experience", /-lead$/);
    await page.evaluate(drawn);
  });
  const shifts: Load["shifts"] = await page.evaluate(() => Reflect.get(window, "shifts"));
  const parsed = await page.evaluate(() => {
    const [script] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/g/shop.js"));
    const [document] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return Math.round((document?.domInteractive ?? 0) - ((script as PerformanceResourceTiming)?.responseEnd ?? 0));
  });
  await page.close();
  const decoder = await context.newPage();
  await decoder.goto(`${edge.url}/page.css`);
  const seen = { red: 0, green: 0 };
  for (const frame of frames) {
    const { red, green } = await countColours(decoder, frame);
    if (red > 50) seen.red++;
    if (green > 50) seen.green++;
  }
  await decoder.close();
  return { ...seen, shifts, parsed };
}

for (const one of ASKED ? CASES : CASES.slice(2)) {
  test.describe(one.name, () => {
    test.use({ served: one.served });

    test(`${one.name}: in ${LOADS} loads of ${LOADS} at ${SLOWER} times slow-down no frame of the default, and nothing moves`, async ({
      page,
      context,
      edge,
    }, info) => {
      onlyChromium("protocol");
      test.setTimeout(300_000);
      await becomeLead(page, edge, one);
      const loads: Load[] = [];
      for (let count = 0; count < LOADS; count++) loads.push(await load(context, edge, one));
      info.annotations.push({ type: "figures", description: JSON.stringify(loads) });
      console.log(one.name, JSON.stringify(loads));
      // What was looked for was seen: else a page that draws nothing would do.
      expect(Math.min(...loads.map(({ green }) => green))).toBeGreaterThan(0);
      expect(loads.map(({ red }) => red)).toEqual(Array(LOADS).fill(0));
      expect(loads.map(({ shifts }) => shifts.ours)).toEqual(Array(LOADS).fill(0));

      // The same eyes see it where nothing was left behind.
      const without = await load(context, edge, one, true);
      console.log("without", JSON.stringify(without));
      expect(without.red).toBeGreaterThan(0);
    });
  });
}
