// @ts-check
/** Several tabs of one visitor at once. */
import { wait } from "../stage.mjs";

const NAMES = ["a", "b", "c", "d", "e"];

/** @param {number} count */
const tabs = (count) => async (/** @type {import("../stage.mjs").Stage} */ stage) => {
  // The first answers, as a visitor would before opening more.
  const pages = [await stage.open()];
  while (pages.length < count) pages.push(await stage.open());
  const each = stage.events / count;
  await Promise.all(pages.map((page, index) => stage.make(page, each, NAMES[index])));
};

/** @type {import("./row.mjs").Row[]} */
export const together = [
  { name: "two-tabs", fault: "two tabs at once", run: tabs(2) },
  { name: "five-tabs", fault: "five tabs at once", run: tabs(5) },
  {
    name: "no-locks",
    fault: "five tabs, no Web Locks",
    async run(stage) {
      await (await stage.visitor()).addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
      await tabs(5)(stage);
    },
  },
  {
    name: "tab-closed",
    fault: "of three tabs, the one that sends is closed again and again",
    async run(stage) {
      const pages = [await stage.open(), await stage.open(), await stage.open()];
      const each = stage.events / 6;
      for (const name of NAMES.slice(0, 3)) {
        const [page] = pages;
        if (!page) break;
        const before = stage.proxy.seen.length;
        await Promise.all(pages.map((one, index) => stage.make(one, each / 2, `${name}${index}-`)));
        const end = Date.now() + 3_000;
        while (stage.proxy.seen.length === before && Date.now() < end) await wait(5);
        if (pages.length > 1) await pages.shift()?.close();
      }
    },
  },
  {
    name: "withdrawn",
    fault: "agreement withdrawn in another tab mid-burst, given again",
    oursOnly: true,
    async run(stage) {
      const [page, other] = [await stage.open(), await stage.open()];
      const choose = (/** @type {boolean} */ yes) =>
        other.evaluate((agreed) => {
          const { ghostlight } = /** @type {any} */ (window);
          ghostlight.consent.set({ analytics: agreed, personalization: agreed });
        }, yes);
      // Timers of a tab behind another hardly run.
      await page.bringToFront();
      // In the page, because only there a call and the cookie can be read in one task.
      await page.evaluate((count) => {
        const { make, document } = /** @type {any} */ (window);
        const log = { refused: 0, all: 0 };
        Object.assign(window, { log });
        const timer = setInterval(() => {
          for (let one = 0; one < 4; one++) {
            const refused = document.cookie.includes("analytics:0");
            make(refused ? "refused" : "before", log.all, ++log.all);
            if (refused) log.refused++;
          }
          if (log.all >= count && log.refused >= 40) clearInterval(timer);
        }, 4);
      }, stage.events);
      await wait(200);
      await choose(false);
      const withdrawn = Date.now();
      await page.waitForFunction(() => /** @type {any} */ (window).log.refused >= 40);
      await wait(1_500);
      const sentAfter = stage.proxy.seen.filter(({ at }) => at > withdrawn + 100).length;
      const refused = await page.evaluate(() => /** @type {any} */ (window).log.refused);
      await choose(true);
      await stage.ready(page);
      await stage.make(page, stage.events / 2);
      await stage.settle(25_000);
      const events = await stage.store.events();
      const stored = events.filter(({ properties }) => String(properties?.n).startsWith("refused")).length;
      return [
        ...(stored ? [`${stored} of ${refused} events were stored although they were refused`] : []),
        ...(sentAfter ? [`${sentAfter} batches left after the withdrawal`] : []),
      ];
    },
  },
];
