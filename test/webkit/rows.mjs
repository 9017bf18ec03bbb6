// @ts-check
/** What must hold in WebKit: each row begins where the one before it left the browser. */

/**
 * @typedef {object} Given
 * @property {import("./driver.mjs").WebKit} webkit
 * @property {string} url of the page
 * @property {() => Promise<readonly { type: string, event?: string }[]>} events all that the edge has stored
 */

/** @typedef {{ name: string, run: (given: Given) => Promise<readonly [found: unknown, wanted: unknown]> }} Row */

/** How often a page is left in the midst of its work. */
const LEAVES = 10;

const KEPT = `return [document.cookie.replace(/=.*/, ""), ...Object.keys(localStorage), ...(await indexedDB.databases()).map(({ name }) => name)].filter(Boolean).sort()`;
const DIALOG = `return Boolean(document.querySelector("[role=dialog]")?.checkVisibility())`;
const PRESS = `[...document.querySelectorAll("[role=dialog] button")].find((one) => one.textContent === args[0]).click()`;
const VIEW = `for (let at = 0; at < 3; at++) window.ghostlight.push(["track", "Product Viewed", { product_id: String(at) }])`;
const CHOOSE = `document.querySelector("[data-ghostlight]").click()`;

/** @param {Given} given */
const see = ({ webkit }) => until(() => webkit.run(DIALOG));

/** Opens the preference center and answers for all. @param {Given} given @param {string} answer */
async function answerAll(given, answer) {
  await given.webkit.run(CHOOSE);
  await until(() =>
    given.webkit.run(`return document.querySelector("[role=dialog]")?.textContent.includes(args[0])`, answer),
  );
  await given.webkit.run(PRESS, answer);
}

/** @type {readonly Row[]} */
export const rows = [
  {
    name: "a first visit: a dialog whose answers are of one size, and nothing kept",
    async run(given) {
      await given.webkit.goto(given.url);
      await see(given);
      const sizes = await given.webkit.run(
        `return [...document.querySelectorAll("[slot=actions]")].map((one) => { const { width, height, top } = one.getBoundingClientRect(); return [width, height, top].join() })`,
      );
      return [
        [new Set(sizes).size, sizes.length, await given.webkit.run(KEPT)],
        [1, 2, []],
      ];
    },
  },
  {
    name: "a refusal: the next page has the cookie of it, and nothing else",
    async run({ webkit, url, events }) {
      await webkit.run(PRESS, "Refuse");
      await webkit.goto(url);
      await pause(1_000);
      return [
        [await webkit.run(DIALOG), await webkit.run(KEPT), (await events()).length],
        [false, ["ghostlight"], 0],
      ];
    },
  },
  {
    name: "an agreement: what was blocked runs, in its order",
    async run(given) {
      await answerAll(given, "Accept all");
      await until(() => given.webkit.run("return order.length > 4"));
      const wanted = ["one", "two", "three", "four", "five"];
      return [await given.webkit.run("return [order, faults]"), [wanted, []]];
    },
  },
  {
    name: `left in the midst of its work ${LEAVES} times: every page after it finds its storage free, and nothing is lost`,
    async run(given) {
      const { webkit, url } = given;
      for (let times = 0; times < LEAVES; times++) {
        await webkit.run(VIEW);
        await webkit.goto("about:blank");
        await webkit.goto(url);
        await pause(300);
      }
      const wanted = { page: LEAVES, "Product Viewed": 3 * LEAVES };
      await until(async () => same(await types(given), wanted));
      return [await types(given), wanted];
    },
  },
  {
    name: "back to a page that was left in the midst of its work: it goes on, and counts nothing twice",
    async run(given) {
      const { webkit, url } = given;
      const before = await types(given);
      await webkit.goto(url);
      await pause(300);
      await webkit.run(`window.left = true; ${VIEW}`);
      await webkit.goto("about:blank");
      await webkit.run("setTimeout(() => history.back())");
      await pause(1_000);
      await webkit.run(VIEW);
      const views = before["Product Viewed"] ?? 0;
      await until(async () => (await types(given))["Product Viewed"] === views + 6);
      await pause(1_000);
      return [
        [await webkit.run("return window.left"), (await types(given))["Product Viewed"]],
        [true, views + 6],
      ];
    },
  },
  {
    name: "two tabs: one hears each choice of the other",
    async run({ webkit, url }) {
      const first = await webkit.tab();
      await webkit.run(
        `window.heard = []; window.ghostlight.on("consent", ({ purposes }) => heard.push(purposes.join()))`,
      );
      await webkit.newTab();
      await webkit.goto(url);
      const wanted = ["analytics,functional,personalization"];
      for (let times = 0; times < 10; times++) {
        const purpose = times % 2 ? "analytics" : "functional";
        await webkit.run("window.ghostlight.consent.set({ [args[0]]: true })", purpose);
        wanted.push(purpose);
        await pause(500);
      }
      await webkit.turnTo(first);
      const heard = await webkit.run(`return heard.map((one) => one.split(",").sort().join())`);
      return [heard, wanted];
    },
  },
  {
    name: "a withdrawal: nothing is left but the choice",
    async run(given) {
      await answerAll(given, "Refuse all");
      await until(async () => same(await given.webkit.run(KEPT), ["ghostlight"]));
      return [await given.webkit.run(KEPT), ["ghostlight"]];
    },
  },
];

/** How many events of each name are stored. @param {Given} given @returns {Promise<Record<string, number>>} */
async function types({ events }) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const { type, event = type } of await events()) found[event] = (found[event] ?? 0) + 1;
  return found;
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {unknown} one @param {unknown} other */
export const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** @param {unknown} value */
const sorted = (value) => (value && !Array.isArray(value) ? Object.entries(value).sort() : value);

/** Goes on after a while all the same: what is found then is shown. @param {() => Promise<unknown>} isSo */
async function until(isSo) {
  for (const start = performance.now(); performance.now() - start < 12_000; ) {
    if (await isSo()) return;
    await pause(200);
  }
}
