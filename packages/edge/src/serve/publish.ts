/** Turns a checked site into the fixed set of files that the page can ask for. */
import type { ChunkAddresses, CompiledSite } from "@ghostlight/rules";
import { compileSite, type Site } from "@ghostlight/rules/site";
import { compose } from "./compose.ts";
import type { Encoding } from "./negotiate.ts";

/** The texts of the four page scripts, as the build made them. */
export interface Artefacts {
  readonly entry: string;
  readonly banner: string;
  readonly engine: string;
  readonly debug: string;
  /** Their source maps. Default: none are served. */
  readonly maps?: Readonly<Partial<Record<ScriptName, string>>>;
}

export type ScriptName = "entry" | "banner" | "engine" | "debug";

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
  /** Address of its source map. */
  readonly map?: string;
}

// Asked for anew each time, which costs an answer without a body while nothing changed: an entry from a
// cache would name chunks that are no longer here. Private: what an entry says will depend on the country.
const changing = "private, no-cache";
const immutable = "public, max-age=31536000, immutable";
const script = "text/javascript; charset=utf-8";
const json = "application/json; charset=utf-8";

/**
 * All files of a site by the path of their address:
 * `/g/SITE.js` (the entry), `/g/SITE.json` (compiled site by language, for npm users) and
 * `/g/SITE/{banner,engine,debug}.LANGUAGE.HASH.js`, whose content never changes. Source maps are at
 * `/g/_/NAME.HASH.js.map`: the part stands at the end of a script, so one map fits every site.
 * Throws when an artefact does not fit (see `compose`).
 */
export function publishSite(site: Site, artefacts: Artefacts, pack: Pack): ReadonlyMap<string, PublishedFile> {
  const files = new Map<string, PublishedFile>();
  const withMap = (name: ScriptName): { map?: string } => {
    const text = artefacts.maps?.[name];
    if (text === undefined) return {};
    const packed = pack(text);
    const map = `/g/_/${name}.${packed.hash}.js.map`;
    files.set(map, { ...packed, type: json, cache: immutable });
    return { map };
  };
  const maps = { banner: withMap("banner"), engine: withMap("engine"), debug: withMap("debug") };
  const chunk = (name: keyof typeof maps, language: string, text: string): string => {
    const packed = pack(text);
    const address = `${site.site}/${name}.${language}.${packed.hash}.js`;
    files.set(`/g/${address}`, { ...packed, ...maps[name], type: script, cache: immutable });
    return address;
  };

  // The chunks know nothing of their addresses, so they can be made first, and the entry from them.
  const chunks: Record<string, ChunkAddresses> = {};
  for (const language of site.languages) {
    const { banner, engine } = compileSite(site, language, {});
    chunks[language] = {
      banner: chunk("banner", language, compose(artefacts.banner, "__GHOSTLIGHT_BANNER__", banner)),
      engine: chunk("engine", language, compose(artefacts.engine, "__GHOSTLIGHT_ENGINE__", engine)),
      debug: chunk("debug", language, artefacts.debug),
    };
  }

  const compiled: Record<string, CompiledSite> = {};
  for (const language of site.languages) compiled[language] = compileSite(site, language, chunks);
  const [first] = Object.values(compiled);
  if (first === undefined) throw new Error(`The site "${site.site}" has no language.`);
  const entry = compose(artefacts.entry, "__GHOSTLIGHT_ENTRY__", first.entry);
  files.set(`/g/${site.site}.js`, { ...pack(entry), ...withMap("entry"), type: script, cache: changing });
  files.set(`/g/${site.site}.json`, {
    ...pack(JSON.stringify(compiled)),
    type: json,
    cache: changing,
  });
  return files;
}
