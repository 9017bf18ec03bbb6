/** Prints the faults of a site file so that each can be found and mended. */
import type { SiteIssue } from "@ghostlight/rules/site";

const VALUE_LENGTH = 80;

/** One fault on three lines: its place and value, what is wrong, what to do. */
export function printIssues(file: string, issues: readonly SiteIssue[]): string {
  const count = issues.length === 1 ? "1 fault" : `${issues.length} faults`;
  return `${file}: ${count}\n\n${issues.map((issue) => printIssue(issue, "the whole file")).join("\n")}`;
}

/** The same for what is right and yet worth a word; empty where nothing is. */
export function printWarnings(warnings: readonly SiteIssue[]): string {
  if (!warnings.length) return "";
  const count = warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`;
  return `\n${count}\n\n${warnings.map((issue) => printIssue(issue, "the whole file")).join("\n")}`;
}

/** The same of one alone. */
export function printIssue({ path, value, message, mend }: SiteIssue, whole: string): string {
  const place = path || whole;
  return `  ${place}${value === undefined ? "" : ` = ${short(value)}`}\n    ${message}\n    → ${mend}\n`;
}

function short(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > VALUE_LENGTH ? `${json.slice(0, VALUE_LENGTH)}…` : json;
}
