/** The site file: check it, compile it. For the edge and the command line; the page never loads this. */
export { checkSite, parseSite, type SiteResult } from "./check.ts";
export { compileSite } from "./compile.ts";
export type { Site } from "./schema.ts";
export type { SiteIssue } from "./words.ts";
