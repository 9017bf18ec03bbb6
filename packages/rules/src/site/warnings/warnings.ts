/** What a right site file may still not mean. */
import type { Site } from "../schema.ts";
import type { SiteIssue } from "../words.ts";
import { warnOfCaps } from "./caps.ts";
import { warnOfInert } from "./inert.ts";
import { warnOfNames } from "./names.ts";
import { warnOfReach } from "./reach.ts";
import { warnOfRedacted } from "./redacted.ts";
import { warnOfSnapshot } from "./snapshot.ts";
import { warnOfSwitches } from "./switches.ts";

/** Of a site without faults; none of them keeps it from being served. */
export function warningsOf(site: Site): SiteIssue[] {
  return [
    ...warnOfSwitches(site),
    ...warnOfInert(site),
    ...warnOfSnapshot(site),
    ...warnOfReach(site),
    ...warnOfNames(site),
    ...warnOfRedacted(site),
    ...warnOfCaps(site),
  ];
}
