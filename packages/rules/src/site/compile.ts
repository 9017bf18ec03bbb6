/** Compiles a checked site for one language and one regime: the page receives this and nothing else of the site file. */
import type { CleanPart, CompiledSite, EntryPart, Regime, Trace } from "../contract.ts";
import { compileBanner, compileCenter, compileEmbeds } from "./compile-dialogs.ts";
import { compileEngine } from "./compile-engine.ts";
import { compileRedact } from "./compile-redact.ts";
import { hasSwitches, switchableServices } from "./cookie-room.ts";
import { asksDoubleOptIn } from "./double-opt-in.ts";
import { namesOfRules } from "./names-of-rules.ts";
import { askedPurposes, soldPurposes } from "./purposes.ts";
import { regimeOf } from "./regimes.ts";
import type { Site } from "./schema.ts";
import { resolveServices } from "./services.ts";
import { compileSignals } from "./signals.ts";

/**
 * `releases`: the folder of each language's chunks (see `EntryPart`). `language` is one of the site's.
 * `regime` and `doubleOptIn` are what holds for the visit; default: what holds where the country is not known.
 */
export type Compile = (
  language: string,
  releases: EntryPart["releases"],
  regime?: Regime,
  doubleOptIn?: boolean,
) => CompiledSite;

/** For a site in several languages or under several laws: what is the same for some of them is made once, and shared. */
export function compilerOf(site: Site): Compile {
  const engineIn = compileEngine(site);
  const same = {
    clean: compileClean(site),
    debug: { hosts: [...new Set(resolveServices(site).flatMap(({ hosts }) => hosts))] },
    redact: compileRedact(site),
  };
  const inLanguages = new Map<string, Pick<CompiledSite, "embeds" | "engine" | "why">>();
  const inLanguage = (language: string) => {
    const known = inLanguages.get(language) ?? {
      embeds: compileEmbeds(site, language),
      engine: engineIn(language),
      why: { names: namesOfRules(site, language) },
    };
    inLanguages.set(language, known);
    return known;
  };
  return (language, releases, regime = regimeOf(site), doubleOptIn = asksDoubleOptIn(site)) => {
    const banner = compileBanner(site, language, regime);
    const { embeds, engine, why } = inLanguage(language);
    const center = compileCenter(site, language, regime, doubleOptIn);
    const { clean, debug, redact } = same;
    const audit = { theme: banner.theme };
    return {
      entry: compileEntry(site, releases, regime),
      ...{ banner, center, embeds, clean, audit, debug, engine, why, redact },
    };
  };
}

/** For one language and one law. */
export const compileSite = (site: Site, ...variant: Parameters<Compile>): CompiledSite => compilerOf(site)(...variant);

/** What the first script of every page knows of the site. */
export function compileEntry(site: Site, releases: EntryPart["releases"], regime: Regime): EntryPart {
  const { revision, beforeChoice, grantDays, domain } = site;
  const purposes = askedPurposes(site);
  return {
    site: site.site,
    revision,
    purposes,
    ...(beforeChoice === "drop" && { beforeChoice }),
    grantDays,
    regime,
    sale: soldPurposes(site),
    services: Object.fromEntries(resolveServices(site).map(({ id, purpose }) => [id, purpose])),
    ...(!hasSwitches(site) && { purposesOnly: true as const }),
    ...(domain !== undefined && { domain }),
    signals: compileSignals(site.signals, purposes),
    ...(site.snapshot && { snapshot: true as const }),
    releases,
  };
}

/**
 * Only what is on the site's own domain: by the names of other domains' cookies a page would clear something of its
 * own. Ghostlight's traces are not among these: each of its parts clears up after itself.
 */
export function compileClean(site: Site): CleanPart {
  const services = resolveServices(site);
  const kept = new Set(
    services.filter(({ purpose }) => purpose === "necessary").flatMap(({ left }) => left.map(nameOf)),
  );
  const traces = switchableServices(site).flatMap(({ id, left }) => {
    const cleared = left.filter((trace) => !trace.elsewhere && !kept.has(nameOf(trace)));
    const once = new Map(cleared.map(({ kind, name }) => [nameOf({ kind, name }), { kind, name }]));
    return once.size ? [[id, [...once.values()]] as const] : [];
  });
  return { traces: Object.fromEntries(traces) };
}

function nameOf({ kind, name }: Pick<Trace, "kind" | "name">): string {
  return `${kind} ${name}`;
}
