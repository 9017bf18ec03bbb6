/** For how long browsers, and caches between, may keep each kind of file. */
import type { Law } from "@ghostlight/rules/site";

/** What its address names by its content: chunks and maps. For anybody. */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** Asked for anew each time, which costs an answer without a body while nothing changed. */
export const REVALIDATED = "private, no-cache";

/** Seconds for which a page may use the entry that its browser has, while that asks for a new one. */
const STALE = 86_400;

/**
 * What holds for the entry of `law`, one of the `laws` of its address. Never in a shared cache: the answer may carry the
 * visitor's own choice as a cookie, and one without it, kept for all, would keep it from those who have one; and most such
 * caches do not tell countries apart. Used at once and asked for behind each use, not fresh for a while: each
 * page view then brings the choice to the edge, which issues it again and takes back what a withdrawal ended. A laxer law
 * is never used unasked: its visitor may have come to where more has to be asked. That e-mail needs a second yes
 * there is no such thing: it is about who subscribes in the first page view after a journey, and all others under this law
 * would wait for an answer on every page.
 * https://www.rfc-editor.org/rfc/rfc5861#section-3
 */
export function entryCaching(law: Law, laws: readonly Law[]): string {
  const isStrictest = laws.length === 1 || law.regime === "opt-in";
  return isStrictest ? `private, max-age=0, stale-while-revalidate=${STALE}` : REVALIDATED;
}
