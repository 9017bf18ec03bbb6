/** Which purposes a site asks its visitors about, and in which words. */
import type { BannerPart } from "../contract.ts";
import type { LocalText, Site } from "./schema.ts";
import { textsOf } from "./texts.ts";

/** In the order shown. `necessary` is never asked. */
const STANDARD = ["functional", "analytics", "personalization", "marketing"];

/** What Ghostlight itself does with a grant; other purposes are asked only where the site file names them. */
const OWN = ["analytics", "personalization"];

/** Ids in the order shown: asking for what nobody uses would be one question too many. */
export function askedPurposes(site: Site): readonly string[] {
  const named = [...OWN, ...Object.keys(site.purposes), ...Object.values(site.services).map(({ purpose }) => purpose)];
  const asked = new Set(named.filter((id) => id !== "necessary" && site.purposes[id] !== false));
  return [...STANDARD.filter((id) => asked.delete(id)), ...asked];
}

/** Every id that a service may name: the standard ones and the site's own. */
export function knownPurposes(site: Site): readonly string[] {
  return [...new Set(["necessary", ...STANDARD, ...Object.keys(site.purposes)])];
}

/** Name, text and services of each purpose that is asked, in one language. */
export function describePurposes(site: Site, language: string): BannerPart["purposes"] {
  return askedPurposes(site).map((id) => {
    const own = site.purposes[id] || {};
    const standard = textsOf(language).purposes[id];
    return {
      id,
      name: localText(own.name, language, site) ?? standard?.name ?? id,
      text: localText(own.text, language, site) ?? standard?.text ?? "",
      services: Object.values(site.services).flatMap(({ name, purpose }) => (purpose === id ? [name] : [])),
    };
  });
}

/** A text in one language, else in the site's first. */
export function localText(text: LocalText | undefined, language: string, site: Site): string | undefined {
  if (typeof text !== "object") return text;
  return text[language] ?? text[site.languages[0] ?? ""] ?? Object.values(text)[0];
}
