/** The format of the catalogue: what is known of a service that many sites use. */

/** Something that a service leaves in the browser. Where its maker does not tell how long it stays, there is no `life`. */
interface Left {
  /** `*` stands for any characters. */
  readonly name: string;
  /**
   * `session`, or a number and a unit: s, m, h, d, w, mo, y. The longest that its maker documents; where `unconfirmed`
   * names it, the longest that others tell.
   */
  readonly life?: string;
  /** On the service's own domain, which a page can neither read nor clear. */
  readonly elsewhere?: true;
}

export interface KnownService {
  readonly name: string;
  /** The standard purpose that it serves on most sites; a site may say another. */
  readonly purpose: "necessary" | "functional" | "analytics" | "personalization" | "marketing";
  /** The company that runs it; none for what a site runs itself. */
  readonly provider?: string;
  /** Address of its privacy notice. */
  readonly privacy: string;
  /** Where it loads from and sends to; subdomains are meant too. */
  readonly hosts: readonly string[];
  readonly cookies: readonly Left[];
  readonly storage: readonly (Left & { readonly kind: "localStorage" | "sessionStorage" | "indexedDB" | "cache" })[];
  /** What it does, in one plain sentence for each language that ships. */
  readonly text: Readonly<Record<"en" | "it", string>>;
  /** Addresses of the maker's own documents and code that the facts were compared with, as stored copies showed them. */
  readonly sources: readonly string[];
  /** Month (`2026-11`) in which every fact was compared with the sources; none while something is `unconfirmed`. */
  readonly checked?: string;
  /**
   * Facts that no source showed, so that they rest on what others tell: `provider`, `privacy`, `hosts`, `cookies` or
   * `storage` as a whole, one host, one name of something left, or `life of` one such name.
   */
  readonly unconfirmed?: readonly string[];
}
