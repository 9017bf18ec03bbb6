/** One cookie: the only thing that is kept before a grant or after a refusal. */

/** Its name. Neutral on purpose: filter lists hide what is named after consent. */
export const COOKIE = "ghostlight";

/**
 * Name of the edge's copy, for browsers that delete after seven days what scripts write
 * (https://webkit.org/tracking-prevention/). It counts where there is nothing else: the answer that issues it may have been
 * asked for before the visitor chose otherwise, and come after.
 */
export const COPY = "ghostlight-copy";

/** Its value, or undefined where there is none. Throws where cookies are denied, as in a sandboxed frame. */
export function readCookie(): string | undefined {
  const cookies = `; ${document.cookie}`;
  // The names once more: as constant expressions these are shorter than what builds them.
  return (/; ghostlight=([^;]*)/.exec(cookies) ?? /; ghostlight-copy=([^;]*)/.exec(cookies))?.[1];
}

/**
 * `days` 0 removes it, and leaves an empty one for a minute, against a copy that is on its way. `domain`: also for its
 * subdomains; default: this host alone. Whatever is in another scope, from before the site changed its `domain`, goes: of
 * two, browsers tell the older one first. Throws where cookies are denied.
 */
export function writeCookie(value: string, days: number, domain = ""): void {
  const secure = location.href.startsWith("https:") ? "; Secure" : "";
  const scopes = location.hostname.split(".").map((_, index, labels) => labels.slice(index).join("."));
  // Its own comes last: of a host without dots some browsers take both kinds for one.
  for (const scope of [...scopes, "", domain]) {
    const own = scope === domain ? `=${value}; Max-Age=${days * 86_400 || 60}` : "=; Max-Age=0";
    for (const named of ["-copy=; Max-Age=0", own]) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and a page may close right after a choice.
      document.cookie = `ghostlight${named}; Path=/; SameSite=Lax${scope && `; Domain=${scope}`}${secure}`;
    }
  }
}
