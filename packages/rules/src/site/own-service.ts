/** What Ghostlight itself leaves on a device, told like any other service's. */
import type { ServiceText, Trace } from "../contract.ts";
import { lifeInWords } from "./life.ts";
import type { Site } from "./schema.ts";
import { textsOf } from "./texts/languages.ts";

/** Its id, and the name of its cookie, of the ghost's database and of its entry in localStorage. */
export const OWN = "ghostlight";

/** Name of the database for the pseudonym, and for events on their way. */
const EVENTS = "ghostlight-events";

/** Name of the database for what a visitor set on purpose. */
const PREFERENCES = "ghostlight-preferences";

/** Name of the entry in localStorage for what the next page shows first, and how long it holds. */
const SLOTS = "ghostlight-slots";
const SLOTS_LIFE = "30d";

/** Name of the edge's copy of its cookie. */
const COPY = "ghostlight-copy";

/** Every name under which Ghostlight keeps something. */
export const OWN_NAMES = [OWN, EVENTS, PREFERENCES, SLOTS, COPY];

/** One entry, or none where Ghostlight does nothing for the purpose. */
export function ownService(site: Site, purpose: string, language: string): readonly ServiceText[] {
  const { own, lives } = textsOf(language);
  const database: Trace = { kind: "indexedDB", name: OWN, life: lives.lasting };
  // With its copy: to name both costs the preference center bytes that it does not have.
  const cookie: Trace = { kind: "cookie", name: `${OWN}*`, life: lifeInWords(`${site.grantDays}d`, language) ?? "" };
  const moment: Trace = { kind: "localStorage", name: OWN, life: lives.closing };
  const told = (text: string, traces: readonly Trace[]): readonly ServiceText[] => [
    { id: OWN, name: "Ghostlight", text, provider: own.provider, hosts: [], traces },
  ];
  // What a visitor wants of each channel is kept once they have said it, whatever they refuse.
  const preferences: Trace = { ...database, name: PREFERENCES };
  if (purpose === "necessary") return told(own.necessary, site.channels.length ? [cookie, preferences] : [cookie]);
  if (purpose === "analytics") return told(own.analytics, [{ ...database, name: EVENTS }, moment]);
  const slots: Trace = { kind: "localStorage", name: SLOTS, life: lifeInWords(SLOTS_LIFE, language) ?? "" };
  const leaves = site.snapshot && Object.keys(site.experiences).length > 0;
  // A page that is left carries its last calls over whichever of the two they are for.
  if (purpose === "personalization") return told(own.personalization, [database, moment, ...(leaves ? [slots] : [])]);
  return [];
}
