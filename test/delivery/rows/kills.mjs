// @ts-check
/** The page's process ends, or the whole browser: nothing of ours runs any more. */
import { wait } from "../stage.mjs";
import { CHROMIUM, VISITS } from "./row.mjs";

/** @typedef {import("../stage.mjs").Stage} Stage */

/** ms in which whatever was made is surely on the disk. */
const SETTLE = 1_000;

/** Holds the next batch back until the row lets go; then it is stored or not, and nobody is told. @param {Stage} stage @param {boolean} stored */
function holdNext(stage, stored) {
  /** @type {() => void} */
  let release = () => undefined;
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  const held = new Promise((resolve) => {
    stage.proxy.plan(async () => {
      resolve(undefined);
      await released;
      return { stored, answer: "reset" };
    });
  });
  return { held, release };
}

/** @param {import("@playwright/test").Page} page */
async function crash(page) {
  const gone = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  session.send("Page.crash").catch(() => undefined);
  await gone;
}

/** The tab dies while a batch is on its way. @param {boolean} stored */
const killed = (stored) => async (/** @type {Stage} */ stage) => {
  const { held, release } = holdNext(stage, stored);
  const page = await stage.open();
  await stage.make(page, stage.events);
  await held;
  // What was made last has its own row.
  await wait(SETTLE);
  await crash(page);
  stage.proxy.heal();
  release();
  await page.close();
};

/** @type {import("./row.mjs").Row[]} */
export const kills = [
  {
    name: "tab-killed",
    fault: "tab killed mid-send, batch not stored",
    engines: CHROMIUM,
    gone: true,
    run: killed(false),
  },
  {
    name: "tab-killed-stored",
    fault: "tab killed mid-send, batch stored",
    engines: CHROMIUM,
    gone: true,
    run: killed(true),
  },
  {
    name: "tab-killed-at-once",
    fault: "tab killed right after the last event",
    // Without fetchLater nobody brings away what a dead tab had not stored yet.
    engines: CHROMIUM,
    gone: true,
    limit: 6_000,
    async run(stage) {
      for (let visit = 0; visit < VISITS; visit++) {
        const page = await stage.open();
        await stage.make(page, stage.events / VISITS);
        await crash(page);
        await page.close();
      }
    },
  },
  {
    name: "browser-killed",
    fault: "browser killed mid-send, started again",
    engines: CHROMIUM,
    gone: true,
    async run(stage) {
      const profile = stage.profile();
      // The cookie of the choice is on the disk once a browser was closed; a kill within 30 s would undo the choice.
      const first = await profile.start();
      await (await stage.open({ context: first.context })).close();
      await first.close();
      const second = await profile.start();
      const { held, release } = holdNext(stage, false);
      const page = await stage.open({ context: second.context });
      await stage.make(page, stage.events);
      await held;
      await wait(SETTLE);
      await second.kill();
      stage.proxy.heal();
      release();
      stage.visitWith((await profile.start()).context);
    },
  },
];
