/** How many files a site becomes: a site file must not grow an edge without bounds. */
import { type Law, lawsOf, type Site, type SiteIssue } from "@ghostlight/rules/site";
import { CHUNK_NAMES } from "./artefacts.ts";
import type { Published } from "./publish.ts";

/** What is made for each language under each law: the chunks, and the entry with the dialog in it. */
const EACH = CHUNK_NAMES.length + 1;

/** Scripts of one site at most, beside an entry for each law: those of 40 languages under six laws. */
export const MAX_SCRIPTS = 2_640;

/** What is wrong with a site of so many variants under its laws, and at which place; undefined where nothing is. */
export function faultOfVariants(site: Site, laws: readonly Law[] = lawsOf(site)): SiteIssue | undefined {
  const [inAll, value] = [laws.length, site.languages];
  const scripts = inAll * value.length * EACH;
  if (scripts <= MAX_SCRIPTS) return undefined;
  const most = Math.floor(MAX_SCRIPTS / inAll / EACH);
  const message = `${variants(inAll, value.length)} are ${scripts} scripts, and ${MAX_SCRIPTS} are the most`;
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
  const entries = [...entry.variants.values()].flatMap((one) => [one, ...one.asking.values()]);
  const texts = new Map([...entries, ...chunks].map(({ hash, bodies }) => [hash, bodies]));
  const sum = (form: "identity" | "br") =>
    Math.ceil([...texts.values()].reduce((total, bodies) => total + bodies[form].length, 0) / 1024);
  const inAll = `${entries.length + chunks.length} files of ${texts.size} texts`;
  return `${variants(entry.variants.size, site.languages.length)}: ${inAll}, ${sum("identity")} kB, brotli ${sum("br")} kB`;
}

function variants(laws: number, languages: number): string {
  return `${laws} ${laws === 1 ? "law" : "laws"} × ${languages} ${languages === 1 ? "language" : "languages"}`;
}
