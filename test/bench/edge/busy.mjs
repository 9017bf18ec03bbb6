// @ts-check
/** How busy processes are, as far as this system tells. */
import { readdirSync, readFileSync } from "node:fs";

// Linux counts in hundredths on all machines that Node runs on. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
export const TICKS = 100;

/**
 * @param {number} pid
 * @returns {number} seconds of one core that it took so far; NaN where the system does not tell
 */
export function coreSeconds(pid) {
  return secondsOf(pid, 2);
}

/**
 * All that other processes took so far, and those that ended under them. Not what the machine did less what ours did:
 * what it does for the network is among ours or not, as the system was built; seen as 15 % of the machine.
 * @param {readonly number[]} pids of ours
 * @returns {number} seconds of one core; of a container, only those in it; NaN where the system does not tell
 */
export function othersSeconds(pids) {
  try {
    const others = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && !pids.includes(Number(name)));
    // One that ended meanwhile is among what its parent tells.
    return others.reduce((sum, name) => sum + (secondsOf(Number(name), 4) || 0), 0);
  } catch {
    return Number.NaN;
  }
}

/**
 * @param {number} pid
 * @param {2 | 4} times user and system; the same of the children that ended, besides
 */
function secondsOf(pid, times) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields.slice(11, 11 + times).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  } catch {
    return Number.NaN;
  }
}
