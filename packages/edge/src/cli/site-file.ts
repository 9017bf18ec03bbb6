/** Reads a site file from disk and checks it. */
import { readFile } from "node:fs/promises";
import { parseSite, type Site, type SiteIssue } from "@ghostlight/rules/site";
import { codeOf } from "../errors.ts";

export type SiteFile =
  | { readonly ok: true; readonly file: string; readonly site: Site; readonly warnings: readonly SiteIssue[] }
  /** `reason` when it could not be read at all, else `issues`. */
  | { readonly ok: false; readonly file: string; readonly reason: string }
  | { readonly ok: false; readonly file: string; readonly issues: readonly SiteIssue[] };

export async function readSiteFile(file: string): Promise<SiteFile> {
  try {
    // Editors on Windows put a byte order mark first, which is not JSON.
    const text = (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
    return { ...parseSite(text), file };
  } catch (error) {
    return { ok: false, file, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder; give the site file in it";
  if (code === "EACCES") return "it may not be read by this user";
  throw error;
}
