/** Turns a checked site into the fixed set of files that the page can ask for. */
import type { ChunkAddresses, CompiledSite } from "@ghostlight/rules";
import { compileSite, type Site } from "@ghostlight/rules/site";
import { compose, withoutMap } from "./compose.ts";
import type { Encoding } from "./negotiate.ts";

/** The texts of the four page scripts, as the build made them. */
export interface Artefacts {
  readonly entry: string;
  readonly banner: string;
  readonly engine: string;
  readonly debug: string;
}

/** A text ready to be sent. */
export interface Packed {
  /** Changes when the text does; fit for a file name, 16 characters or more. */
  readonly hash: string;
  readonly bodies: Readonly<Record<Encoding, Uint8Array>>;
}

/** Hashes and compresses a text. A function of the platform: the edge's own code has none of it. */
export type Pack = (text: string) => Packed;

/** One file at one address. */
export interface PublishedFile extends Packed {
  readonly type: string;
  readonly cache: string;
}

// Five minutes is how long a change to the site file may take to reach a page; an entry up to a day
// old is shown while the new one is fetched. Private: what an entry says will depend on the country.
const changing = "private, max-age=300, stale-while-revalidate=86400";
const immutable = "public, max-age=31536000, immutable";
const script = "text/javascript; charset=utf-8";

/**
 * All files of a site by the path of their address:
 * `/g/SITE.js` (the entry), `/g/SITE.json` (compiled site by language, for npm users) and
 * `/g/SITE/{banner,engine,debug}.LANGUAGE.HASH.js`, whose content never changes.
 * Throws when an artefact does not fit (see `compose`).
 */
export function publishSite(site: Site, artefacts: Artefacts, pack: Pack): ReadonlyMap<string, PublishedFile> {
  const files = new Map<string, PublishedFile>();
  const chunk = (name: string, language: string, text: string): string => {
    const packed = pack(text);
    const address = `${site.site}/${name}.${language}.${packed.hash}.js`;
    files.set(`/g/${address}`, { ...packed, type: script, cache: immutable });
    return address;
  };

  // The chunks know nothing of their addresses, so they can be made first, and the entry from them.
  const chunks: Record<string, ChunkAddresses> = {};
  for (const language of site.languages) {
    const { banner, engine } = compileSite(site, language, {});
    chunks[language] = {
      banner: chunk("banner", language, compose(artefacts.banner, "__GHOSTLIGHT_BANNER__", banner)),
      engine: chunk("engine", language, compose(artefacts.engine, "__GHOSTLIGHT_ENGINE__", engine)),
      debug: chunk("debug", language, withoutMap(artefacts.debug)),
    };
  }

  const compiled: Record<string, CompiledSite> = {};
  for (const language of site.languages) compiled[language] = compileSite(site, language, chunks);
  const [first] = Object.values(compiled);
  if (first === undefined) throw new Error(`The site "${site.site}" has no language.`);
  const entry = compose(artefacts.entry, "__GHOSTLIGHT_ENTRY__", first.entry);
  files.set(`/g/${site.site}.js`, { ...pack(entry), type: script, cache: changing });
  files.set(`/g/${site.site}.json`, {
    ...pack(JSON.stringify(compiled)),
    type: "application/json; charset=utf-8",
    cache: changing,
  });
  return files;
}
