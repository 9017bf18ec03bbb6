// @ts-check
/** Plays one row for one tracker in one browser, and counts. */
import { createStage } from "./stage.mjs";
import { tally } from "./tally.mjs";

/** ms for which pages that are gone may still deliver by themselves. */
const AFTERLIFE = 2_500;

/** ms until all should have arrived. */
export const LIMIT = 25_000;

/** ms after which a row is given up: it hangs. */
const HANGS = 150_000;

/**
 * @typedef {object} Result
 * @property {string} row
 * @property {string} tracker
 * @property {import("./browsers.mjs").Engine} engine
 * @property {import("./tally.mjs").Tally} tally
 * @property {number} seconds
 * @property {readonly string[]} faults what is not as it must be
 */

/**
 * @param {import("./rows/row.mjs").Row} row
 * @param {Omit<Parameters<typeof createStage>[0], "events"> & { events: number }} given
 * @returns {Promise<Result>}
 */
export async function play(row, given) {
  const start = performance.now();
  const events = Math.max(20, Math.round((given.events * (row.share ?? 1)) / 20) * 20);
  const { mayLose = 0 } = row;
  const stage = await createStage({ ...given, events, unwaited: Number.isFinite(mayLose) ? mayLose : 0 });
  /** @type {string[]} */
  const faults = [];
  let late = 0;
  const perform = async () => {
    faults.push(...((await row.run(stage)) ?? []));
    const settled = await stage.settle(row.gone ? AFTERLIFE : (row.limit ?? LIMIT));
    if (settled) return;
    const before = countArrived(stage);
    stage.proxy.heal();
    await stage.open();
    await stage.settle(row.limit ?? LIMIT);
    late = countArrived(stage) - before;
  };
  try {
    await Promise.race([perform(), hang()]).catch((error) => faults.push(firstLine(error)));
    const counted = tally(stage.sent, await stage.store.events(), stage.proxy.arrived);
    faults.push(...judge(row, counted));
    const seconds = (performance.now() - start) / 1_000;
    const { tracker, engine } = stage;
    return { row: row.name, tracker: tracker.name, engine, tally: { ...counted, late }, seconds, faults };
  } finally {
    await stage.close();
  }
}

/** @param {import("./stage.mjs").Stage} stage */
function countArrived({ sent, proxy }) {
  return [...sent].filter((id) => proxy.arrived.has(id)).length;
}

/**
 * @param {import("./rows/row.mjs").Row} row
 * @param {import("./tally.mjs").Tally} tally
 */
function judge({ mayLose = 0 }, { lost, doubled, strange }) {
  return [
    ...(lost > mayLose ? [`${lost} lost`] : []),
    ...(doubled ? [`${doubled} doubled`] : []),
    ...(strange ? [`${strange} stored that nobody should have sent`] : []),
  ];
}

function hang() {
  return new Promise((_, reject) => {
    // Of no use once the row is over, and nobody waits for it then.
    setTimeout(() => reject(new Error(`gave up after ${HANGS / 1_000} s`)), HANGS).unref();
  });
}

/** @param {unknown} error */
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
