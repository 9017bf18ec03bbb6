/** Turns a checked site into the fixed set of files that the page can ask for. */
import type { CompiledSite } from "@ghostlight/rules";
import { compilerOf, type Law, lawOf, nameOfLaw, type Site } from "@ghostlight/rules/site";
import { type Artefacts, CHUNK_NAMES, type ScriptName } from "./artefacts.ts";
import { entryCaching, IMMUTABLE, REVALIDATED } from "./caching.ts";
import type { Encoding } from "./negotiate.ts";
import { composeAsking, composeScript } from "./parts.ts";
import { inBothCases } from "./releases.ts";
import { remember } from "./remember.ts";

/** A text ready to be sent. */
export interface Packed {
  /** Changes when the text does; fit for a file name, 12 characters or more. */
  readonly hash: string;
  readonly bodies: Readonly<Record<Encoding, Uint8Array>>;
  /** Makes those bodies that are not there yet, without keeping anybody waiting. */
  readonly warm?: () => Promise<void>;
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

/** An entry, and the same with the dialog in it, for who has not chosen yet: by the dialog's language. */
export interface PublishedEntry extends PublishedFile {
  readonly asking: ReadonlyMap<string, PublishedFile>;
}

export interface Published {
  /** The files that are the same for everybody, by the path of their address. */
  readonly fixed: ReadonlyMap<string, PublishedFile>;
  /** The entry, one variant for each law, by its name. */
  readonly entry: { readonly path: string; readonly variants: ReadonlyMap<string, PublishedEntry> };
}

const script = "text/javascript; charset=utf-8";
const json = "application/json; charset=utf-8";

export interface PublishOptions {
  /** Whether pages may use the entry that they have once more (see `entryCaching`). Default false. */
  readonly stale?: boolean;
  /** Makes the parts that are put into the scripts of the compiled ones. Default: they are the same. */
  readonly adapt?: (parts: CompiledSite) => CompiledSite;
}

/**
 * All files of a site, for the `laws` under which it is visited: the entry `/g/SITE.js`, by law, and with the dialog in it
 * by language, too, unless the site file wants that by itself; `/g/SITE.json`, the compiled site by language, for npm
 * users; and the chunks, `/g/SITE/HASH/NAME.js`, whose content never changes.
 * All chunks of one language and law are one release in one folder: its hash is all that an entry, which every
 * page loads, has to say of them, and they find one another by name alone. Source maps are at `/g/_/NAME.HASH.js.map`:
 * the part stands at the end of a script, so one map fits every site. A text that several releases share is packed
 * once. Throws when an artefact does not fit (see `composeScript`).
 */
export function publishSite(
  site: Site,
  artefacts: Artefacts,
  pack: Pack,
  laws: readonly Law[],
  { stale = false, adapt = (parts) => parts }: PublishOptions = {},
): Published {
  const packOnce = remember(pack);
  const fixed = new Map<string, PublishedFile>();
  const mapOf = remember((name: ScriptName | "asking"): { map?: string } => {
    const text = artefacts.maps?.[name];
    if (text === undefined) return {};
    const packed = packOnce(text);
    const map = `/g/_/${name}.${packed.hash}.js.map`;
    fixed.set(map, { ...packed, type: json, cache: IMMUTABLE });
    return { map };
  });

  const compileOne = compilerOf(site);
  const made = new WeakMap<object, Packed>();
  /** A part that several releases share is the same script in all: which features it needs is decided by the site. */
  const chunkOf = (name: (typeof CHUNK_NAMES)[number], parts: CompiledSite): Packed => {
    const part: object = parts[name as keyof CompiledSite] ?? {};
    const packed = made.get(part) ?? packOnce(composeScript(name, parts, artefacts));
    made.set(part, packed);
    return packed;
  };
  /** Publishes the chunks of one language and law; returns the name of their folder. */
  const release = (parts: CompiledSite): string => {
    const chunks = CHUNK_NAMES.map((name) => [name, chunkOf(name, parts)] as const);
    const folder = packOnce(chunks.map(([, { hash }]) => hash).join()).hash;
    for (const [name, packed] of chunks) {
      fixed.set(`/g/${site.site}/${folder}/${name}.js`, { ...packed, ...mapOf(name), type: script, cache: IMMUTABLE });
    }
    return folder;
  };

  const compile = ({ regime, doubleOptIn }: Law): Record<string, CompiledSite> => {
    const all = site.languages.map(
      (language) => [language, adapt(compileOne(language, {}, regime, doubleOptIn))] as const,
    );
    const releases = inBothCases(all.map(([language, parts]) => [language, release(parts)]));
    return Object.fromEntries(
      all.map(([language, parts]) => [language, { ...parts, entry: { ...parts.entry, releases } }]),
    );
  };
  const variants = new Map<string, PublishedEntry>();
  for (const law of laws) {
    const compiled = Object.entries(compile(law));
    const [first] = compiled;
    if (first === undefined) throw new Error(`The site "${site.site}" has no language.`);
    const cache = stale ? entryCaching(law, laws) : REVALIDATED;
    const asking = new Map<string, PublishedFile>();
    for (const [language, parts] of site.banner.ahead ? compiled : []) {
      const text = composeAsking(parts, artefacts, parts.entry.releases[language] ?? "");
      if (text !== undefined) asking.set(language, { ...packOnce(text), ...mapOf("asking"), type: script, cache });
    }
    const text = composeScript("entry", first[1], artefacts);
    variants.set(nameOfLaw(law), { ...packOnce(text), ...mapOf("entry"), type: script, cache, asking });
  }
  // Of the law that holds where no country is known: a bundle that was made in one is shipped to all.
  const compiled = JSON.stringify(compile(lawOf(site)));
  fixed.set(`/g/${site.site}.json`, { ...packOnce(compiled), type: json, cache: REVALIDATED });
  return { fixed, entry: { path: `/g/${site.site}.js`, variants } };
}
