/** The days of the place where the visitor is; whoever knows that place hands it in. */
export interface Calendar {
  /** When the day begins that comes `shift` days after the one of the instant `at`. Both in ms since 1970. */
  readonly startOfDay: (at: number, shift: number) => number;
  /** The day of an instant, as an ISO date such as `2026-12-24`. */
  readonly dateOf: (at: number) => string;
}

/** ms of a day. */
const DAY = 86_400_000;

/** The days of UTC. */
export const UTC: Calendar = {
  startOfDay: (at, shift) => (Math.floor(at / DAY) + shift) * DAY,
  dateOf: (at) => new Date(at).toISOString().slice(0, 10),
};
