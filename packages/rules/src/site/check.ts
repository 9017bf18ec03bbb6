/** Checks a site file: every fault at once, each with its place, its value and its mend. */
import * as v from "valibot";
import { crossCheck } from "./cross-check.ts";
import { knownKeys } from "./known-keys.ts";
import { type Site, siteFile } from "./schema.ts";
import { list, nearest, type SiteIssue, unsay } from "./words.ts";

export type SiteResult =
  | { readonly ok: true; readonly site: Site }
  | { readonly ok: false; readonly issues: readonly SiteIssue[] };

/** Text of a site file → a site with its defaults, or what is wrong with it. */
export function parseSite(text: string): SiteResult {
  try {
    return checkSite(JSON.parse(text));
  } catch (error) {
    return { ok: false, issues: [syntaxIssue(text, error instanceof Error ? error.message : String(error))] };
  }
}

/** The same for a value that was parsed already. */
export function checkSite(value: unknown): SiteResult {
  const parsed = v.safeParse(siteFile, value);
  if (!parsed.success) return { ok: false, issues: parsed.issues.map((issue) => describe(issue, value)) };
  const issues = crossCheck(parsed.output);
  return issues.length ? { ok: false, issues } : { ok: true, site: parsed.output };
}

/** Engines name the place of a fault as "position 12", or not at all. */
function syntaxIssue(text: string, message: string): SiteIssue {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  const reason = message.replace(/ in JSON at position.*| at position.*/, "");
  return {
    path: "",
    message: `this is not JSON: ${reason} (${place})`,
    mend: "JSON wants double quotes around names and texts, commas between entries and none after the last",
  };
}

function describe(issue: v.BaseIssue<unknown>, file: unknown): SiteIssue {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const path = keys.join(".");
  const last = keys.at(-1) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = knownKeys(siteFile, file, keys.slice(0, -1));
    const near = nearest(last, known);
    const mend = near ? `did you mean "${near}"?` : known.length ? `known here: ${list(known)}` : "take it out";
    return { path, ...valueAt(file, keys), message: `"${last}" is not known here`, mend };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return { path, message: `"${last}" is missing`, mend: `add "${last}"` };
  }
  const { message, mend } = unsay(issue.message);
  return { path, ...valueAt(file, keys), message, mend: mend || `write ${issue.expected ?? "another value"}` };
}

function valueAt(file: unknown, keys: readonly string[]): { value?: unknown } {
  let value: unknown = file;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return {};
    value = (value as Record<string, unknown>)[key];
  }
  return { value };
}
