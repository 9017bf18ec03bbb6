/**
 * Which law holds where, as data. A country that is not here is treated as the strictest. This is a default to
 * start from, not advice: a site lays its own word over it.
 */
import type { Regime } from "../contract.ts";
import { COUNTRY } from "./regime-schema.ts";
import type { Site } from "./schema.ts";

interface Group {
  readonly regime: Regime;
  /** Where the law itself, or its regulator's word on it, can be read. */
  readonly source: string;
  readonly places: string;
}

export const GROUPS: readonly Group[] = [
  // EU and EEA: storing or reading on a device needs a yes, by Article 5(3) of the ePrivacy Directive.
  {
    regime: "opt-in",
    source: "https://eur-lex.europa.eu/eli/dir/2002/58/oj",
    places: "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
  },
  // Parts of EU members that have codes of their own.
  {
    regime: "opt-in",
    source: "https://eur-lex.europa.eu/eli/treaty/tfeu_2016/oj",
    places: "AX GF GP MF MQ RE YT",
  },
  // United Kingdom, with Gibraltar and the Crown dependencies' own laws of the same kind. The Data (Use and Access)
  // Act 2025 exempts statistics, appearance and emergency help where visitors are told and can object simply. The
  // exemptions are not used here: statistics by one's own event data go further than they do.
  { regime: "opt-in", source: "https://www.legislation.gov.uk/uksi/2003/2426/regulation/6", places: "GB GI GG IM JE" },
  // Switzerland: Article 45c of the Telecommunications Act asks to tell and to let refuse, but the regulator expects
  // a yes for profiles and advertising; the stricter of the two.
  { regime: "opt-in", source: "https://www.fedlex.admin.ch/eli/cc/1997/2187_2187_2187/en#art_45_c", places: "CH" },
  // Brazil: the authority's guide on cookies wants a yes for what is not necessary.
  { regime: "opt-in", source: "https://www.gov.br/anpd/pt-br", places: "BR" },
  // Quebec: what identifies, locates or profiles is off until switched on, by section 8.1.
  { regime: "opt-in", source: "https://www.legisquebec.gouv.qc.ca/en/document/cs/p-39.1", places: "CA-QC" },
  // States of the USA that oblige sites to honour Global Privacy Control, or a signal like it.
  { regime: "opt-out", source: "https://oag.ca.gov/privacy/ccpa/gpc", places: "US-CA" },
  { regime: "opt-out", source: "https://coag.gov/uoom/", places: "US-CO" },
  {
    regime: "opt-out",
    source: "https://portal.ct.gov/ag/sections/privacy/the-connecticut-data-privacy-act",
    places: "US-CT",
  },
  {
    regime: "opt-out",
    source: "https://globalprivacycontrol.org/",
    places: "US-DE US-MD US-MN US-MT US-NE US-NH US-NJ US-OR US-TX",
  },
  // The others have opt-out laws without such a signal, or no law of this kind. The signal is honoured everywhere.
  { regime: "opt-out", source: "https://www.ftc.gov/business-guidance/privacy-security", places: "US" },
];

const SHIPPED: ReadonlyMap<string, Regime> = new Map(
  GROUPS.flatMap(({ regime, places }) => places.split(" ").map((place) => [place, regime] as const)),
);

const STRICTEST: readonly (Regime | undefined)[] = ["opt-in", "opt-out", "notice"];

/**
 * `country`: ISO 3166-1 alpha-2 or ISO 3166-2, such as `IT` or `US-CA`, in any case. The site's word for the part of
 * the country comes first; then, of the site's for the country and the shipped one for the part, the stricter; then
 * the shipped one for the country, and the site's default. Whatever is left, and every text that is no code, is `opt-in`.
 */
export function regimeOf(site: Pick<Site, "regimes">, country?: string): Regime {
  const own = new Map(Object.entries(site.regimes));
  const otherwise = own.get("default") ?? "opt-in";
  if (country === undefined) return otherwise;
  const code = country.toUpperCase();
  if (!COUNTRY.test(code)) return "opt-in";
  const whole = code.slice(0, 2);
  if (whole === code) return own.get(code) ?? SHIPPED.get(code) ?? otherwise;
  const part = SHIPPED.get(code);
  const wide = own.get(whole);
  const shipped = wide && part ? stricter(wide, part) : (wide ?? part ?? SHIPPED.get(whole));
  return own.get(code) ?? shipped ?? otherwise;
}

function stricter(one: Regime, other: Regime): Regime {
  return STRICTEST.indexOf(one) < STRICTEST.indexOf(other) ? one : other;
}
