/** Turns a checked site into the fixed set of files that the page can ask for. */
import type { ChunkAddresses, CompiledSite, Regime } from "@ghostlight/rules";
import { compileSite, regimeOf, type Site } from "@ghostlight/rules/site";
import type { Artefacts, ScriptName } from "./artefacts.ts";
import { compose, replaceOnce } from "./compose.ts";
import type { Encoding } from "./negotiate.ts";
import { remember } from "./remember.ts";

/** A text ready to be sent. */
export interface Packed {
  /** Changes when the text does; fit for a file name, 12 characters or more. */
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

export interface Published {
  /** The files that are the same for everybody, by the path of their address. */
  readonly fixed: ReadonlyMap<string, PublishedFile>;
  /** The entry, one variant for each regime. */
  readonly entry: { readonly path: string; readonly variants: ReadonlyMap<Regime, PublishedFile> };
}

// Asked for anew each time, which costs an answer without a body while nothing changed: an entry from a
// cache would name chunks that are no longer here. Private: what an entry says depends on the country.
const changing = "private, no-cache";
const immutable = "public, max-age=31536000, immutable";
const script = "text/javascript; charset=utf-8";
const json = "application/json; charset=utf-8";

/**
 * All files of a site, for the `regimes` in which it is visited: the entry `/g/SITE.js`, by regime; `/g/SITE.json`,
 * the compiled site by language, for npm users; and the chunks, `/g/SITE/NAME.LANGUAGE.HASH.js` or, where they say
 * nothing in words, `/g/SITE/NAME.HASH.js`, whose content never changes. Source maps are at
 * `/g/_/NAME.HASH.js.map`: the part stands at the end of a script, so one map fits every site. A text that several
 * regimes or languages share is packed once. Throws when an artefact does not fit (see `compose`).
 */
export function publishSite(site: Site, artefacts: Artefacts, pack: Pack, regimes: readonly Regime[]): Published {
  const packOnce = remember(pack);
  const fixed = new Map<string, PublishedFile>();
  const mapOf = remember((name: ScriptName): { map?: string } => {
    const text = artefacts.maps?.[name];
    if (text === undefined) return {};
    const packed = packOnce(text);
    const map = `/g/_/${name}.${packed.hash}.js.map`;
    fixed.set(map, { ...packed, type: json, cache: immutable });
    return { map };
  });
  const chunk = (name: ScriptName, text: string, language?: string): string => {
    const packed = packOnce(text);
    const address = [`${site.site}/${name}`, ...(language === undefined ? [] : [language]), packed.hash, "js"].join(
      ".",
    );
    fixed.set(`/g/${address}`, { ...packed, ...mapOf(name), type: script, cache: immutable });
    return address;
  };

  /** Chunks know nothing of the entry, so they are made first, and the entry from their addresses. */
  const chunksOf = (language: string, regime: Regime): ChunkAddresses => {
    const { banner, center, embeds, clean, debug, engine } = compileSite(site, language, {}, regime);
    const bannerAddress = chunk("banner", compose(artefacts.banner, "__GHOSTLIGHT_BANNER__", banner), language);
    // The center uses what the banner brought along, and finds it by its name beside itself.
    const beside = `.${bannerAddress.slice(bannerAddress.lastIndexOf("/"))}`;
    const centerText = replaceOnce(artefacts.center, "__GHOSTLIGHT_BESIDE__", beside);
    return {
      banner: bannerAddress,
      center: chunk("center", compose(centerText, "__GHOSTLIGHT_CENTER__", center), language),
      embeds: chunk("embeds", compose(artefacts.embeds, "__GHOSTLIGHT_EMBEDS__", embeds), language),
      clean: chunk("clean", compose(artefacts.clean, "__GHOSTLIGHT_CLEAN__", clean)),
      engine: chunk("engine", compose(artefacts.engine, "__GHOSTLIGHT_ENGINE__", engine), language),
      debug: chunk("debug", compose(artefacts.debug, "__GHOSTLIGHT_DEBUG__", debug)),
    };
  };

  const compile = (regime: Regime): Record<string, CompiledSite> => {
    const chunks = Object.fromEntries(site.languages.map((language) => [language, chunksOf(language, regime)]));
    return Object.fromEntries(
      site.languages.map((language) => [language, compileSite(site, language, chunks, regime)]),
    );
  };
  const variants = new Map<Regime, PublishedFile>();
  for (const regime of regimes) {
    const [first] = Object.values(compile(regime));
    if (first === undefined) throw new Error(`The site "${site.site}" has no language.`);
    const text = compose(artefacts.entry, "__GHOSTLIGHT_ENTRY__", first.entry);
    variants.set(regime, { ...packOnce(text), ...mapOf("entry"), type: script, cache: changing });
  }
  // Of the regime that holds where no country is known: a bundle that was made in one is shipped to all.
  const compiled = JSON.stringify(compile(regimeOf(site)));
  fixed.set(`/g/${site.site}.json`, { ...packOnce(compiled), type: json, cache: changing });
  return { fixed, entry: { path: `/g/${site.site}.js`, variants } };
}
