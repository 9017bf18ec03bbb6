/** What `static` leaves beside the scripts for whoever puts them on a server. */
import type { Integrity } from "./integrity.ts";

/** Said where `static` leaves a question out: pages may use the answer, and they are not in the site file. */
export const UNASKED = `Statistics are not asked for: without an edge nothing uses them.
Unless pages mark elements with data-purpose="analytics", which stay blocked so:
then write "purposes": {"analytics": {}} into the site file.
`;

/** Where the scripts come from, as a source of a Content Security Policy. */
const sourceOf = (at: string): string => (at.startsWith("/") ? "'self'" : new URL(at).origin);

/** The text of HOSTING.txt. */
export function hostingText(site: string, entry: string, { at, files, importMap, importMapSource }: Integrity): string {
  return `Ghostlight for the site "${site}", as files: put this folder at ${at}

First in the <head> of each page:

  <script src="${at}${entry}"></script>

or, so that a browser refuses every file that was tampered with, these two; with
a Content Security Policy that names the first, which is inline, by its hash:

  script-src ${sourceOf(at)} ${importMapSource}

  <script type="importmap">${importMap}</script>
  <script src="${at}${entry}" integrity="${files[entry]}" crossorigin="anonymous"></script>

The import map must come before any other module of the page; browsers without
its "integrity" (before Chromium 127, Safari 18, Firefox 138) load without that
check what the entry names. The hashes change with each new ${entry}: pin a copy
of this folder, not an address whose files change.

Headers, where your server lets you choose:
  ${entry}      Cache-Control: no-cache
  ${site}/…        Cache-Control: public, max-age=31536000, immutable
  files ending in .br and .gz are the same, packed: for servers that send those.
  Other origins that include it need Access-Control-Allow-Origin: *

Each new run adds a folder below ${site}/ and then replaces ${entry}. Keep the
earlier ones for a day or as long as your caches keep an entry.

There is no edge: consent, preferences, the profile and personal content work;
events are neither kept nor sent. One law holds for all visitors, that of the
site file's "regimes.default", else the strictest. Nobody issues the choice
again as an HTTP cookie: browsers that delete what scripts write after seven
days ask again, and HttpOnly cookies of refused services stay.
`;
}
