/** Checks a site file: every fault at once, each with its place, its value and its mend. */
import * as v from "valibot";
import { crossCheck } from "./cross-check.ts";
import { findDoubledKeys } from "./doubled-keys.ts";
import { findHazards } from "./hazards.ts";
import { findJsonFault } from "./json-fault.ts";
import { knownKeys } from "./known-keys.ts";
import { type Site, siteFile } from "./schema.ts";
import { warningsOf } from "./warnings/warnings.ts";
import { list, nearest, type SiteIssue, unsay } from "./words.ts";

export type SiteResult =
  /** `warnings`: what a right file may still not mean. */
  | { readonly ok: true; readonly site: Site; readonly warnings: readonly SiteIssue[] }
  | { readonly ok: false; readonly issues: readonly SiteIssue[] };

/** Text of a site file → a site with its defaults, or what is wrong with it. */
export function parseSite(text: string): SiteResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, issues: [syntaxIssue(text, error instanceof Error ? error.message : String(error))] };
  }
  const doubled = findDoubledKeys(text).map(({ keys, index }) => doubledIssue(keys, placeOf(text, index), value));
  const checked = checkSite(value);
  // A warning, where it is all: what was published so before anybody looked goes on being served.
  if (checked.ok) return { ...checked, warnings: [...doubled, ...checked.warnings] };
  return { ok: false, issues: [...doubled, ...checked.issues] };
}

/** The same for a value that was parsed already. */
export function checkSite(value: unknown): SiteResult {
  const { deep, names } = findHazards(value);
  if (deep.length) return { ok: false, issues: deep };
  const parsed = v.safeParse(siteFile, value);
  if (!parsed.success || names.length) {
    const told = (parsed.issues ?? []).flatMap((issue) => found(issue, [])).map((one) => describe(one, value));
    const others = told.filter(({ path }) => !names.some((name) => name.path === path));
    return { ok: false, issues: [...names, ...others] };
  }
  const issues = crossCheck(parsed.output);
  return issues.length ? { ok: false, issues } : { ok: true, site: parsed.output, warnings: warningsOf(parsed.output) };
}

/** The reason is the engine's, which names the place only for some faults. */
function syntaxIssue(text: string, message: string): SiteIssue {
  const reason = message
    .replace(/( in JSON)? at position.*|, (\.{3})?".*is not valid JSON$/s, "")
    .replaceAll("\n", "\\n");
  return {
    path: "",
    message: `this is not JSON: ${reason} (${placeOf(text, findJsonFault(text))})`,
    mend: "JSON wants double quotes around names and texts, commas between entries and none after the last",
  };
}

function doubledIssue(keys: readonly string[], place: string, file: unknown): SiteIssue {
  const message = `"${keys.at(-1)}" is here a second time (${place}), and what stood there before counts for nothing`;
  return { path: keys.join("."), ...valueAt(file, keys), message, mend: "keep one of them" };
}

function placeOf(text: string, index: number): string {
  const before = text.slice(0, index).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

interface Found {
  readonly issue: v.BaseIssue<unknown>;
  readonly keys: readonly string[];
}

/** A union says only that none of its shapes fits; what one of them says of a place further in helps more. */
function found(issue: v.BaseIssue<unknown>, outer: readonly string[]): Found[] {
  const keys = [...outer, ...(issue.path ?? []).map(({ key }) => String(key))];
  const inner = (issue.issues ?? []).filter(({ path }) => path);
  return inner.length ? inner.flatMap((one) => found(one, keys)) : [{ issue, keys }];
}

function describe({ issue, keys }: Found, file: unknown): SiteIssue {
  const path = keys.join(".");
  const last = keys.at(-1) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = knownKeys(siteFile, file, keys.slice(0, -1));
    const near = nearest(last, known);
    const mend = near ? `did you mean "${near}"?` : known.length ? `known here: ${list(known)}` : "take it out";
    return { path, ...valueAt(file, keys), message: `"${last}" is not known here`, mend };
  }
  if (issue.type === "strict_object" && issue.received === "undefined" && keys.length) {
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
