/** Site files for tests: the smallest that passes, with whatever a test puts on top. */
import { checkSite } from "../src/site/check.ts";
import type { Site } from "../src/site/schema.ts";
import type { SiteIssue } from "../src/site/words.ts";

type Patch = { readonly [key: string]: unknown };

export const SMALLEST = { site: "shop", origins: ["https://shop.example"] };

/** A checked site; throws where the test's own file is wrong. */
export function siteWith(patch: Patch = {}): Site {
  const checked = checkSite({ ...SMALLEST, ...patch });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues, null, 2));
  return checked.site;
}

/** What is wrong with a site file; empty where nothing is. */
export function issuesWith(patch: Patch): readonly SiteIssue[] {
  const checked = checkSite({ ...SMALLEST, ...patch });
  return checked.ok ? [] : checked.issues;
}

/** The same for one clause, as the condition of the segment `s`; the paths start within the clause. */
export function issuesOfClause(clause: unknown): readonly SiteIssue[] {
  return issuesWith({ segments: { s: { if: clause } } }).map((issue) => ({
    ...issue,
    path: issue.path.replace(/^segments\.s\.if\.?/, ""),
  }));
}
