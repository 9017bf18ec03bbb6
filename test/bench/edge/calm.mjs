// @ts-check
/** Rounds on a machine of which others take no part: what they took is told by the system, and such rounds are repeated. */
import { readFileSync } from "node:fs";
import { othersSeconds, TICKS } from "./busy.mjs";
import { FEWEST, median, SECONDS } from "./ratio.mjs";

/** Share of the whole machine from which on a round is not fair any more. */
const CROWDED = 0.1;

/** Tries of a round at most. */
export const TRIES = 3;

/**
 * @typedef {object} Taken
 * @property {number} others seconds of one core that others took so far, and those that the machine's host withheld
 * @property {number} total seconds of all cores
 */

/**
 * @param {string} stat text of `/proc/stat`. https://man7.org/linux/man-pages/man5/proc_stat.5.html
 * @param {number} others see {@link Taken}, without the host's
 * @returns {Taken} NaN where it does not tell
 */
export function takenOf(stat, others) {
  // Time of guests, which comes behind these, is in that of users already.
  const fields = /^cpu +(.+)$/m.exec(stat)?.[1]?.split(" ").slice(0, 8).map(Number);
  const total = fields?.reduce((sum, ticks) => sum + ticks, 0) ?? Number.NaN;
  return { others: others + (fields?.[7] ?? 0) / TICKS, total: total / TICKS };
}

/**
 * @param {Taken} before
 * @param {Taken} after
 * @returns {number} share of the machine that others took meanwhile; NaN where that is not known
 */
export function othersShare(before, after) {
  return Math.max(0, after.others - before.others) / (after.total - before.total);
}

/** @param {readonly number[]} pids of ours */
function look(pids) {
  try {
    return takenOf(readFileSync("/proc/stat", "utf8"), othersSeconds(pids));
  } catch {
    return takenOf("", Number.NaN);
  }
}

/**
 * @typedef {<Result>(run: () => Promise<Result>) => Promise<{ result: Result, others: number }>} Watch
 * tells what share of the machine others took meanwhile
 */

/**
 * @param {readonly number[]} pids of the processes that are measured
 * @returns {Watch}
 */
export const watchOthers = (pids) => async (run) => {
  const ours = [process.pid, ...pids];
  const before = look(ours);
  const result = await run();
  return { result, others: othersShare(before, look(ours)) };
};

/**
 * @typedef {object} Crowd
 * @property {readonly number[]} others share of the machine that others took, by round
 * @property {number} again tries beyond the first of each round
 */

/**
 * Each round, as often as it takes others to leave it alone, within bounds; else its calmest try. By what others took,
 * never by what came out.
 * @template Result
 * @param {{ rounds: number, run: (round: number) => Promise<Result>, watch: Watch, now?: () => number }} options
 * @returns {Promise<{ seen: Result[] } & Crowd>}
 */
export async function takeRounds({ rounds, run, watch, now = () => performance.now() }) {
  const until = now() + SECONDS * 1_000;
  const kept = [];
  let again = 0;
  for (let round = 0; round < rounds && (round < FEWEST || now() < until); round++) {
    let best = await watch(() => run(round));
    for (let tries = 1; best.others > CROWDED && tries < TRIES && now() < until; tries++) {
      const next = await watch(() => run(round));
      if (next.others < best.others) best = next;
      again++;
    }
    kept.push(best);
  }
  return { seen: kept.map(({ result }) => result), others: kept.map(({ others }) => others), again };
}

/**
 * @param {Crowd} crowd
 * @returns {string[]} nothing where the machine was calm, or nobody knows
 */
export function crowdLines({ others, again }) {
  const crowded = others.filter((share) => share > CROWDED);
  const share = `${Math.round(median(crowded) * 100)} % of its time in ${crowded.length} of ${others.length} slices`;
  const told = crowded.length
    ? `: ${share}; slices taken again: ${again}`
    : `; slices taken again until it was not: ${again}`;
  return crowded.length || again ? [`${"".padEnd(14)}  the machine was busy with others${told}`] : [];
}
