import type { Page } from "@playwright/test";
import { onlyChromium } from "./_only.ts";
import { expect, test } from "./edge.ts";

test.use({ served: { siteFile: "demo/ghostlight.json", pages: "demo/dist" } });

/** What somebody reads on the buttons of the shop. */
interface Words {
  readonly home: string;
  readonly accept: string;
  readonly add: string;
  readonly cart: RegExp;
  readonly checkout: string;
  readonly fill: string;
  readonly place: string;
  readonly again: string;
  readonly minutes: string;
  readonly sixty: string;
  readonly back: string;
}

const ENGLISH: Words = {
  home: "/",
  accept: "Accept",
  add: "Add to cart",
  cart: /^Cart/,
  checkout: "To the checkout",
  fill: "Fill in somebody made up",
  place: "Place the demo order",
  again: "Order the same again",
  minutes: "+30 minutes",
  sixty: "+60 days",
  back: "Back to now",
};

const ITALIAN: Words = {
  home: "/it/",
  accept: "Accetta",
  add: "Metti nel carrello",
  cart: /^Carrello/,
  checkout: "Vai alla cassa",
  fill: "Compila con dati inventati",
  place: "Invia l’ordine di prova",
  again: "Ordina di nuovo le stesse",
  minutes: "+30 minuti",
  sixty: "+60 giorni",
  back: "Torna ad adesso",
};

interface Shift extends PerformanceEntry {
  readonly sources: readonly { readonly node?: Node }[];
}

/** What moved in the shop of the page that is open, whether or not a click came just before. The panel may grow. */
const SHIFTS = () => {
  const seen: string[] = [];
  Object.assign(window, { shifts: seen });
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries() as Shift[]) {
      const moved = sources.flatMap(({ node }) => (node instanceof Element ? node : (node?.parentElement ?? [])));
      seen.push(...moved.filter((one) => !one.closest("[data-demo]")).map((one) => one.outerHTML.slice(0, 80)));
    }
  }).observe({ type: "layout-shift", buffered: true });
};

/** A visitor of the demo shop: does what the buttons offer, and looks at the greeting. */
function visitor(page: Page, url: string, words: Words) {
  const slot = page.locator("[data-gl-slot=welcome]");
  const heights = new Set<number>();
  const titles = new Set<string>();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const order = async (): Promise<void> => {
    await press(words.fill);
    await press(words.place);
    await expect(page).toHaveURL(/thanks\.html/);
  };
  const open = (path: string) => page.goto(url + words.home + path);
  return {
    titles,
    press,
    open,
    home: () => open(""),
    /** The greeting, and that nothing moved for it. */
    async greeted(name: string): Promise<void> {
      await expect(slot).toHaveAttribute("data-gl-experience", `welcome-${name}`);
      // Letters of another type have another height.
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      titles.add((await slot.locator("h1").textContent()) ?? "");
      heights.add((await slot.boundingBox())?.height ?? 0);
      expect([...heights], name).toHaveLength(1);
      expect(await page.evaluate(() => Reflect.get(window, "shifts")), name).toEqual([]);
    },
    async look(lamps: readonly string[]): Promise<void> {
      for (const lamp of lamps) await open(`lamps/${lamp}.html`);
    },
    async buy(): Promise<void> {
      await page.getByRole("link", { name: words.cart }).first().click();
      await page.getByRole("link", { name: words.checkout }).click();
      await order();
    },
    async buyAgain(): Promise<void> {
      await press(words.again);
      await order();
    },
    async travel(step: string): Promise<void> {
      if (await page.locator("#demo-panel").isHidden()) await press("Demo");
      await expect(page.locator("#demo-panel")).toBeVisible();
      await press(step);
    },
    stage: page.locator("[data-stage][aria-current]"),
    strip: page.locator("[data-gl-slot=strip]"),
  };
}

test("1. somebody goes through the eight stages by what they do and by time, and each has its own greeting", async ({
  page,
  edge,
  watch,
}) => {
  // Some forty pages.
  test.setTimeout(240_000);
  await page.addInitScript(SHIFTS);
  const me = visitor(page, edge.url, ENGLISH);
  await me.home();
  await me.press(ENGLISH.accept);
  await me.greeted("new");

  await me.look(["nervi", "boccadasse", "albaro"]);
  await me.home();
  await me.greeted("lead");
  await expect(page.locator("[data-gl-slot=selection]")).toHaveAttribute("data-gl-experience", "selection-table");

  await me.look(["nervi"]);
  await me.press(ENGLISH.add);
  await me.home();
  await me.greeted("lead");
  await me.travel(ENGLISH.minutes);
  await me.greeted("waiting");
  await expect(me.stage).toHaveAttribute("data-stage", "waiting");

  await me.buy();
  await me.home();
  await me.greeted("occasional");
  await me.look(["nervi"]);
  await expect(me.strip).toHaveAttribute("data-gl-experience", "strip-buyers");

  await page.goBack();
  await page.goBack();
  await me.buyAgain();
  const thanks = page.url();
  await me.home();
  await me.greeted("repeat");

  await page.goto(thanks);
  await me.buyAgain();
  await me.buyAgain();
  await me.home();
  await me.greeted("hero");
  await me.open("about.html");
  await expect(page.locator("[data-gl-slot=bench]")).toHaveAttribute("data-gl-experience", "bench-hero");

  await me.home();
  await me.travel(ENGLISH.sixty);
  await me.greeted("at-risk");
  await me.travel(ENGLISH.sixty);
  await me.greeted("lost");

  await me.look(["molo"]);
  await expect(me.strip).toHaveAttribute("data-gl-experience", "strip-lost");
  await me.home();
  await me.greeted("lost");
  await me.look(["molo"]);
  await me.press(ENGLISH.add);
  await me.home();
  await me.greeted("hero");
  expect(me.titles.size).toBe(8);
  expect(watch.faults).toEqual([]);
});

test("2. the same in Italian, as far as a second order and back from the time when it is lost", async ({
  page,
  edge,
  watch,
}) => {
  onlyChromium("back");
  await page.addInitScript(SHIFTS);
  const me = visitor(page, edge.url, ITALIAN);
  await me.home();
  await me.press(ITALIAN.accept);
  await me.greeted("new");
  await me.look(["faro"]);
  await me.press(ITALIAN.add);
  await me.home();
  await me.greeted("lead");
  await me.travel(ITALIAN.minutes);
  await me.greeted("waiting");
  await me.press(ITALIAN.back);
  await me.greeted("lead");
  await me.buy();
  await me.home();
  await me.greeted("occasional");
  await page.goBack();
  await me.buyAgain();
  await me.home();
  await me.greeted("repeat");
  await me.travel(ITALIAN.sixty);
  await me.greeted("at-risk");
  await me.travel(ITALIAN.sixty);
  await me.greeted("lost");
  await me.travel(ITALIAN.back);
  await me.greeted("repeat");
  expect(me.titles.size).toBe(7);
  expect(watch.faults).toEqual([]);
});

test("3. the panel says the stage, since when, why, the segments and that nobody knows who it is", async ({
  page,
  edge,
}) => {
  const me = visitor(page, edge.url, ENGLISH);
  await me.home();
  await me.press(ENGLISH.accept);
  await me.look(["faro"]);
  await me.press(ENGLISH.add);
  await me.buy();
  await me.home();
  await me.press("Demo");
  const panel = page.locator("#demo-panel");
  await expect(me.stage).toHaveAttribute("data-stage", "occasional");
  await expect(panel.locator("[data-since]")).toHaveText(/^since \w+/);
  await expect(panel.locator("[data-ghost]")).toBeVisible();
  await expect(panel.locator("[data-segments] strong")).toHaveText(["buyers", "value-medium", "likes-wall"]);
  await panel.getByText("Why this stage").click();
  await expect(panel.locator("[data-why]")).toContainText("Order Completed: 1, wanted ≥ 1");
  await panel.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "Demo", exact: true })).toBeFocused();

  await me.open("returns.html");
  await expect(page.locator("[data-gl-slot=returns]")).toHaveAttribute("data-gl-experience", "returns-churn");
});

test("4. what the service pages and the form tell has names, and nothing that was typed", async ({ page, edge }) => {
  const me = visitor(page, edge.url, ENGLISH);
  await me.home();
  await me.press(ENGLISH.accept);
  await me.open("returns.html");
  await me.open("delivery.html");
  await page.getByLabel("Lamp", { exact: true }).selectOption("Albaro");
  await me.press("Work it out");
  await expect(page.locator("[data-estimate-says]")).toHaveText(
    "€265 for the lamps, €14 for delivery: €279 in all, VAT included.",
  );
  await me.open("about.html");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await me.press("Write to me");
  await expect(page.locator("[data-letter-says]")).toHaveText(/^Noted/);
  const tracked = async () =>
    (await edge.events()).flatMap(({ event, properties }) => (event ? [[event, properties]] : []));
  await expect
    .poll(async () => (await tracked()).map(([name]) => name))
    .toEqual(["Cancellation Terms Viewed", "Price Simulator Used", "Form Started", "Form Submitted"]);
  expect(JSON.stringify(await edge.events())).not.toContain("ada@");
  expect((await tracked())[1]?.[1]).toMatchObject({ total: 279, currency: "EUR" });
});
