/** What each feature of a site costs: what its visitors would load less if the site file had not got it. */
import { setImmediate } from "node:timers/promises";
import { compileSite, type Law, lawOf, lawsOf, nameOfLaw, type Site } from "@ghostlight/rules/site";
import { type Artefacts, CHUNK_NAMES, type ScriptName } from "../../serve/artefacts.ts";
import { FEATURES, type FeatureName } from "../../serve/features.ts";
import { composeAsking, composeScript } from "../../serve/parts.ts";
import { inBothCases } from "../../serve/releases.ts";
import { remember } from "../../serve/remember.ts";
import { inSituations, SITUATIONS, type SituationId } from "./situations.ts";
import { placesOf, without } from "./without.ts";

type Bytes = Readonly<Record<SituationId, number>>;

export interface Cost {
  /** Its place in the site file. */
  readonly path: string;
  /** What cannot be without it, and is counted with it. */
  readonly along: readonly string[];
  readonly bytes: Bytes;
}

/** A piece of code that only some sites have. */
export interface Piece {
  readonly name: FeatureName;
  readonly script: ScriptName;
  readonly used: boolean;
  /** What the script weighs more with it. */
  readonly bytes: number;
}

/** All in bytes, as they travel to a browser that takes brotli. */
export interface Sizes {
  /** Of each script, the heaviest of its variants by language and law. */
  readonly totals: Bytes;
  /** Entry and dialog as the one file that who has not chosen gets; undefined where the site wants none. */
  readonly asking: number | undefined;
  /** The same by language. */
  readonly languages: Readonly<Record<string, Bytes>>;
  /** The language and the law in which the costs below were weighed. */
  readonly language: string;
  readonly law: string;
  /** The dearest first. */
  readonly costs: readonly Cost[];
  /** Places that cost nothing. */
  readonly free: readonly string[];
  readonly code: readonly Piece[];
}

export interface Scales {
  readonly artefacts: Artefacts;
  readonly weigh: (text: string) => Promise<number>;
  readonly hash: (text: string) => string;
  /** Hears how many of how many places are done. */
  readonly progress: (done: number, of: number) => void;
}

interface Variant {
  readonly language: string;
  readonly law: Law;
  readonly releases: Readonly<Record<string, string>>;
}

type Weights = Readonly<Partial<Record<ScriptName, number>>>;

/** What some situation counts. */
const WEIGHED: readonly ScriptName[] = [...new Set(SITUATIONS.flatMap(({ scripts }) => scripts))];

export async function weighSite(site: Site, { artefacts, weigh, hash, progress }: Scales): Promise<Sizes> {
  const weighOnce = remember(weigh);
  const weightsOf = async (of: Site, variant: Variant): Promise<Weights> => {
    const parts = partsOf(of, variant);
    const weights = WEIGHED.map(
      async (name) => [name, await weighOnce(composeScript(name, parts, artefacts))] as const,
    );
    return Object.fromEntries(await Promise.all(weights));
  };

  const variants = lawsOf(site).flatMap((law) => {
    const releases = releasesOf(site, law, artefacts, hash);
    return site.languages.map((language): Variant => ({ language, law, releases }));
  });
  const weighed = await Promise.all(
    variants.map(async (variant) => ({ variant, weights: await weightsOf(site, variant) })),
  );
  // The law that holds where no country is known: the site's own words are those of that law first of all.
  const usual = nameOfLaw(lawOf(site));
  const [base] = weighed
    .filter(({ variant }) => nameOfLaw(variant.law) === usual)
    .sort((a, b) => allOf(b.weights) - allOf(a.weights));
  if (base === undefined) throw new Error(`The site "${site.site}" has no language.`);

  const asking = (site.banner.ahead ? variants : []).map(async (variant) => {
    const text = composeAsking(partsOf(site, variant), artefacts, variant.releases[variant.language] ?? "");
    return text === undefined ? [] : weighOnce(text);
  });

  const places = placesOf(site);
  let done = 0;
  const tell = (): void => progress(++done, places.length);
  const pending: Promise<Cost | undefined>[] = [];
  for (const path of places) {
    // Scripts are packed beside this, by other threads, and progress wants to be told of.
    await setImmediate();
    pending.push(costOf(path).finally(tell));
  }

  async function costOf(path: string): Promise<Cost | undefined> {
    const lean = without(site, path);
    if (lean === undefined || base === undefined) return undefined;
    // With the folders' names as they are: others would weigh other than these by chance.
    const weights = await weightsOf(lean.site, base.variant);
    const bytes = inSituations((name) => (base.weights[name] ?? 0) - (weights[name] ?? 0));
    return { path, along: lean.along, bytes };
  }

  const costs = (await Promise.all(pending)).filter((cost) => cost !== undefined);
  const costly = costs.filter(({ bytes }) => Object.values(bytes).some((one) => one !== 0));
  const parts = partsOf(site, base.variant);
  const code = FEATURES.map(async ({ name, script, uses }): Promise<Piece> => {
    const [withIt, withoutIt] = [true, false].map((has) =>
      weighOnce(composeScript(script, parts, artefacts, (one) => (one.name === name ? has : one.uses(parts)))),
    );
    return { name, script, used: uses(parts), bytes: ((await withIt) ?? 0) - ((await withoutIt) ?? 0) };
  });
  const most = (language?: string): Bytes => {
    const among = weighed.filter(({ variant }) => language === undefined || variant.language === language);
    return inSituations((name) => Math.max(...among.map(({ weights }) => weights[name] ?? 0)));
  };
  const together = (await Promise.all(asking)).flat();
  return {
    totals: most(),
    asking: together.length ? Math.max(...together) : undefined,
    languages: Object.fromEntries(site.languages.map((language) => [language, most(language)])),
    language: base.variant.language,
    law: usual,
    costs: costly.sort((a, b) => b.bytes.all - a.bytes.all || (a.path < b.path ? -1 : 1)),
    free: costs.filter((one) => !costly.includes(one)).map(({ path }) => path),
    code: await Promise.all(code),
  };
}

const partsOf = (site: Site, { language, law, releases }: Variant) =>
  compileSite(site, language, releases, law.regime, law.doubleOptIn);

const allOf = (weights: Weights): number => inSituations((name) => weights[name] ?? 0).all;

/** Names of folders like those that are served: what names them does not compress. */
function releasesOf(site: Site, law: Law, artefacts: Artefacts, hash: (text: string) => string) {
  const folderOf = (language: string): string => {
    const parts = partsOf(site, { language, law, releases: {} });
    return hash(CHUNK_NAMES.map((name) => hash(composeScript(name, parts, artefacts))).join());
  };
  return inBothCases(site.languages.map((language) => [language, folderOf(language)]));
}
