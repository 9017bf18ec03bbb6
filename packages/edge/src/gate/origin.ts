/** Decides whether the page that sent a request may send to this site. */

/** The request fields that a browser fills in and a page cannot forge. */
export interface Sender {
  /** `Origin`: scheme, host and port of the page, or `null` where the browser hides it. */
  readonly origin: string | null;
  readonly referer: string | null;
  /** `Sec-Fetch-Site`: `same-origin` stands also where `Origin` is hidden. https://www.w3.org/TR/fetch-metadata/ */
  readonly fetchSite: string | null;
  /** Host and port of the address that was asked. */
  readonly host: string;
}

export type OriginDecision =
  /** `cors` is the origin to answer to; absent when no `Origin` was sent, so that nobody asks for it. */
  { readonly ok: true; readonly cors?: string } | { readonly ok: false; readonly seen: string | undefined };

/**
 * Allowed are the site's own `origins` and the origin of the edge itself. The latter is compared by
 * host alone, since behind a proxy that ends TLS the scheme seen here is not the page's.
 * This keeps other pages out, not programs: those can write any header.
 */
export function decideOrigin(sender: Sender, origins: readonly string[]): OriginDecision {
  const sameOrigin = sender.fetchSite === "same-origin";
  if (sender.origin !== null && sender.origin !== "null") {
    const allowed = origins.includes(sender.origin) || hostOf(sender.origin) === sender.host;
    return allowed ? { ok: true, cors: sender.origin } : { ok: false, seen: sender.origin };
  }
  if (sameOrigin) return { ok: true };
  const referer = sender.origin === null ? originOf(sender.referer) : undefined;
  if (referer !== undefined && (origins.includes(referer) || hostOf(referer) === sender.host)) return { ok: true };
  return { ok: false, seen: sender.origin ?? referer };
}

function originOf(address: string | null): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined;
  const { origin } = new URL(address);
  return origin === "null" ? undefined : origin;
}

/** Host and port of an origin, or of any address. */
export function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
