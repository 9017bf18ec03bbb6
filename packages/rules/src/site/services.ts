/** The services of a site: what the catalogue knows of them, with the site's own word laid over it. */
import { CATALOGUE } from "../catalogue/catalogue.ts";
import type { Purpose, ServiceText, Trace } from "../contract.ts";
import { lifeInWords } from "./life.ts";
import { localText } from "./local-text.ts";
import type { LocalText } from "./parts.ts";
import type { Site } from "./schema.ts";
import { textsOf } from "./texts/languages.ts";

/** One service with all that is known of it. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly text?: LocalText | undefined;
  readonly provider?: string | undefined;
  readonly privacy?: LocalText | undefined;
  readonly hosts: readonly string[];
  readonly left: readonly Left[];
}

interface Left extends Pick<Trace, "kind" | "name"> {
  readonly life?: string | undefined;
  /** Not on the site's domain, so that the page cannot clear it. */
  readonly elsewhere?: true | undefined;
}

/** In the order of the file. Of an override each key replaces the catalogue's, lists as a whole. */
export function resolveServices(site: Pick<Site, "services">): readonly Service[] {
  return Object.entries(site.services).map(([id, written]) => {
    const own = written === true ? {} : written;
    const known = CATALOGUE.get(id);
    const cookies = own.cookies ?? known?.cookies ?? [];
    return {
      id,
      name: own.name ?? known?.name ?? id,
      purpose: own.purpose ?? known?.purpose ?? "",
      text: own.text ?? known?.text,
      provider: own.provider ?? known?.provider,
      privacy: own.privacy ?? known?.privacy,
      hosts: own.hosts ?? known?.hosts ?? [],
      left: [...cookies.map((one) => ({ kind: "cookie" as const, ...one })), ...(own.storage ?? known?.storage ?? [])],
    };
  });
}

/** One service in words. */
export function describeService(service: Service, language: string, site: Site): ServiceText {
  const { id, name, provider, hosts, left } = service;
  const privacy = localText(service.privacy, language, site);
  return {
    id,
    name,
    text: localText(service.text, language, site) ?? "",
    ...(provider !== undefined && { provider }),
    ...(privacy !== undefined && { privacy }),
    hosts,
    traces: left.map(({ kind, name, life }) => ({ kind, name, life: wordsFor(kind, life, language) })),
  };
}

function wordsFor(kind: Trace["kind"], life: string | undefined, language: string): string {
  if (life !== undefined) return lifeInWords(life, language) ?? life;
  if (kind === "sessionStorage") return "";
  const { lasting, unknown } = textsOf(language).lives;
  return kind === "cookie" ? unknown : lasting;
}
