// @ts-check
/** What a call of `track()` costs the page, synchronously: with consent, the engine loaded, nothing slowed down. */
import { createStage, wait } from "./stage.mjs";
import { ghostlight } from "./trackers/ghostlight.mjs";

/** µs that a call may take, in the median. */
export const MOST = 20;

/** Calls measured of each, how many in a turn, and how many in one task. */
export const CALLS = 4_000;
export const TURN = 400;
const TOGETHER = 10;

/** @typedef {{ name: string, median: number, p95: number }} Spread in µs; `p95`: of ten calls in one task */
/** @typedef {Spread & { calls: number, ok: boolean, beside: readonly Spread[] }} Cost */

/**
 * @typedef {object} Others whose calls take turns with ours, on the same page
 * @property {import("./trackers/tracker.mjs").Tracker} tracker ours, with a store that takes what they send, too
 * @property {string} script puts their calls into `window.callers`, each by its name
 * @property {readonly string[]} names
 * @property {(calls: number) => Promise<void>} rest fulfils once all of so many more calls of theirs is sent
 */

/** @param {import("@playwright/test").Browser} browser @param {Others} [others] @returns {Promise<Cost>} */
export async function measureCost(browser, others) {
  const { tracker, script, names, rest } = others ?? { tracker: ghostlight, script: "", names: [], rest: undefined };
  const stage = await createStage({ tracker, browser, engine: "chromium", events: 0 });
  try {
    const page = await stage.open({ path: "/isolated" });
    await page.addScriptTag({ content: `window.callers = {}; ${script}` });
    await page.evaluate(prepare, OURS);
    const all = [OURS, ...names].map((name) => ({ name, costs: /** @type {number[]} */ ([]) }));
    for (let round = 0; round * TURN < CALLS; round++) {
      // Nobody always comes after the same one.
      for (const { name, costs } of round % 2 ? [...all].reverse() : all) {
        costs.push(...(await page.evaluate(measure, { name, calls: TURN, together: TOGETHER })));
        // The outbox has a bound, and so has what may be in it: let it go.
        await wait(600);
        if (name !== OURS) await rest?.(TURN);
      }
    }
    const [ours = spreadOf({ name: OURS, costs: [] }), ...beside] = all.map(spreadOf);
    return { ...ours, calls: CALLS, ok: ours.median <= MOST, beside };
  } finally {
    await stage.close();
  }
}

const OURS = "track";

/** @param {{ name: string, costs: readonly number[] }} measured @returns {Spread} */
function spreadOf({ name, costs }) {
  const sorted = [...costs].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { name, median: at(0.5), p95: at(0.95) };
}

/** In the page. @param {string} name */
function prepare(name) {
  const { ghostlight: client, callers } = /** @type {any} */ (window);
  callers[name] = () =>
    client.track("Product Viewed", { product_id: "p1", name: "Desk lamp", price: 89, currency: "EUR" });
}

/**
 * In the page: µs of a call, in tasks of some calls each; its clock has steps of 5 µs.
 * @param {{ name: string, calls: number, together: number }} given
 */
async function measure({ name, calls, together }) {
  const call = /** @type {any} */ (window).callers[name];
  /** @type {number[]} */
  const costs = [];
  for (let done = 0; done < calls; done += together) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const start = performance.now();
    for (let one = 0; one < together; one++) call();
    costs.push(((performance.now() - start) * 1_000) / together);
  }
  return costs;
}

/** @param {Cost} cost */
export function costText({ median, p95, calls }) {
  const shown = (/** @type {number} */ us) => us.toFixed(1);
  return `track(): median ${shown(median)} µs, p95 ${shown(p95)} µs of ${calls} calls; at most ${MOST} in the median`;
}
