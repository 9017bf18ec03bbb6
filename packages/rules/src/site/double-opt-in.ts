/**
 * Where an address counts only once its owner has confirmed it, as data. A default to start from, not advice, like
 * the regimes.
 */
import { COUNTRY } from "./regime-schema.ts";
import type { Site } from "./schema.ts";

interface Rule {
  readonly country: string;
  /** Where the law, or what courts and regulators make of it, can be read. */
  readonly source: string;
}

export const RULES: readonly Rule[] = [
  // Who writes or calls has to prove a consent to each of them; for e-mail the Federal Court takes a confirmed
  // address (10 February 2011, I ZR 164/09), and a confirmed e-mail address proves nothing for the telephone.
  { country: "DE", source: "https://www.gesetze-im-internet.de/uwg_2004/__7.html" },
  // The regulator found a missing confirmation to be a lack of security by Article 32 of the GDPR
  // (9 October 2019, DSB-D130.073/0008-DSB/2019).
  {
    country: "AT",
    source: "https://datenrecht.ch/dsb-oesterreich-fehlendes-double-opt-in-verfahren-als-verletzung-von-dsgvo-32/",
  },
];

const SHIPPED = RULES.map(({ country }) => country);

/**
 * Whether an address waits for its confirmation. `country` as for the regime; the site's own word lies over what
 * ships. An unknown country, and every text that is no code, is treated as the strictest that the site knows.
 */
export function asksDoubleOptIn({ doubleOptIn = SHIPPED }: Pick<Site, "doubleOptIn">, country?: string): boolean {
  if (typeof doubleOptIn === "boolean") return doubleOptIn;
  const code = country?.toUpperCase() ?? "";
  if (!COUNTRY.test(code)) return doubleOptIn.length > 0;
  return doubleOptIn.includes(code) || doubleOptIn.includes(code.slice(0, 2));
}
