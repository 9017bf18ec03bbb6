/** How long something is, in ms or in calendar months. */
import type { Span } from "../plan.ts";

/** The instant (ms since 1970) at which what happened at `instant` is exactly that old. */
export function later(instant: number, span: Span): number {
  return typeof span === "number" ? instant + span : addMonths(instant, span[0]);
}

/**
 * By the calendar of UTC, at the same time of day. A month that lacks the day is over when it ends: so what happened
 * later is never older.
 */
function addMonths(instant: number, months: number): number {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  // February 31st has become March 3rd.
  return date.getUTCDate() === day ? date.getTime() : date.setUTCDate(1) && date.setUTCHours(0, 0, 0, 0);
}
