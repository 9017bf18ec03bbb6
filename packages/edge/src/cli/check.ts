/** `ghostlight check`: says whether a site file is right, and what to mend where it is not. */

import { type Command, failure, misuse } from "./command.ts";
import { printIssues, printWarnings } from "./faults.ts";
import { readSiteFile, type SiteFile } from "./site-file.ts";

export const check: Command = {
  summary: "Check a site file and say what to mend",
  help: `ghostlight check SITE.json [--json]

Reads a site file and prints each fault with its place, its value and its mend.
What is right, but may not be what was meant, is printed as a warning.
Exit code 0 when the file is right, 1 when it is not.

  --json   print {"ok":…,"issues":[…],"warnings":[…]} for programs
`,
  flags: { json: { value: false } },
  async run({ flags, words }, io) {
    const [file] = words;
    if (file === undefined) return misuse(io, "check", "which file? e.g. ghostlight check ghostlight.json");
    if (words.length > 1) return misuse(io, "check", "one file at a time");
    const result = await readSiteFile(file);
    if ("reason" in result) return failure(io, "check", `${file}: ${result.reason}`);
    io.out(flags.json ? `${JSON.stringify(asJson(result))}\n` : asText(result));
    return result.ok ? 0 : 1;
  },
};

function asJson(result: Exclude<SiteFile, { reason: string }>) {
  return result.ok
    ? { ok: true, issues: [], warnings: result.warnings }
    : { ok: false, issues: result.issues, warnings: [] };
}

function asText(result: Exclude<SiteFile, { reason: string }>): string {
  if (!result.ok) return printIssues(result.file, result.issues);
  const { site, languages, segments, experiences } = result.site;
  const counts = [
    count(languages.length, "language"),
    count(Object.keys(segments).length, "segment"),
    count(Object.keys(experiences).length, "experience"),
  ];
  return `${result.file}: ok (site "${site}", ${counts.join(", ")})\n${printWarnings(result.warnings)}`;
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? "" : "s"}`;
