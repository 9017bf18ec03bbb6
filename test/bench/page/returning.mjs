// @ts-check
/** Makes somebody who was there before, agreed to everything and looked at lamps for the garden. */
import { pageViews } from "./server.mjs";
import { rest } from "./visit.mjs";

/**
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./visit.mjs").Server} server
 * @param {import("./candidates.mjs").Candidate} candidate
 */
export async function makeReturning(browser, server, candidate) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const url = `${server.url}/${candidate.id}/returning`;
  const where = candidate.counts("returning");
  const isDone = () => !where || pageViews(server.asked, where) > 0;
  server.asked.length = 0;
  await page.goto(url);
  await rest(server);
  if (candidate.asks && !candidate.answered) await page.evaluate(accept);
  if (candidate.ours) await page.evaluate(look);
  else if (candidate.features) await page.evaluate(keep);
  await rest(server, isDone);
  // Twice more, for what a browser or a tool keeps of earlier visits. Chromium keeps no compiled code in contexts such as
  // these (its traces say that all scripts are streamed): the same for all.
  for (let times = 0; times < 2; times++) {
    server.asked.length = 0;
    await page.goto(url);
    await rest(server, isDone);
  }
  await page.close();
  await rest(server);
  return context;
}

/** In the page. */
function accept() {
  const buttons = [...document.querySelectorAll('[role="dialog"] button')];
  const button = buttons.find(({ textContent }) => /^accept( all)?$/i.test(textContent?.trim() ?? ""));
  if (!(button instanceof HTMLElement)) throw new Error("Nothing to accept.");
  button.click();
}

/** In the page: what the shop would keep of them by itself, for a tool that keeps nothing. */
function keep() {
  const attributes = { id: "v-1", stage: "lead", outdoorViews30d: 3, searches7d: 2 };
  localStorage.setItem("shop-attributes", JSON.stringify(attributes));
}

/** In the page. */
function look() {
  const { ghostlight } = /** @type {{ ghostlight: unknown[] }} */ (/** @type {unknown} */ (window));
  for (const product_id of ["lampara", "siepe", "portico"]) {
    ghostlight.push(["track", "Product Viewed", { product_id, category: "outdoor" }]);
  }
  for (const query of ["garden", "lantern"]) ghostlight.push(["track", "Products Searched", { query }]);
}
