// @ts-check
/** One visit of one candidate's page, as a visitor on a slow machine has it, and what it cost. */
import { probe } from "./probe.mjs";
import { pageViews, tellsOf } from "./server.mjs";
import { costOf } from "./spans.mjs";
import { trace } from "./trace.mjs";

/** Times slower. */
export const SLOWER = 4;

/** ms after the load, and of quiet, after which nothing more is expected of a page. */
const REST = 1_500;
const QUIET = 700;
/** ms after which a job that is not done is taken for one that will not be. */
const PATIENCE = 20_000;

/** @typedef {import("./browser.mjs").Context} Context */
/** @typedef {import("./browser.mjs").Page} Page */
/** @typedef {Awaited<ReturnType<typeof import("./server.mjs").startServer>>} Server */

/**
 * @typedef {object} Measured
 * @property {number} bytes as they travel, of the document and all it loaded, also from the cache
 * @property {number} wire of these, over the network
 * @property {number} requests beside the document
 * @property {number} script ms
 * @property {number} longest ms
 * @property {number} blocking ms
 * @property {number} busy ms
 * @property {number | undefined} paint ms from navigation until the page showed something
 * @property {number | undefined} dialog ms from navigation
 * @property {number} shift
 * @property {number} heap bytes
 * @property {readonly string[]} kept by kind and name
 * @property {readonly { path: string, bytes: number }[]} told
 * @property {readonly string[]} faults jobs that were not done
 */

/**
 * @param {object} given
 * @param {Context} given.context
 * @param {Server} given.server
 * @param {import("./candidates.mjs").Candidate} given.candidate
 * @param {import("./candidates.mjs").Visit} given.visit
 * @returns {Promise<Measured>}
 */
export async function measureVisit({ context, server, candidate, visit }) {
  const page = await context.newPage();
  await page.before(probe);
  await page.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const dialogIsDue = visit === "first" && (candidate.asks === true || candidate.body !== undefined);
  const where = candidate.counts(visit);
  const isSeen = () => page.evaluate(() => Reflect.get(window, "probe").dialog !== undefined);
  const isDone = async () => (!dialogIsDue || (await isSeen())) && (!where || pageViews(server.asked, where) > 0);
  server.asked.length = 0;
  const spans = await trace(page, async () => {
    await page.goto(`${server.url}/${candidate.id}/${visit}`);
    await rest(server, isDone);
  });
  const asked = [...server.asked];
  await page.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const heap = await heapOf(page);
  const inside = await page.evaluate(readPage);
  const cookies = (await context.cookies()).map((name) => `cookie ${name}`);
  await page.close();
  const faults = inside.thrown.map((message) => `threw: ${message}`);
  const { features, filled, paint, dialog, shift, bytes, wire, requests, stored } = inside;

  if (dialogIsDue && dialog === undefined) faults.push("no dialog was seen");
  if (!dialogIsDue && dialog !== undefined) faults.push("a dialog was seen");
  const views = where ? pageViews(asked, where) : 1;
  if (views !== 1) faults.push(`${views} page views arrived`);
  if (candidate.fills) {
    if (visit === "returning" && filled !== "note shelf") faults.push(`filled: ${filled || "nothing"}`);
    if (visit === "first" && filled) faults.push(`filled: ${filled}`);
    if (features !== (candidate.features ?? 0)) faults.push(`${features} features evaluated`);
  }
  const told = tellsOf(asked).map(({ path, body }) => ({ path, bytes: body.length }));
  return {
    ...costOf(spans, server.url),
    bytes,
    wire,
    requests,
    paint,
    dialog,
    shift,
    heap,
    kept: [...cookies, ...stored],
    told,
    faults,
  };
}

/**
 * Until nobody asks for anything any more, and what is due was done: that is asked for last, as it may mean to ask the page.
 * @param {Server} server @param {() => boolean | Promise<boolean>} [isDone]
 */
export async function rest(server, isDone = () => true) {
  const start = performance.now();
  const waited = () => performance.now() - start;
  const since = () => performance.now() - (server.asked.at(-1)?.at ?? start);
  while (waited() < REST || since() < QUIET || (waited() < PATIENCE && !(await isDone()))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Bytes that are still in use. @param {Page} page */
async function heapOf(page) {
  await page.send("HeapProfiler.collectGarbage");
  await page.send("HeapProfiler.collectGarbage");
  return (await page.send("Runtime.getHeapUsage")).usedSize;
}

/** In the page, once all is measured. */
async function readPage() {
  const { dialog, shift, thrown } = Reflect.get(window, "probe");
  const navigation = performance.getEntriesByType("navigation");
  const resources = performance.getEntriesByType("resource");
  const all = /** @type {PerformanceResourceTiming[]} */ ([...navigation, ...resources]);
  // A file that is preloaded and then used is listed twice.
  const once = [...new Map(all.map((entry) => [entry.name, entry])).values()];
  const isFilled = (/** @type {[slot: string, text: string]} */ [slot, text]) =>
    document.querySelector(`[data-gl-slot="${slot}"]`)?.textContent?.includes(text);
  /** @type {[slot: string, text: string][]} */
  const personal = [
    ["note", "Free delivery"],
    ["shelf", "For your garden"],
  ];
  return {
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    dialog: /** @type {number | undefined} */ (dialog),
    shift: /** @type {number} */ (shift),
    thrown: /** @type {string[]} */ (thrown),
    features: Object.keys(Reflect.get(window, "features") ?? {}).length,
    filled: personal
      .filter(isFilled)
      .map(([slot]) => slot)
      .join(" "),
    bytes: once.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    // Less than its body: only that it is still the same.
    wire: once.reduce((sum, one) => sum + (one.transferSize < one.encodedBodySize ? 0 : one.encodedBodySize), 0),
    requests: once.length - navigation.length,
    stored: [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...(await indexedDB.databases()).map(({ name }) => `IndexedDB ${name}`),
    ],
  };
}
