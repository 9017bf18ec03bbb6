// @ts-check
/** How busy a process is, as far as this system tells. */
import { readFileSync } from "node:fs";

// Linux counts in hundredths on all machines that Node runs on. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
export const TICKS = 100;

/**
 * @param {number} pid
 * @returns {number} seconds of one core that it took so far; NaN where the system does not tell
 */
export function coreSeconds(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold anything.
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) / TICKS;
  } catch {
    return Number.NaN;
  }
}
