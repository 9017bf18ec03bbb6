/** Warns of clauses that are exact only up to a number of events. */
import { SUM_CAP } from "../clause/counters.ts";
import { isEventClause, leavesOf } from "../clause/visit.ts";
import { isDay } from "../clause/window-schema.ts";
import type { Site } from "../schema.ts";
import type { SiteIssue } from "../words.ts";
import { clausesOf } from "../written-clauses.ts";

export function warnOfCaps(site: Site): SiteIssue[] {
  return clausesOf(site).flatMap(({ clause, path }) =>
    leavesOf(clause, path).flatMap(({ path: at, leaf }): SiteIssue[] => {
      if (!isEventClause(leaf)) return [];
      const { sum, within, between, session } = leaf;
      const aged = between !== undefined && !isDay(between[0]);
      const summed = sum !== undefined && (within !== undefined || session !== undefined || aged);
      if (!summed && !aged) return [];
      const message = `this is exact for up to ${SUM_CAP} events in its window, approximate beyond`;
      const mend = aged ? 'a count "within" one duration is always exact' : "a sum without a window is always exact";
      return [{ path: at, message, mend }];
    }),
  );
}
