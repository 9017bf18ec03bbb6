// @ts-check
/** What a call of `track()` costs the page, synchronously: with consent, the engine loaded, nothing slowed down. */
import { createStage, wait } from "./stage.mjs";
import { ghostlight } from "./trackers/ghostlight.mjs";

/** µs that a call may take, in the median. */
export const MOST = 20;

/** Calls measured, and how many in one task. */
const CALLS = 4_000;
const TOGETHER = 10;

/** @typedef {{ median: number, p95: number, calls: number, ok: boolean }} Cost in µs; `p95`: of ten calls in one task */

/** @param {import("@playwright/test").Browser} browser @returns {Promise<Cost>} */
export async function measureCost(browser) {
  const stage = await createStage({ tracker: ghostlight, browser, engine: "chromium", events: 0 });
  try {
    const page = await stage.open({ path: "/isolated" });
    /** @type {number[]} */
    const costs = [];
    for (let done = 0; done < CALLS; done += 400) {
      costs.push(...(await page.evaluate(measure, [400, TOGETHER])));
      // The outbox has a bound, and so has what may be in it: let it go.
      await wait(600);
    }
    costs.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => costs[Math.floor(costs.length * share)] ?? Number.NaN;
    const median = at(0.5);
    return { median, p95: at(0.95), calls: CALLS, ok: median <= MOST };
  } finally {
    await stage.close();
  }
}

/** In the page: µs of a call, in tasks of some calls each; its clock has steps of 5 µs. @param {number[]} given */
async function measure([calls = 0, together = 1]) {
  const { ghostlight: client } = /** @type {any} */ (window);
  /** @type {number[]} */
  const costs = [];
  for (let done = 0; done < calls; done += together) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const start = performance.now();
    for (let one = 0; one < together; one++) {
      client.track("Product Viewed", { product_id: "p1", name: "Desk lamp", price: 89, currency: "EUR" });
    }
    costs.push(((performance.now() - start) * 1_000) / together);
  }
  return costs;
}

/** @param {Cost} cost */
export function costText({ median, p95, calls }) {
  const shown = (/** @type {number} */ us) => us.toFixed(1);
  return `track(): median ${shown(median)} µs, p95 ${shown(p95)} µs of ${calls} calls; at most ${MOST} in the median`;
}
