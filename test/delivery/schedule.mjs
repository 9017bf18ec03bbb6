// @ts-check
/** Which row plays for which tracker in which browser, several at a time: most of a row is waiting. */
import { launchChromium, launchFirefox } from "./browsers.mjs";
import { LIMIT, play } from "./play.mjs";
import { lineOf } from "./table.mjs";

/** @typedef {import("./browsers.mjs").Engine} Engine */
/** @typedef {{ chromium: import("@playwright/test").Browser, firefox: import("@playwright/test").Browser | undefined }} Browsers */
/** @typedef {{ row: import("./rows/row.mjs").Row, tracker: import("./trackers/tracker.mjs").Tracker, engine: Engine }} Turn */

/**
 * Ours in every browser there is, the others in Chromium.
 * @param {readonly import("./rows/row.mjs").Row[]} rows
 * @param {readonly import("./trackers/tracker.mjs").Tracker[]} trackers ours first
 * @param {readonly Engine[]} engines
 * @returns {Turn[]}
 */
export function planTurns(rows, trackers, engines) {
  const turns = rows.flatMap((row) =>
    trackers.flatMap((tracker) =>
      engines
        .filter((engine) => !row.engines || row.engines.some((one) => one === engine))
        .filter((engine) => tracker.ours || (engine === "chromium" && !row.oursOnly))
        .map((engine) => ({ row, tracker, engine })),
    ),
  );
  // The longest first, so that none of them is waited for alone.
  return turns.sort((a, b) => (b.row.limit ?? LIMIT) - (a.row.limit ?? LIMIT));
}

/**
 * @param {readonly Turn[]} turns @param {Browsers} browsers
 * @param {{ events: number, parallel: number }} options
 */
export async function playTurns(turns, browsers, { events, parallel }) {
  /** @type {import("./play.mjs").Result[]} */
  const results = [];
  const queue = [...turns];
  const worker = async () => {
    for (let turn = queue.shift(); turn; turn = queue.shift()) {
      const { row, ...given } = turn;
      const start = async () => play(row, { ...given, events, browser: await browserOf(given.engine, browsers) });
      let result = await start();
      if (!browsers[given.engine]?.isConnected()) {
        console.log(`${given.engine} has ended: "${row.name}" is played again`);
        result = await start();
      }
      results.push(result);
      console.log(`${String(results.length).padStart(3)}/${turns.length} ${lineOf(result)}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

/** A browser that died under its rows is started again. @param {Engine} engine @param {Browsers} browsers */
async function browserOf(engine, browsers) {
  const browser = browsers[engine];
  if (browser?.isConnected()) return browser;
  const fresh = engine === "chromium" ? await launchChromium() : await launchFirefox();
  if (!fresh) throw new Error(`There is no ${engine} any more.`);
  const other = browsers[engine];
  if (other?.isConnected()) {
    await fresh.close();
    return other;
  }
  browsers[engine] = fresh;
  return fresh;
}
