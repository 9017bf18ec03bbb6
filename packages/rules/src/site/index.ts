/** The site file: check it, compile it. For the edge and the command line; the page never loads this. */
export { CATALOGUE } from "../catalogue/catalogue.ts";
export type { KnownService } from "../catalogue/service.ts";
export { checkSite, parseSite, type SiteResult } from "./check.ts";
export { type Compile, compileClean, compileEntry, compilerOf, compileSite } from "./compile.ts";
export { type Law, lawOf, lawsOf, nameOfLaw } from "./law.ts";
export type { Site } from "./schema.ts";
export { typesOf } from "./types.ts";
export { type Uses, usesOf } from "./uses.ts";
export { nearest, type SiteIssue } from "./words.ts";
