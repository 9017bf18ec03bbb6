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
export function compileSite(
  site: Site,
  language: string,
  releases: EntryPart["releases"],
  regime: Regime = regimeOf(site),
  doubleOptIn: boolean = asksDoubleOptIn(site),
): CompiledSite {
  const banner = compileBanner(site, language, regime);
  return {
    entry: compileEntry(site, releases, regime),
    banner,
    center: compileCenter(site, language, regime, doubleOptIn),
    embeds: compileEmbeds(site, language),
    clean: compileClean(site),
    audit: { theme: banner.theme },
    debug: { hosts: [...new Set(resolveServices(site).flatMap(({ hosts }) => hosts))] },
    engine: compileEngine(site, language),
    why: { names: namesOfRules(site, language) },
    redact: compileRedact(site),
  };
}

function compileEntry(site: Site, releases: EntryPart["releases"], regime: Regime): EntryPart {
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
function compileClean(site: Site): CleanPart {
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
