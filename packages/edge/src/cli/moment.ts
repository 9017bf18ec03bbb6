/** Instants as people write them on a command line. */
import type { Calendar } from "@ghostlight/rules";
import { parseInstant } from "../ingest/instant.ts";

/** ms since 1970 of `2026-03-01`, where that day begins by the calendar, or of `2026-03-01T12:00:00Z`. */
export function momentOf(text: string, calendar: Calendar): number | undefined {
  const noon = parseInstant(`${text}T12:00:00Z`);
  if (noon === undefined) return parseInstant(text);
  // The day there at noon in London may be the one before or after.
  const shift = [-1, 0, 1].find((one) => calendar.dateOf(calendar.startOfDay(noon, one)) === text);
  return shift === undefined ? undefined : calendar.startOfDay(noon, shift);
}
