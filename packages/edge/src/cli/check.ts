/** `ghostlight check`: says whether a site file is right, and what to mend where it is not. */
import type { Site } from "@ghostlight/rules/site";
import { hashOf } from "../serve/pack-node.ts";
import { faultOfVariants } from "../serve/variants.ts";
import { NOT_BUILT, PAGE_SCRIPTS, readArtefacts } from "./artefacts.ts";
import { type Command, failure, type Io, misuse } from "./command.ts";
import { printIssues, printWarnings } from "./faults.ts";
import { readSiteFile, type SiteFile } from "./site-file.ts";
import { weighBrotli } from "./size/scales.ts";
import { SITUATIONS } from "./size/situations.ts";
import { printSizes } from "./size/text.ts";
import { type Sizes, weighSite } from "./size/weigh.ts";

export const check: Command = {
  summary: "Check a site file and say what to mend",
  help: `ghostlight check SITE.json [--size] [--json]

Reads a site file and prints each fault with its place, its value and its mend.
What is right, but may not be what was meant, is printed as a warning.
Exit code 0 when the file is right, 1 when it is not.

  --size   also print what each feature of the file costs: by how much less a
           page would load without it; takes some seconds
  --json   print {"ok":…,"issues":[…],"warnings":[…]} for programs, with "size"
           where it was asked for
`,
  flags: { size: { value: false }, json: { value: false } },
  async run({ flags, words }, io) {
    const [file] = words;
    if (file === undefined) return misuse(io, "check", "which file? e.g. ghostlight check ghostlight.json");
    if (words.length > 1) return misuse(io, "check", "one file at a time");
    const result = servable(await readSiteFile(file));
    if ("reason" in result) return failure(io, "check", `${file}: ${result.reason}`);
    let sizes: Sizes | undefined;
    if (flags.size && result.ok) {
      sizes = await sizesOf(result.site, io);
      if (sizes === undefined) return failure(io, "check", NOT_BUILT);
    }
    io.out(flags.json ? `${JSON.stringify(asJson(result, sizes))}\n` : asText(result, sizes));
    return result.ok ? 0 : 1;
  },
};

/** Right by itself, a file may still become more scripts than an edge serves. */
function servable(read: SiteFile): SiteFile {
  const fault = read.ok ? faultOfVariants(read.site) : undefined;
  return fault ? { ok: false, file: read.file, issues: [fault] } : read;
}

/** Undefined where there is nothing to weigh yet. */
async function sizesOf(site: Site, io: Io): Promise<Sizes | undefined> {
  const artefacts = await readArtefacts(PAGE_SCRIPTS);
  if (artefacts === undefined) return undefined;
  const progress = (done: number, of: number): void => {
    if (io.terminal) io.err(done < of ? `\rweighed without ${done} of ${of}` : "\r\u001b[K");
  };
  return weighSite(site, { artefacts, weigh: weighBrotli, hash: hashOf, progress });
}

function asJson(result: Exclude<SiteFile, { reason: string }>, sizes: Sizes | undefined) {
  if (!result.ok) return { ok: false, issues: result.issues, warnings: [] };
  const told = { ok: true, issues: [], warnings: result.warnings };
  return sizes ? { ...told, size: { unit: "B, brotli 11", situations: SITUATIONS, ...sizes } } : told;
}

function asText(result: Exclude<SiteFile, { reason: string }>, sizes: Sizes | undefined): string {
  if (!result.ok) return printIssues(result.file, result.issues);
  const { site, languages, segments, experiences } = result.site;
  const counts = [
    count(languages.length, "language"),
    count(Object.keys(segments).length, "segment"),
    count(Object.keys(experiences).length, "experience"),
  ];
  const said = `${result.file}: ok (site "${site}", ${counts.join(", ")})\n${printWarnings(result.warnings)}`;
  return sizes ? `${said}\n${printSizes(site, sizes)}\n` : said;
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? "" : "s"}`;
