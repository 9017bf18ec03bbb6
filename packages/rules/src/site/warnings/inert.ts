/** Warns of what rests on a purpose that nobody is asked about. */
import { askedPurposes } from "../purposes.ts";
import type { Site } from "../schema.ts";
import { list, type SiteIssue } from "../words.ts";

/** All of which the ghost is made, or is made from it. */
const PERSONAL = ["stages", "facts", "affinities", "segments", "experiences"] as const;

/** Without a grant of `personalization` there is no ghost. */
export function warnOfInert(site: Site): SiteIssue[] {
  if (askedPurposes(site).includes("personalization")) return [];
  const written = PERSONAL.filter((key) => Object.keys(site[key]).length);
  const inert = site.snapshot ? [...written, "snapshot"] : written;
  if (!inert.length) return [];
  const message = `nobody is asked about "personalization", so nothing can ever come of ${list(inert)}`;
  const mend = `take this line out, so that it is asked, or take out ${list(inert)}`;
  return [{ path: "purposes.personalization", value: false, message, mend }];
}
