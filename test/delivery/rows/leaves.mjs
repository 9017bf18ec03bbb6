// @ts-check
/** The visitor goes, in all the ways that leave a page time for a last word. */
import { wait } from "../stage.mjs";
import { CHROMIUM, VISITS } from "./row.mjs";

/** @typedef {import("../stage.mjs").Stage} Stage */

/** @type {import("./row.mjs").Row[]} */
export const leaves = [
  {
    name: "closed",
    fault: "page closed at once after the last event",
    gone: true,
    async run(stage) {
      for (let visit = 0; visit < VISITS; visit++) {
        const page = await stage.open();
        await stage.make(page, stage.events / VISITS);
        await stage.closeTab(page);
      }
    },
  },
  {
    name: "left",
    fault: "page left in the task of the last event",
    gone: true,
    async run(stage) {
      for (let visit = 0; visit < VISITS; visit++) {
        const page = await stage.open();
        await page.evaluate(
          ([from, to]) => {
            /** @type {any} */ (window).make("a", from, to);
            location.assign("/away");
          },
          stage.expect(stage.events / VISITS),
        );
        await page.waitForURL("**/away");
        await page.close();
      }
    },
  },
  {
    name: "young",
    fault: "page left as it was parsed, before the engine came",
    gone: true,
    async run(stage) {
      await (await stage.open()).close();
      for (let visit = 0; visit < VISITS; visit++) {
        const [from, to] = stage.expect(stage.events / VISITS);
        const leave = `<script>for (let one = ${from}; one < ${to}; one++) track("Thing Done", { n: "a" + one });
          addEventListener("DOMContentLoaded", () => location.assign("/away"));</script>`;
        stage.addPage(`/young-${visit}`, stage.tracker.head, leave);
        const page = await (await stage.visitor()).newPage();
        await page.goto(`${stage.proxy.url}/young-${visit}`);
        await page.waitForURL("**/away");
        await page.close();
      }
    },
  },
  {
    name: "back",
    fault: "left and come back to, from the back-forward cache",
    engines: CHROMIUM,
    async run(stage) {
      const page = await stage.open();
      await page.evaluate(() => {
        addEventListener("pageshow", ({ persisted }) => {
          Object.assign(window, { persisted });
        });
      });
      let back = 0;
      for (let turn = 0; turn < 4; turn++) {
        await stage.make(page, stage.events / 4);
        await page.evaluate(() => location.assign("/away"));
        await page.waitForURL("**/away");
        await page.evaluate(() => history.back());
        // Not its load: a page that comes from the cache has had that.
        await page.waitForURL(`${stage.proxy.url}/`, { waitUntil: "commit" });
        await wait(100);
        if (await page.evaluate(() => /** @type {any} */ (window).persisted === true)) back++;
        else await stage.ready(page);
      }
      return back < 4 ? [`only ${back} of 4 times from the cache`] : [];
    },
  },
];
