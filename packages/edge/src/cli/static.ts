/** `ghostlight static`: a site as plain files, for servers that run nothing. */
import { lawOf } from "@ghostlight/rules/site";
import { packNode } from "../serve/pack-node.ts";
import { publishSite } from "../serve/publish.ts";
import { filesOf, LOCAL_SCRIPTS, localArtefacts, localParts, localSite } from "../serve/static.ts";
import { NOT_BUILT, PAGE_SCRIPTS, readArtefacts, readScripts } from "./artefacts.ts";
import { type Command, failure, misuse, textOf } from "./command.ts";
import { printWarnings } from "./faults.ts";
import { integrityOf } from "./integrity.ts";
import { readSiteFiles } from "./site-file.ts";
import { hostingText, UNASKED } from "./static-texts.ts";
import { version } from "./version.ts";
import { writeAll } from "./write-all.ts";

export const staticFiles: Command = {
  summary: "Write a site as plain files, for a server without the edge",
  help: `ghostlight static SITE.json [--out DIR] [--at ADDRESS]

Writes the scripts of a site into a folder, for any server of files: the entry,
what it loads, each also packed as .br and .gz, integrity.json with a hash of
each (SRI), and HOSTING.txt, which says where they belong. Consent, preferences,
the profile and personal content work so; events are neither kept nor sent, and
statistics are asked for only where something else of the site file uses them,
or its "purposes" name "analytics", as pages need that mark elements with it.
The law is that of "regimes.default", else the strictest.

  --out DIR      where to write them (default: dist); what is there stays, as
                 pages may still ask for it
  --at ADDRESS   address of that folder on the site (default: /g/)
`,
  flags: { out: { value: true }, at: { value: true } },
  async run(given, io) {
    const [file, more] = given.words;
    if (file === undefined) return misuse(io, "static", "which file? e.g. ghostlight static ghostlight.json");
    if (more !== undefined) return misuse(io, "static", "one file at a time");
    const out = textOf(given, "out", "dist");
    const address = textOf(given, "at", "/g/").replace(/\/?$/, "/");
    if (!/^(https?:\/\/[\w.:[\]-]+)?\/([\w.~-]+\/)*$/.test(address)) {
      const mend = "write one such as /g/ or https://static.example/g/";
      return misuse(io, "static", `--at: "${textOf(given, "at", "")}" is no address of a folder; ${mend}`);
    }
    const [read] = (await readSiteFiles([file], "static", io, (one) => [lawOf(one)])) ?? [];
    if (read === undefined) return 1;
    const artefacts = await readArtefacts(PAGE_SCRIPTS);
    const local = await readScripts(new URL("local/", PAGE_SCRIPTS), LOCAL_SCRIPTS);
    if (artefacts === undefined || local === undefined) return failure(io, "static", NOT_BUILT);
    const site = localSite(read.site);
    const law = lawOf(site);
    const published = publishSite(site, localArtefacts(artefacts, local), packNode, [law], { adapt: localParts });
    const files = filesOf(site, published);
    const entry = `${site.site}.js`;
    const integrity = integrityOf(files, entry, address);
    const about = { site: site.site, version: await version(), ...integrity };
    const [hosting, json] = [hostingText(site.site, entry, integrity), `${JSON.stringify(about, null, 2)}\n`];
    const reason = await writeAll(out, withPacked(files, entry), { "HOSTING.txt": hosting, "integrity.json": json });
    if (reason !== undefined) return failure(io, "static", reason);
    io.err(printWarnings(read.warnings));
    const asked = site.purposes.analytics === false && read.site.purposes.analytics !== false;
    const unasked = asked ? UNASKED : "";
    io.out(`${out}: ${files.size} scripts of the site "${site.site}" under ${law.regime}, to be put at ${address}; see HOSTING.txt there
${unasked}`);
    return 0;
  },
};

/** The same files and their packed forms, the entry last. */
function withPacked(files: ReadonlyMap<string, Uint8Array>, entry: string): ReadonlyMap<string, Uint8Array> {
  const sorted = [...files].sort(([one], [other]) => Number(one === entry) - Number(other === entry));
  const all = sorted.flatMap(([path, text]) => {
    const { br, gzip } = packNode(new TextDecoder().decode(text)).bodies;
    return [[`${path}.br`, br] as const, [`${path}.gz`, gzip] as const, [path, text] as const];
  });
  return new Map(all);
}
