// @ts-check
/** Where one row plays: a store and a proxy of its own, visitors, and the events that they made. */
import { newProfile, startChromium } from "./browsers.mjs";
import { startProxy } from "./proxy.mjs";

/** ms without a batch after which nothing more is on its way. */
const QUIET = 1_200;

/** Events made in one task, and ms between two of them. */
const BURST = 20;
const GAP = 8;

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").BrowserContext} Context */

/**
 * @param {object} given
 * @param {import("./trackers/tracker.mjs").Tracker} given.tracker
 * @param {import("@playwright/test").Browser} given.browser
 * @param {import("./browsers.mjs").Engine} given.engine
 * @param {number} given.events that the row should make, about
 * @param {number} [given.unwaited] how many of them may be missing in the end
 */
export async function createStage({ tracker, browser, engine, events, unwaited = 0 }) {
  const store = await tracker.open();
  /** @type {Map<string, string>} */
  const pages = new Map([["/away", html("<title>Elsewhere</title>", "")]]);
  const proxy = await startProxy(store, (path) => {
    const { pathname } = new URL(path, "http://localhost");
    return pages.get(pathname) ?? (pathname === "/" || pathname === "/isolated" ? html(tracker.head, MAKE) : undefined);
  });
  /** Ids of all events that were made. @type {Set<string>} */
  const sent = new Set();
  /** How many of them, by their prefix. @type {Map<string, number>} */
  const made = new Map();
  /** @type {(() => unknown)[]} */
  const cleanups = [];
  /** @type {Context | undefined} */
  let visitor;

  const settled = () => [...sent].filter((id) => !proxy.acknowledged.has(id)).length <= unwaited;

  /** Fulfils with whether the browser was told of every event that it is stored, after `ms` at most. @param {number} ms */
  async function settle(ms) {
    const end = Date.now() + ms;
    while (Date.now() < end && !settled()) await wait(50);
    await quiet(end - Date.now());
    return settled();
  }

  /** Waits until no more batches come, `ms` at most. @param {number} ms */
  async function quiet(ms) {
    const end = Date.now() + ms;
    while (Date.now() < end && Date.now() - (proxy.seen.at(-1)?.at ?? 0) < QUIET) await wait(50);
  }

  /** @param {import("@playwright/test").BrowserContextOptions} [options] */
  async function newContext(options) {
    const context = await browser.newContext(options);
    cleanups.push(() => context.close());
    return context;
  }

  return {
    tracker,
    engine,
    events,
    store,
    proxy,
    sent,
    settle,
    quiet,
    newContext,
    /** The context of the row's visitor. */
    async visitor() {
      visitor ??= await newContext();
      return visitor;
    },
    /** From here on the visitor comes with this browser. @param {Context} context */
    visitWith(context) {
      visitor = context;
    },
    /** @param {string} path @param {string} head @param {string} [body] */
    addPage(path, head, body = MAKE) {
      pages.set(path, html(head, body));
    },
    /**
     * A page on which events are collected. @param {{ context?: Context, path?: string }} [where]
     */
    async open({ context, path = "/" } = {}) {
      const page = await (context ?? (await this.visitor())).newPage();
      await page.goto(proxy.url + path);
      await this.ready(page);
      return page;
    },
    /** Fulfils once events are collected on this page. @param {Page} page */
    async ready(page) {
      await page.waitForFunction(`(${tracker.isReady})()`);
    },
    /**
     * Notes events that a page is about to make: from the first number up to, and without, the second.
     * @param {number} count @param {string} [prefix] tells pages apart
     * @returns {[from: number, to: number]}
     */
    expect(count, prefix = "a") {
      const from = made.get(prefix) ?? 0;
      const to = from + Math.ceil(count);
      made.set(prefix, to);
      for (let one = from; one < to; one++) sent.add(prefix + one);
      return [from, to];
    },
    /**
     * Makes events in bursts. @param {Page} page @param {number} count @param {string} [prefix] tells pages apart
     */
    async make(page, count, prefix = "a") {
      for (let left = Math.ceil(count); left > 0; left -= BURST) {
        const [from, to] = this.expect(Math.min(left, BURST), prefix);
        await page.evaluate(
          ([name, begin, end]) => /** @type {any} */ (window).make(name, begin, end),
          [prefix, from, to],
        );
        await wait(GAP);
      }
    },
    /** As a visitor closes a tab. @param {Page} page */
    async closeTab(page) {
      const closed = page.waitForEvent("close");
      await page.close({ runBeforeUnload: true });
      await closed;
    },
    /** A browser of this row's own, with a profile that outlives it. */
    profile() {
      const profile = newProfile();
      cleanups.unshift(profile.remove);
      return {
        async start() {
          const kept = await startChromium(profile.folder);
          cleanups.push(kept.kill);
          return kept;
        },
      };
    },
    async close() {
      for (const cleanup of cleanups.reverse()) await Promise.resolve(cleanup()).catch(() => undefined);
      await proxy.close();
      await store.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createStage>>} Stage */

/** @param {number} ms */
export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} head @param {string} body */
function html(head, body) {
  const icon = '<link rel="icon" href="data:,">';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${icon}${head}</head><body>${body}</body></html>`;
}

/** About 300 bytes of properties, as a product has. */
export const MAKE = `<h1>A page</h1><script>
  const filler = "lamp ".repeat(40);
  function make(prefix, from, to) {
    for (let one = from; one < to; one++) track("Thing Done", { n: prefix + one, price: one, currency: "EUR", filler });
  }
</script>`;
