// @ts-check
/** Rounds on a machine of which others take no part: what they took is told by the system, and such rounds are repeated. */
import { readFileSync } from "node:fs";
import { coreSeconds, TICKS } from "./busy.mjs";
import { FEWEST, median, SECONDS } from "./ratio.mjs";

/** Share of the whole machine from which on a round is not fair any more. */
const CROWDED = 0.1;

/** Tries of a round at most. */
export const TRIES = 3;

/**
 * @typedef {object} Machine
 * @property {number} busy seconds of all its cores, those that its host withheld among them
 * @property {number} total seconds of all its cores
 */

/**
 * @param {string} stat text of `/proc/stat`. https://man7.org/linux/man-pages/man5/proc_stat.5.html
 * @returns {Machine} NaN where it does not tell
 */
export function machineOf(stat) {
  const fields = /^cpu +(.+)$/m.exec(stat)?.[1]?.split(" ").map(Number) ?? [];
  // Time of guests is in that of users already. Of interrupts nobody knows for whom they were.
  const [user = Number.NaN, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0] = fields;
  const busy = user + nice + system + steal;
  return { busy: busy / TICKS, total: (busy + idle + iowait + irq + softirq) / TICKS };
}

/**
 * @param {Machine & { ours: number }} before `ours`: seconds that our processes took
 * @param {Machine & { ours: number }} after
 * @returns {number} share of the machine that others took meanwhile; NaN where that is not known
 */
export function othersOf(before, after) {
  const others = after.busy - before.busy - (after.ours - before.ours);
  return Math.max(0, others) / (after.total - before.total);
}

/** @param {readonly number[]} pids */
function look(pids) {
  const ours = pids.reduce((sum, pid) => sum + coreSeconds(pid), 0);
  try {
    return { ...machineOf(readFileSync("/proc/stat", "utf8")), ours };
  } catch {
    return { ...machineOf(""), ours };
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
  const before = look([process.pid, ...pids]);
  const result = await run();
  return { result, others: othersOf(before, look([process.pid, ...pids])) };
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
