// @ts-check
/** The page around us, or the browser, lacks something or has changed it. */
import { MAKE } from "../stage.mjs";
import { CHROMIUM } from "./row.mjs";

/** @typedef {import("../stage.mjs").Stage} Stage */

/**
 * The page makes its events by itself: what a driver evaluates in a page would stumble over the same things.
 * @param {string} before our script @param {string} after it @param {string} [late] once events are collected
 */
const page =
  (before, after, late = "") =>
  async (/** @type {Stage} */ stage) => {
    const { tracker, events } = stage;
    stage.expect(events);
    const drive = `<script>
    let at = 0;
    const timer = setInterval(() => {
      if (!at && !(${tracker.isReady})()) return;
      if (!at) { ${late} }
      make("a", at, at += 20);
      if (at < ${events}) return;
      clearInterval(timer);
      document.documentElement.setAttribute("data-done", "");
    }, 10);</script>`;
    const head = `<script>${before}</script>${tracker.head}<script>${after}</script>`;
    stage.addPage("/host", head, MAKE + drive);
    const opened = await (await stage.visitor()).newPage();
    await opened.goto(`${stage.proxy.url}/host`);
    await opened.locator("html[data-done]").waitFor({ state: "attached", timeout: 15_000 });
  };

const EXTRAS = `
  Array.prototype.each = function (visit) { this.forEach(visit); };
  Array.prototype.last = function () { return this[this.length - 1]; };
  Object.prototype.extend = function () { return this; };`;

// Libraries of old did this: whatever is made JSON turns out as a text within a text.
const TO_JSON = `
  Array.prototype.toJSON = function () { return "[" + this.join() + "]"; };
  String.prototype.toJSON = function () { return this.toUpperCase(); };
  Object.prototype.toJSON = function () { return "object"; };`;

const FREEZE = `
  for (const name of ["Object", "Array", "Function", "String", "Promise", "Map", "Set", "JSON", "Math", "Date"]) {
    Object.freeze(window[name]); if (window[name].prototype) Object.freeze(window[name].prototype);
  }
  Object.freeze(Navigator.prototype); Object.freeze(Storage.prototype);`;

const REPLACE = `
  const refuse = () => { throw new Error("replaced by the page"); };
  window.fetch = refuse; window.Promise = function () { refuse(); };
  JSON.stringify = () => "replaced"; JSON.parse = refuse;`;

/** @type {import("./row.mjs").Row[]} */
export const hosts = [
  { name: "extras", fault: "enumerable extras on Array.prototype and Object.prototype", run: page(EXTRAS, "") },
  { name: "to-json", fault: "toJSON on arrays, strings and objects", run: page(TO_JSON, "") },
  { name: "frozen", fault: "frozen globals", run: page(FREEZE, "") },
  { name: "replaced", fault: "fetch, JSON and Promise replaced", run: page("", "", REPLACE) },
  { name: "replaced-early", fault: "the same, between our first script and the rest", run: page("", REPLACE) },
  {
    name: "no-beacon",
    fault: "sendBeacon says no, page closed at once",
    gone: true,
    async run(stage) {
      await (await stage.visitor()).addInitScript(() => {
        navigator.sendBeacon = () => false;
      });
      for (let visit = 0; visit < 5; visit++) {
        const opened = await stage.open();
        await stage.make(opened, stage.events / 5);
        await stage.closeTab(opened);
      }
    },
  },
  {
    name: "quota",
    fault: "the site has used up its quota",
    engines: CHROMIUM,
    async run(stage) {
      const opened = await stage.open();
      const session = await opened.context().newCDPSession(opened);
      await opened.evaluate(fill);
      await session.send("Storage.overrideQuotaForOrigin", { origin: stage.proxy.url, quotaSize: 1 });
      await stage.make(opened, stage.events);
    },
  },
  {
    name: "full",
    fault: "localStorage full, page left at once",
    gone: true,
    async run(stage) {
      for (let visit = 0; visit < 5; visit++) {
        const opened = await stage.open();
        await opened.evaluate(fill);
        await stage.make(opened, stage.events / 5);
        await opened.goto(`${stage.proxy.url}/away`);
        await opened.close();
      }
    },
  },
  {
    name: "denied",
    fault: "storage denied",
    async run(stage) {
      await (await stage.visitor()).addInitScript(() => {
        const deny = () => {
          throw new DOMException("denied", "SecurityError");
        };
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
          Object.defineProperty(window, name, { get: deny });
        }
      });
      const opened = await stage.open();
      await stage.make(opened, stage.events);
    },
  },
];

/** The site fills what localStorage has. */
function fill() {
  for (let size = 2 ** 20; size >= 1; ) {
    try {
      localStorage.setItem(`site-${size}-${Math.random()}`, "x".repeat(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
}
