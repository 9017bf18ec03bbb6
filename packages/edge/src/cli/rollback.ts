/** `ghostlight rollback`: makes an earlier publication current again. */
import { lawsOf } from "@ghostlight/rules/site";
import { fitSite } from "../serve/fit.ts";
import { packNode } from "../serve/pack-node.ts";
import { publishSite } from "../serve/publish.ts";
import type { PublicationHead } from "../store/publications.ts";
import { openSqlitePublications } from "../store/publications-sqlite.ts";
import { NOT_BUILT, PAGE_SCRIPTS, readArtefacts } from "./artefacts.ts";
import { type Command, failure, misuse, textOf } from "./command.ts";
import { DATA_FOLDER } from "./database.ts";
import { printIssues } from "./faults.ts";
import { withHistory } from "./history.ts";
import { dataWords } from "./serve-texts.ts";
import { momentText } from "./told.ts";
import { version } from "./version.ts";

export const rollback: Command = {
  summary: "Make an earlier publication of a site current again",
  help: `ghostlight rollback SITE-ID [--to N] [--note TEXT] [--data DIR]

Makes an earlier publication current again, as a new entry of the history; none
is taken out. Without --to, the one before what is current: after a rollback to
number 3, the next one goes to number 2. A \`ghostlight serve\` without site files
on the same folder shows it within 2 seconds.

  --to N        number of the publication, see \`ghostlight history SITE-ID\`
  --note TEXT   why, for the history
  --data DIR    folder of the edge's data (default: ${DATA_FOLDER})
`,
  flags: { to: { value: true }, note: { value: true }, data: { value: true } },
  async run(given, io) {
    const [site, more] = given.words;
    if (site === undefined) return misuse(io, "rollback", "which site? e.g. ghostlight rollback shop");
    if (more !== undefined) return misuse(io, "rollback", `one site at a time; what is "${more}" for?`);
    const to = textOf(given, "to", "");
    if (to && !/^[1-9]\d{0,8}$/.test(to)) return misuse(io, "rollback", `--to: "${to}" is no number of a publication`);
    const note = textOf(given, "note", "");
    if (note.length > 500) return misuse(io, "rollback", `--note is ${note.length} characters long; 500 are the most`);
    const data = textOf(given, "data", DATA_FOLDER);
    const artefacts = await readArtefacts(PAGE_SCRIPTS);
    if (artefacts === undefined) {
      return failure(io, "rollback", NOT_BUILT);
    }
    return withHistory(
      { command: "rollback", site, data, opener: openSqlitePublications },
      io,
      async (publications, history) => {
        const target = targetOf(history, to ? Number(to) : undefined);
        if (typeof target === "string") return failure(io, "rollback", `site "${site}": ${target}`);
        const found = await publications.read(site, target);
        if (found === undefined) throw new Error(`Publication ${target} of ${site} is gone.`);
        const fit = fitSite(found.file, (one) => void publishSite(one, artefacts, packNode, lawsOf(one)));
        if (!fit.ok) {
          const reason = "reason" in fit ? fit.reason : printIssues("its site file", fit.issues).trimEnd();
          const name = `number ${target}, published by version ${found.version},`;
          return failure(
            io,
            "rollback",
            `site "${site}": ${name} does not fit this version; nothing changed: ${reason}`,
          );
        }
        const restores = found.restores ?? target;
        const made = history.find(({ number }) => number === restores)?.at ?? found.at;
        const draft = { site, file: found.file, at: Date.now(), version: await version(), note, restores };
        const [result] = await publications.publish([draft]);
        if (result === undefined) throw new Error("No result.");
        const { number, sha256 } = result.publication;
        io.out(
          result.isNew
            ? `Site "${site}": number ${number} is current; it is number ${restores} of ${momentText(made)} again (${sha256.slice(0, 12)})\n  forth: npx --no-install ghostlight rollback ${site} --to ${number - 1}${dataWords(data)}\n`
            : `Site "${site}": number ${number}, which is current, says the same; nothing changed.\n`,
        );
        return 0;
      },
    );
  },
};

/** The number to go back to, or why there is none. `history`: the newest first. */
export function targetOf(history: readonly PublicationHead[], to: number | undefined): number | string {
  const numbers = history.map(({ number }) => number);
  const [current] = history;
  const oldest = numbers.at(-1);
  if (current === undefined || oldest === undefined) return "nothing was published of it";
  if (to !== undefined) {
    if (numbers.includes(to)) return to;
    const bounds = numbers.length === 1 ? `only number ${oldest}` : `numbers ${oldest} to ${current.number}`;
    return `there is no number ${to}; there are ${bounds}`;
  }
  const from = current.restores ?? current.number;
  const [before] = history.filter(({ number }) => number < from);
  if (before) return before.restores ?? before.number;
  const which = current.restores === undefined ? "" : `, and is number ${from} again`;
  const others = numbers.length > 1 ? "; name another with --to" : "";
  return `number ${current.number} is current${which}; nothing is kept from before it to go back to${others}`;
}
