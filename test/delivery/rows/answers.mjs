// @ts-check
/** The server is there, and answers what it should not. */
import { wait } from "../stage.mjs";
import { shiftClock } from "./clock.mjs";
import { CHROMIUM } from "./row.mjs";

/** @typedef {import("../proxy.mjs").Plan} Plan */
/** @typedef {import("../proxy.mjs").Answer} Answer */

const HTML = { "Content-Type": "text/html" };
const JSON_TYPE = { "Content-Type": "application/json" };

/** The first batches get these, one after another; then all is well. @param {readonly import("../proxy.mjs").Fault[]} faults @returns {Plan} */
const inTurn =
  (...faults) =>
  ({ nth }) =>
    faults[nth];

/** @param {Plan} plan @returns {import("./row.mjs").Row["run"]} */
const under = (plan) => async (stage) => {
  stage.proxy.plan(plan);
  const page = await stage.open();
  await stage.make(page, stage.events);
};

/** Answers `answer` to the first two batches, which say when to come back; says when one came earlier. @param {() => Answer} answer */
const later = (answer) => async (/** @type {import("../stage.mjs").Stage} */ stage) => {
  let until = 0;
  let hasty = 0;
  let faults = 0;
  stage.proxy.plan(({ nth }) => {
    // A tracker of several requests at once had already sent the others.
    if (Date.now() < until && nth > 0) hasty++;
    if (faults++ >= 2) return undefined;
    until = Date.now() + 1_900;
    return { answer: answer() };
  });
  const page = await stage.open();
  await stage.make(page, stage.events);
  await stage.settle(25_000);
  return hasty ? [`${hasty} batches came before Retry-After was over`] : [];
};

/** @type {import("./row.mjs").Row[]} */
export const answers = [
  { name: "healthy", fault: "none", run: under(() => undefined) },
  {
    name: "unavailable",
    fault: "503 for 4 s",
    engines: CHROMIUM,
    async run(stage) {
      stage.proxy.plan(() => ({ answer: { status: 503 } }));
      const page = await stage.open();
      await stage.make(page, stage.events);
      await wait(4_000);
      stage.proxy.heal();
    },
  },
  {
    name: "too-many",
    fault: "429, Retry-After in seconds",
    engines: CHROMIUM,
    run: later(() => ({ status: 429, headers: { "Retry-After": "2" } })),
  },
  {
    name: "too-many-until",
    fault: "429, Retry-After as a date",
    engines: CHROMIUM,
    // A date has whole seconds: three, so that at least two are left.
    run: later(() => ({ status: 429, headers: { "Retry-After": new Date(Date.now() + 3_000).toUTCString() } })),
  },
  {
    name: "early",
    fault: "408, then 425",
    run: under(inTurn({ answer: { status: 408 } }, { answer: { status: 425 } })),
  },
  {
    name: "answer-lost",
    fault: "stored, then answered 500",
    run: under(inTurn(...Array(3).fill({ stored: true, answer: { status: 500 } }))),
  },
  {
    name: "reset",
    fault: "connection reset after the body, stored or not",
    run: under(inTurn({ stored: false, answer: "reset" }, { stored: true, answer: "reset" })),
  },
  {
    name: "redirect",
    fault: "redirected to a login page",
    async run(stage) {
      stage.addPage("/login", "<title>Log in</title>", "");
      const login = { status: 302, headers: { Location: "/login" } };
      stage.proxy.plan(inTurn({ answer: login }, { answer: login }));
      const page = await stage.open();
      await stage.make(page, stage.events);
    },
  },
  {
    name: "garbage",
    fault: "200 with another's page, 200 with a half-truth",
    run: under(
      inTurn(
        { answer: { status: 200, headers: HTML, body: "<h1>Welcome to our network</h1>" } },
        { answer: { status: 200, headers: JSON_TYPE, body: '{"ok":true}' } },
        { answer: { status: 200, headers: JSON_TYPE, body: '{"ok":true,"stored":0,"duplicate":0}' } },
      ),
    ),
  },
  {
    name: "stall",
    fault: "30 s without an answer, stored or not",
    limit: 75_000,
    run: under(inTurn({ stored: false, answer: "stall" }, { stored: true, answer: "stall" })),
  },
  {
    name: "poison",
    fault: "one event that the store refuses with 400",
    engines: CHROMIUM,
    why: "Kept aside on the device, and reported: it would be refused again",
    mayLose: 1,
    async run(stage) {
      const page = await stage.open();
      await stage.make(page, stage.events / 2);
      stage.sent.add("poison");
      await page.evaluate(() => {
        let nested = {};
        for (let level = 0; level < 40; level++) nested = { nested };
        /** @type {any} */ (window).track("Thing Done", { n: "poison", nested });
      });
      await stage.make(page, stage.events / 2);
    },
  },
  {
    name: "too-large",
    fault: "413 for more than 20 kB",
    engines: CHROMIUM,
    run: under(({ bytes }) => (bytes > 20_000 ? { answer: { status: 413 } } : undefined)),
  },
  {
    name: "forbidden",
    fault: "403, mended by the next visit",
    engines: CHROMIUM,
    gone: true,
    async run(stage) {
      stage.proxy.plan(() => ({ answer: { status: 403 } }));
      const page = await stage.open();
      await stage.make(page, stage.events);
      await wait(2_000);
      await page.close();
      const context = await stage.visitor();
      await context.addInitScript(shiftClock, 61 * 60_000);
    },
  },
];
