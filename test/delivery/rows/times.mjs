// @ts-check
/** Nobody is reached for long, or the clock is wrong. */
import { wait } from "../stage.mjs";
import { shiftClock } from "./clock.mjs";
import { CHROMIUM } from "./row.mjs";

const DAY = 86_400_000;

/** Events of which the stored time is further than this from the true one, in ms, are wrong. */
const CLOSE = 5_000;

/** Events of a row that is about too many. */
const MANY = 1_200;

/** @param {number} ms */
const clockOff = (ms) => async (/** @type {import("../stage.mjs").Stage} */ stage) => {
  await (await stage.visitor()).addInitScript(shiftClock, ms);
  const page = await stage.open();
  const begin = Date.now();
  await stage.make(page, stage.events);
  const end = Date.now();
  await stage.settle(25_000);
  const wrong = (await stage.store.events()).filter(({ timestamp, properties }) => {
    const at = Date.parse(timestamp);
    return properties?.n !== undefined && (at < begin - CLOSE || at > end + CLOSE);
  });
  return wrong.length ? [`${wrong.length} stored with a wrong time, such as ${wrong[0]?.timestamp}`] : [];
};

/** @type {import("./row.mjs").Row[]} */
export const times = [
  {
    name: "offline",
    fault: "offline for 3 s",
    engines: CHROMIUM,
    async run(stage) {
      const page = await stage.open();
      const context = page.context();
      await stage.make(page, stage.events / 2);
      await context.setOffline(true);
      await stage.make(page, stage.events / 2);
      await wait(3_000);
      await context.setOffline(false);
    },
  },
  {
    name: "days",
    fault: "offline, browser closed, started again four days later",
    engines: CHROMIUM,
    gone: true,
    async run(stage) {
      const profile = stage.profile();
      const first = await profile.start();
      await first.context.addInitScript(shiftClock, -4 * DAY);
      const page = await stage.open({ context: first.context });
      // By the proxy as well: what a closing page sends passes the emulation by.
      stage.proxy.plan(() => ({ answer: "reset" }));
      await first.context.setOffline(true);
      await stage.make(page, stage.events);
      await wait(2_000);
      await page.close();
      await first.close();
      stage.proxy.heal();
      stage.visitWith((await profile.start()).context);
    },
  },
  { name: "clock-ahead", fault: "clock a year ahead", engines: CHROMIUM, oursOnly: true, run: clockOff(365 * DAY) },
  { name: "clock-behind", fault: "clock a year behind", engines: CHROMIUM, oursOnly: true, run: clockOff(-365 * DAY) },
  {
    name: "overflow",
    fault: "1,200 events while nobody can be reached",
    engines: CHROMIUM,
    oursOnly: true,
    gone: true,
    why: "A device keeps 512 KiB of events; the edge is told how many were given up",
    mayLose: Number.POSITIVE_INFINITY,
    limit: 1_000,
    async run(stage) {
      stage.proxy.plan(() => ({ answer: "reset" }));
      const page = await stage.open();
      await stage.make(page, MANY);
      await wait(1_000);
      await page.close();
      stage.proxy.heal();
      const next = await stage.open();
      await next.evaluate(() => /** @type {any} */ (window).ghostlight.flush?.());
      await stage.quiet(20_000);
      const events = await stage.store.events();
      const dropped = events.reduce((sum, { context }) => sum + (context?.dropped ?? 0), 0);
      // The views of both pages count too, and are the first to go.
      const [made, stored] = [MANY + 2, events.length];
      return stored + dropped === made ? [] : [`${stored} stored and ${dropped} told as dropped, of ${made}`];
    },
  },
];
