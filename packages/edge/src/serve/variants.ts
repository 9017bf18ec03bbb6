/** How many files a site becomes: a site file must not grow an edge without bounds. */
import { type Law, lawsOf, type Site, type SiteIssue } from "@ghostlight/rules/site";
import { CHUNK_NAMES } from "./artefacts.ts";
import type { Published } from "./publish.ts";

/** Chunks of one site at most: those of 40 languages under six laws. */
export const MAX_CHUNKS = 2_400;

/** What is wrong with a site of so many variants under its laws, and at which place; undefined where nothing is. */
export function faultOfVariants(site: Site, laws: readonly Law[] = lawsOf(site)): SiteIssue | undefined {
  const [inAll, value] = [laws.length, site.languages];
  const chunks = inAll * value.length * CHUNK_NAMES.length;
  if (chunks <= MAX_CHUNKS) return undefined;
  const most = Math.floor(MAX_CHUNKS / inAll / CHUNK_NAMES.length);
  const message = `${variants(inAll, value.length)} are ${chunks} scripts, and ${MAX_CHUNKS} are the most`;
  return {
    path: "languages",
    value,
    message,
    mend: `keep ${most} of its "languages", or divide it into several site files`,
  };
}

/** The same in one line. */
export function tooManyVariants(site: Site, laws?: readonly Law[]): string | undefined {
  const fault = faultOfVariants(site, laws);
  return fault && `${fault.message}; ${fault.mend}`;
}

/** What was published of a site, in one line; packs all of its scripts. */
export function describeVariants(site: Site, { fixed, entry }: Published): string {
  const chunks = [...fixed].filter(([path]) => path.startsWith(`/g/${site.site}/`)).map(([, file]) => file);
  const entries = [...entry.variants.values()];
  const texts = new Map([...entries, ...chunks].map(({ hash, bodies }) => [hash, bodies]));
  const sum = (form: "identity" | "br") =>
    Math.ceil([...texts.values()].reduce((total, bodies) => total + bodies[form].length, 0) / 1024);
  const inAll = `${entries.length + chunks.length} files of ${texts.size} texts`;
  return `${variants(entries.length, site.languages.length)}: ${inAll}, ${sum("identity")} kB, brotli ${sum("br")} kB`;
}

function variants(laws: number, languages: number): string {
  return `${laws} ${laws === 1 ? "law" : "laws"} × ${languages} ${languages === 1 ? "language" : "languages"}`;
}
