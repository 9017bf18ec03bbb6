/** Reads a site file from disk and checks it. */
import { readFile } from "node:fs/promises";
import { type Law, lawsOf, parseSite, type Site, type SiteIssue } from "@ghostlight/rules/site";
import { tooManyVariants } from "../serve/variants.ts";
import { failure, type Io } from "./command.ts";
import { printIssues } from "./faults.ts";
import { pathFault, SITE_FILE } from "./path-fault.ts";

export interface SiteFileRead {
  readonly ok: true;
  readonly file: string;
  readonly text: string;
  readonly site: Site;
  readonly warnings: readonly SiteIssue[];
}

export type SiteFile =
  | SiteFileRead
  /** `reason` when it could not be read at all, else `issues`. */
  | { readonly ok: false; readonly file: string; readonly reason: string }
  | { readonly ok: false; readonly file: string; readonly issues: readonly SiteIssue[] };

export async function readSiteFile(file: string): Promise<SiteFile> {
  try {
    // Editors on Windows put a byte order mark first, which is not JSON.
    const text = (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
    const parsed = parseSite(text);
    return parsed.ok ? { ...parsed, file, text } : { ...parsed, file };
  } catch (error) {
    const reason = pathFault(error, file, SITE_FILE);
    if (reason === undefined) throw error;
    return { ok: false, file, reason };
  }
}

/**
 * All of these, each with a site id of its own; undefined where one is at fault, which is told. `lawsServed`: those that
 * each is made for; default: all that its visitors may be under.
 */
export async function readSiteFiles(
  files: readonly string[],
  command: string,
  io: Io,
  lawsServed: (site: Site) => readonly Law[] = lawsOf,
): Promise<readonly SiteFileRead[] | undefined> {
  const read: SiteFileRead[] = [];
  for (const result of await Promise.all(files.map(readSiteFile))) {
    const many = result.ok ? tooManyVariants(result.site, lawsServed(result.site)) : undefined;
    if (many !== undefined) failure(io, command, `${result.file}: ${many}`);
    else if (result.ok) read.push(result);
    else if ("reason" in result) failure(io, command, `${result.file}: ${result.reason}`);
    else io.err(printIssues(result.file, result.issues));
  }
  const twice = read.find(({ site }, index) => read.findIndex((other) => other.site.site === site.site) < index);
  if (twice) failure(io, command, `${twice.file}: another of the files has the site id "${twice.site.site}" too`);
  return twice || read.length < files.length ? undefined : read;
}
