/** `ghostlight history`: what was published of a site, and when. */
import { existsSync } from "node:fs";
import { nearest } from "@ghostlight/rules/site";
import type { PublicationHead, Publications } from "../store/publications.ts";
import { openSqlitePublications, readSqlitePublications } from "../store/publications-sqlite.ts";
import { type Command, failure, type Io, misuse, textOf } from "./command.ts";
import { DATA_FOLDER, publicationsFile } from "./database.ts";
import { diskFault } from "./disk.ts";
import { withOpen } from "./open.ts";
import { momentText } from "./told.ts";

export const history: Command = {
  summary: "List what was published of a site",
  help: `ghostlight history SITE-ID [--show N] [--json] [--data DIR]

Lists the publications of a site, the newest, which is current, first: number,
time, the start of the file's SHA-256, and the note. The last 100 are kept.

  --show N     print the site file of this number instead
  --json       one JSON object a line, for programs
  --data DIR   folder of the edge's data (default: ${DATA_FOLDER})
`,
  flags: { show: { value: true }, json: { value: false }, data: { value: true } },
  async run(given, io) {
    const [site, more] = given.words;
    if (site === undefined) return misuse(io, "history", "which site? e.g. ghostlight history shop");
    if (more !== undefined) return misuse(io, "history", `one site at a time; what is "${more}" for?`);
    const show = textOf(given, "show", "");
    if (show && !/^[1-9]\d{0,8}$/.test(show)) {
      return misuse(io, "history", `--show: "${show}" is no number of a publication`);
    }
    const data = textOf(given, "data", DATA_FOLDER);
    return withHistory({ command: "history", site, data, opener: openToList }, io, async (publications, heads) => {
      if (show) {
        const found = await publications.read(site, Number(show));
        if (!found) return failure(io, "history", `site "${site}": there is no number ${show}`);
        io.out(found.file.endsWith("\n") ? found.file : `${found.file}\n`);
        return 0;
      }
      io.out(heads.map(given.flags.json ? asJson : asText).join(""));
      return 0;
    });
  },
};

export interface Wanted {
  readonly command: string;
  readonly site: string;
  /** Folder of data. */
  readonly data: string;
  readonly opener: (file: string) => Publications;
}

/** Gives `work` the history of a site that was published; tells where there is none. */
export async function withHistory(
  { command, site, data, opener }: Wanted,
  io: Io,
  work: (publications: Publications, history: readonly PublicationHead[]) => Promise<number>,
): Promise<number> {
  const file = publicationsFile(data);
  if (!existsSync(file)) {
    return failure(
      io,
      command,
      `nothing was published in ${data}: there is no ${file}; give the edge's folder with --data`,
    );
  }
  return withOpen(file, opener, command, io, async (publications) => {
    const heads = await publications.history(site);
    if (heads.length) return work(publications, heads);
    return failure(io, command, unknownSite(site, [...(await publications.current()).keys()]));
  });
}

/** Where nothing can be written, what is there can still be read. */
function openToList(file: string): Publications {
  try {
    return openSqlitePublications(file);
  } catch (error) {
    if (diskFault(error, file) === undefined) throw error;
    return readSqlitePublications(file);
  }
}

function unknownSite(site: string, known: readonly string[]): string {
  const near = nearest(site, known);
  const mend = near ? `did you mean "${near}"?` : known.length ? `published: ${known.join(", ")}` : "no site was yet";
  return `no site "${site}" was published here; ${mend}`;
}

function asText({ number, at, sha256, note, restores }: PublicationHead, index: number): string {
  const marks = [index === 0 ? "current" : "", restores === undefined ? "" : `number ${restores} again`, note];
  const said = marks.filter(Boolean).join("; ");
  return `${String(number).padStart(4)}  ${momentText(at)}  ${sha256.slice(0, 12)}${said && `  ${said}`}\n`;
}

function asJson({ number, at, sha256, version, note, restores }: PublicationHead, index: number): string {
  const line = { number, at: new Date(at).toISOString(), sha256, version, note, current: index === 0, restores };
  return `${JSON.stringify(line)}\n`;
}
