/** The time by which everything here goes. */

export interface Clock {
  /** ms since 1970. */
  readonly now: () => number;
  /** Sets this clock `ms` ahead of the device's, for previews and tests; 0, or what is no number, goes back to it. */
  readonly travel: (ms: number) => void;
}

export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    travel(ms) {
      // The remainder of what is not finite is no number.
      ahead = ms % 1e14 || 0;
    },
  };
}

/** ISO date of today, where the device is. */
export function readToday(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
