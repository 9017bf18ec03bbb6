/** What `serve` tells whoever started it. */
import { describeFailure } from "../errors.ts";
import { DATA_FOLDER, databaseFile, publicationsFile } from "./database.ts";
import { diskFault } from "./disk.ts";
import type { Shown } from "./published.ts";
import type { ServeFlags } from "./serve-flags.ts";

/** A site with where it came from: a file, or a publication. */
export interface ServedSite {
  readonly file: string;
  readonly site: { readonly site: string; readonly origins: readonly string[] };
}

/** The origin under which a browser on this machine reaches the edge. */
export function localOrigin(host: string, port: number): string {
  const shown = ["localhost", "0.0.0.0", "::"].includes(host) ? "localhost" : host;
  return new URL(`http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`).origin;
}

export function runningText(origin: string, sites: readonly ServedSite[], flags: ServeFlags): string {
  const data = dataWords(flags.data);
  const about = sites.map(
    ({ site: { site } }) => `
Site "${site}"
  first in the <head> of its pages:  <script src="${origin}/g/${site}.js"></script>
  its events, one JSON a line:       npx --no-install ghostlight export --site ${site}${data}
`,
  );
  const pages = flags.pages === undefined ? "" : `Pages of ${flags.pages}: ${origin}/\n`;
  const source = flags.files.length
    ? ""
    : `It shows what is published in ${publicationsFile(flags.data)}, also what comes there later.\n`;
  const none = sites.length
    ? ""
    : `
Nothing is published there yet:        npx --no-install ghostlight publish SITE.json${data}
To serve a file as it is, name it:     npx --no-install ghostlight serve SITE.json
`;
  return `Ghostlight runs at ${origin}/ and keeps events in ${databaseFile(flags.data)}. Ctrl+C stops it.
${source}${pages}${none}${about.join("")}`;
}

/** `--data` for a command line, where it is needed. */
export function dataWords(folder: string): string {
  return folder === DATA_FOLDER ? "" : ` --data ${shellWord(folder)}`;
}

/** A note for each site that pages of this address may not use by its own file. */
export function originNotes(origin: string, sites: readonly ServedSite[]): string {
  return sites
    .filter(({ site }) => !site.origins.includes(origin))
    .map(({ file, site }) => {
      const may = `pages served from here work, others only from ${site.origins.join(", ")}`;
      return `note: ${file}: "origins" does not list ${origin}: ${may}.\n`;
    })
    .join("");
}

/** Why what was published is not shown; the places where an unknown failure was thrown follow. */
export function lookFailure(error: unknown, waiting: readonly Shown[], folder: string): string {
  const names = waiting.map(({ site, number }) => `site "${site.site}": number ${number}`);
  const what = names.length ? `${names.join(", ")} is not shown yet` : "what is published cannot be read";
  return withReason(what, error, folder);
}

/** Why chunks of what is shown may go before their time. */
export function keepFailure(error: unknown, folder: string): string {
  return withReason("what is shown could not be noted as in use", error, folder);
}

function withReason(what: string, error: unknown, folder: string): string {
  const fault = diskFault(error, folder);
  return fault ? `${what}: ${fault}; it is tried again` : `${what}: ${describeFailure(error)}`;
}

/** Why the port could not be opened, and what to do. */
export function listenFailure(code: string | undefined, host: string, port: number): string | undefined {
  if (code === "EADDRINUSE") return `port ${port} is in use; stop the program there, or take another with --port`;
  if (code === "EACCES") return `port ${port} may not be opened by this user; take one above 1023 with --port`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `this machine has no address "${host}"; see --host`;
  return undefined;
}

/** The text as one word of a command line. */
export function shellWord(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
