/** Which purposes a site asks its visitors about, and in which words. */
import type { Purpose } from "../contract.ts";
import { localText } from "./local-text.ts";
import type { Site } from "./schema.ts";
import { resolveServices } from "./services.ts";
import { textsOf } from "./texts/languages.ts";

/** In the order shown. `necessary` is never asked. */
const STANDARD = ["functional", "analytics", "personalization", "marketing"];

/** What Ghostlight itself does with a grant; other purposes are asked only where the site file names them. */
const OWN = ["analytics", "personalization"];

/** Ids in the order shown: asking for what nobody uses would be one question too many. */
export function askedPurposes(site: Site): readonly Purpose[] {
  const named = [...OWN, ...Object.keys(site.purposes), ...resolveServices(site).map(({ purpose }) => purpose)];
  const asked = new Set(named.filter((id) => id !== "necessary" && site.purposes[id] !== false));
  return [...STANDARD.filter((id) => asked.delete(id)), ...asked];
}

/** Those that Global Privacy Control denies: where data is sold or shared. */
export function soldPurposes(site: Site): readonly Purpose[] {
  return askedPurposes(site).filter((id) => {
    const own = site.purposes[id];
    return (own ? own.sale : undefined) ?? id === "marketing";
  });
}

/** Every id that a service may name: the standard ones and the site's own. */
export function knownPurposes(site: Site): readonly Purpose[] {
  return [...new Set(["necessary", ...STANDARD, ...Object.keys(site.purposes)])];
}

/** Name and text of a purpose, in one language. */
export function wordsOfPurpose(site: Site, id: Purpose, language: string): { name: string; text: string } {
  const own = site.purposes[id] || {};
  const standard = textsOf(language).purposes[id];
  return {
    name: localText(own.name, language, site) ?? standard?.name ?? id,
    text: localText(own.text, language, site) ?? standard?.text ?? "",
  };
}
