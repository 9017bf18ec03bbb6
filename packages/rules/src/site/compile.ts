/** Compiles a checked site for one language and one regime: the page receives this and nothing else of the site file. */
import type { CleanPart, CompiledSite, EntryPart, Regime, Trace } from "../contract.ts";
import { compileBanner, compileCenter, compileEmbeds } from "./compile-dialogs.ts";
import { compileEngine } from "./compile-engine.ts";
import { askedPurposes, soldPurposes } from "./purposes.ts";
import { regimeOf } from "./regimes.ts";
import type { Site } from "./schema.ts";
import { resolveServices } from "./services.ts";
import { compileSignals } from "./signals.ts";

/**
 * `chunks`: where the edge serves each language's files. `language` is one of the site's.
 * `regime` is what holds for the visit; default: what holds where the country is not known.
 */
export function compileSite(
  site: Site,
  language: string,
  chunks: EntryPart["chunks"],
  regime: Regime = regimeOf(site),
): CompiledSite {
  return {
    entry: compileEntry(site, chunks, regime),
    banner: compileBanner(site, language, regime),
    center: compileCenter(site, language, regime),
    embeds: compileEmbeds(site, language),
    clean: compileClean(site),
    debug: { hosts: [...new Set(resolveServices(site).flatMap(({ hosts }) => hosts))] },
    engine: compileEngine(site, language),
  };
}

function compileEntry(site: Site, chunks: EntryPart["chunks"], regime: Regime): EntryPart {
  const { revision, beforeChoice, grantDays, domain } = site;
  const purposes = askedPurposes(site);
  return {
    site: site.site,
    revision,
    purposes,
    beforeChoice,
    grantDays,
    regime,
    sale: soldPurposes(site),
    services: Object.fromEntries(resolveServices(site).map(({ id, purpose }) => [id, purpose])),
    ...(domain !== undefined && { domain }),
    signals: compileSignals(site.signals, purposes),
    chunks,
  };
}

/**
 * Only what is on the site's own domain: by the names of other domains' cookies a page would clear something of its
 * own. Ghostlight's traces are not among these: each of its parts clears up after itself.
 */
function compileClean(site: Site): CleanPart {
  const services = resolveServices(site);
  const leftFor = (purpose: string) => services.filter((one) => one.purpose === purpose).flatMap(({ left }) => left);
  const kept = new Set(leftFor("necessary").map(nameOf));
  const traces = askedPurposes(site).flatMap((purpose) => {
    const left = leftFor(purpose).filter((trace) => !trace.elsewhere && !kept.has(nameOf(trace)));
    const once = new Map(left.map(({ kind, name }) => [nameOf({ kind, name }), { kind, name }]));
    return once.size ? [[purpose, [...once.values()]] as const] : [];
  });
  return { traces: Object.fromEntries(traces) };
}

function nameOf({ kind, name }: Pick<Trace, "kind" | "name">): string {
  return `${kind} ${name}`;
}
