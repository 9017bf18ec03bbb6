/** The format of the catalogue: what is known of a service that many sites use. */

/** Something that a service leaves in the browser. Where its maker does not tell how long it stays, there is no `life`. */
interface Left {
  /** `*` stands for any characters. */
  readonly name: string;
  /** `session`, or a number and a unit: s, m, h, d, w, mo, y. The longest that its maker documents. */
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
  /** Month (`2026-11`) in which every fact was compared with the maker's own documents. */
  readonly checked?: string;
}
