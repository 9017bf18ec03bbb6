/** A site that is served as files alone, with no edge that would take events: what it asks, and what it tells. */
import type { CompiledSite } from "@ghostlight/rules";
import { compileEntry, lawOf, type Site } from "@ghostlight/rules/site";
import type { Artefacts, ScriptName } from "./artefacts.ts";
import type { Published } from "./publish.ts";

/** The scripts that are others where there is no edge. */
export const LOCAL_SCRIPTS = ["entry", "engine"] as const satisfies readonly ScriptName[];

/** `artefacts` with those others in their place. Maps are not among the files, and files are the same for all who come. */
export function localArtefacts(artefacts: Artefacts, local: Readonly<Partial<Record<ScriptName, string>>>): Artefacts {
  const { maps: _maps, along: _along, ...scripts } = artefacts;
  return { ...scripts, ...local };
}

/**
 * The site without the question for `analytics`, unless somebody else uses the answer: a service under it, a tool that is
 * told of the choice, or what the site file's own `purposes` say of it. Ghostlight does nothing with it here.
 */
export function localSite(site: Site): Site {
  const { services, signals } = compileEntry(site, {}, lawOf(site).regime);
  const uses = [...Object.values(services), JSON.stringify(signals)].some((one) => /^analytics$|"analytics"/.test(one));
  return uses || site.purposes.analytics !== undefined
    ? site
    : { ...site, purposes: { ...site.purposes, analytics: false } };
}

/** The parts without what an edge would do: its own entry under `analytics` goes, and debug says why nothing arrives. */
export function localParts(parts: CompiledSite): CompiledSite {
  const purposes = parts.center.purposes.map((one) =>
    one.id === "analytics" ? { ...one, services: one.services.filter(({ id }) => id !== "ghostlight") } : one,
  );
  return { ...parts, center: { ...parts.center, purposes }, debug: { ...parts.debug, local: true } };
}

/** The scripts of a site that has one law, by their names in its folder; the entry last, as it names the others. */
export function filesOf(site: Site, { fixed, entry }: Published): ReadonlyMap<string, Uint8Array> {
  const scripts = [...fixed].filter(([path]) => path.startsWith(`/g/${site.site}/`));
  const entries = [...entry.variants.values()].map((file) => [entry.path, file] as const);
  return new Map([...scripts, ...entries].map(([path, { bodies }]) => [path.replace(/^\/g\//, ""), bodies.identity]));
}
