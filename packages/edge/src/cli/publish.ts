/** `ghostlight publish`: makes site files current, with a history. */
import type { Site } from "@ghostlight/rules/site";
import { lawsOf, nearest } from "@ghostlight/rules/site";
import { fitSite } from "../serve/fit.ts";
import { packNode } from "../serve/pack-node.ts";
import { type Published, publishSite } from "../serve/publish.ts";
import { remember } from "../serve/remember.ts";
import { describeVariants } from "../serve/variants.ts";
import type { Publications, PublishResult } from "../store/publications.ts";
import { openSqlitePublications } from "../store/publications-sqlite.ts";
import { NOT_BUILT, PAGE_SCRIPTS, readArtefacts } from "./artefacts.ts";
import { type Command, failure, type Io, misuse, textOf } from "./command.ts";
import { DATA_FOLDER, publicationsFile } from "./database.ts";
import { printWarnings } from "./faults.ts";
import { withOpen } from "./open.ts";
import { dataWords } from "./serve-texts.ts";
import { readSiteFiles, type SiteFileRead } from "./site-file.ts";
import { momentText } from "./told.ts";
import { version } from "./version.ts";

export const publish: Command = {
  summary: "Make site files current on the edge, with a history",
  help: `ghostlight publish SITE.json… [--note TEXT] [--data DIR]

Checks each file as \`ghostlight check\` does, makes all of its scripts once to be
sure that they fit, and puts it into the history of its site as the current one.
Of several files all are published, or none. A \`ghostlight serve\` without site
files on the same folder shows it within 2 seconds. What is current already is
not published again. The last 100 publications of a site are kept.

  --note TEXT   why, for the history
  --data DIR    folder of the edge's data (default: ${DATA_FOLDER})
`,
  flags: { note: { value: true }, data: { value: true } },
  async run(given, io) {
    if (given.words.length === 0) return misuse(io, "publish", "which file? e.g. ghostlight publish ghostlight.json");
    const note = textOf(given, "note", "");
    if (note.length > 500) return misuse(io, "publish", `--note is ${note.length} characters long; 500 are the most`);
    const data = textOf(given, "data", DATA_FOLDER);
    const files = await readSiteFiles(given.words, "publish", io);
    if (files === undefined) return 1;
    const about = await compose(files, io);
    if (about === undefined) return 1;
    return withOpen(publicationsFile(data), openSqlitePublications, "publish", io, async (publications) => {
      const known = [...(await publications.current()).keys()];
      const shared = { at: Date.now(), version: await version(), note };
      const results = await publications.publish(
        files.map(({ site, text }) => ({ ...shared, site: site.site, file: text })),
      );
      for (const [index, { site, warnings }] of files.entries()) {
        io.err(printWarnings(warnings));
        const result = results[index];
        if (result) io.out(await told(site, result, about[index] ?? "", publications, known, data));
      }
      return 0;
    });
  },
};

/** What each file makes, in a line; undefined where one does not fit, which is told. */
async function compose(files: readonly SiteFileRead[], io: Io): Promise<readonly string[] | undefined> {
  const artefacts = await readArtefacts(PAGE_SCRIPTS);
  if (artefacts === undefined) {
    failure(io, "publish", NOT_BUILT);
    return undefined;
  }
  const pack = remember(packNode);
  const about: string[] = [];
  for (const { file, text } of files) {
    let published: Published | undefined;
    const fit = fitSite(text, (site) => {
      published = publishSite(site, artefacts, pack, lawsOf(site));
    });
    if (fit.ok && published) about.push(describeVariants(fit.site, published));
    else failure(io, "publish", `${file}: ${"reason" in fit ? fit.reason : "it was changed meanwhile"}`);
  }
  return about.length === files.length ? about : undefined;
}

async function told(
  { site }: Site,
  { isNew, publication }: PublishResult,
  about: string,
  publications: Publications,
  known: readonly string[],
  data: string,
): Promise<string> {
  const { number, at, sha256 } = publication;
  const which = `number ${number} (${sha256.slice(0, 12)})`;
  if (!isNew) return `Site "${site}": ${which} of ${momentText(at)} is this very file; nothing to publish.\n`;
  const [, before] = await publications.history(site);
  const near = before ? undefined : nearest(site, known);
  const past = before
    ? `before it: number ${before.number} of ${momentText(before.at)}; back: npx --no-install ghostlight rollback ${site}${dataWords(data)}`
    : `the first of this site${near ? `; did you mean the site "${near}"?` : ""}`;
  return `Site "${site}": published as ${which}\n  ${about}\n  ${past}\n`;
}
