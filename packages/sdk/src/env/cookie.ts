/** One cookie: the only thing that is kept before a grant or after a refusal. */

/** Its name. Neutral on purpose: filter lists hide what is named after consent. */
export const COOKIE = "ghostlight";

/** Its value, or undefined where there is none. Throws where cookies are denied, as in a sandboxed frame. */
export function readCookie(): string | undefined {
  // The name once more: as a constant expression this is shorter than what builds it.
  return /(?:^|; )ghostlight=([^;]*)/.exec(document.cookie)?.[1];
}

/** `days` 0 removes it. `domain`: also for its subdomains; default: this host alone. Throws where cookies are denied. */
export function writeCookie(value: string, days: number, domain?: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const scope = domain ? `; Domain=${domain}` : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and a page may close right after a choice.
  document.cookie = `${COOKIE}=${value}; Path=/; Max-Age=${days * 86_400}; SameSite=Lax${scope}${secure}`;
}
