/** What the law asks of one visit. A visit differs from another in nothing else, so the edge has few answers to give. */
import type { Regime } from "../contract.ts";
import { asksDoubleOptIn } from "./double-opt-in.ts";
import { regimeOf } from "./regimes.ts";
import type { Site } from "./schema.ts";

export interface Law {
  readonly regime: Regime;
  /** Whether an address waits for its confirmation; false where the site has no channels, whatever the country. */
  readonly doubleOptIn: boolean;
}

/** `country` as the proxy tells it; undefined where it is not known. */
export function lawOf(site: Site, country?: string): Law {
  return { regime: regimeOf(site, country), doubleOptIn: site.channels.length > 0 && asksDoubleOptIn(site, country) };
}

/** Every law that a visit to the site can be under: three, or six where an address waits in some countries only. */
export function lawsOf(site: Site): readonly Law[] {
  const { doubleOptIn } = lawOf(site);
  // Nowhere stricter than where nothing is known; everywhere as strict where the site says so of all.
  const asked = doubleOptIn && site.doubleOptIn !== true ? [true, false] : [doubleOptIn];
  const regimes: readonly Regime[] = ["opt-in", "opt-out", "notice"];
  return regimes.flatMap((regime) => asked.map((one) => ({ regime, doubleOptIn: one })));
}

/** A law's own name: `opt-in`, or `opt-in+` where an address waits. */
export function nameOfLaw({ regime, doubleOptIn }: Law): string {
  return doubleOptIn ? `${regime}+` : regime;
}
