/**
 * Issues a copy of the choice with the script, because some browsers delete what scripts write after seven days, and
 * deletes the cookies that no script can: https://webkit.org/tracking-prevention/
 * The choice itself it never writes: the page may have been told otherwise since the browser asked, and with
 * `stale-while-revalidate` it asks behind each page that is used already. The browser brings the cookie along when it fetches the entry, so nothing more is ever sent.
 */
import { formatChoice } from "@ghostlight/rules";
import { CHOICE_COOKIE, COPY_COOKIE, type CookieScope, copyField, deletionFields } from "./cookies.ts";
import { type Questions, readChoice } from "./questions.ts";

/**
 * Values of `Set-Cookie`: a copy of the choice, for as long as it still counts, where there is none that says the same, and
 * the end of every cookie in `field` (the request's `Cookie`) that a refused service leaves, and none that is not refused;
 * a service is refused by itself, else with its purpose. Without a choice that fits the site, nothing but the end of a
 * copy that the page has forgotten. `now` in ms.
 */
export function reissue(field: string | null, asked: Questions, now: number, scope: CookieScope): string[] {
  const cookies = readCookies(field ?? "");
  const written = cookies.get(CHOICE_COOKIE);
  const copy = cookies.get(COPY_COOKIE);
  const choice = readChoice(written ?? copy, asked, now);
  if (choice === undefined)
    return written === undefined || copy === undefined ? [] : [copyField(undefined, 0, now, scope)];
  const isRefused = (id: string, purpose: string): boolean =>
    (choice.services[purpose]?.[id] ?? choice.answers[purpose]) === false;
  const named = (refused: boolean): string[] =>
    Object.entries(asked.services).flatMap(([id, purpose]) =>
      isRefused(id, purpose) === refused ? (asked.cookies.get(id) ?? []) : [],
    );
  const kept = named(false);
  const gone = new Set(named(true).filter((name) => cookies.has(name) && !kept.includes(name)));
  const copied = copy === formatChoice(choice) ? [] : [copyField(choice, asked.days, now, scope)];
  return [...copied, ...deletionFields(gone, scope)];
}

/** Whether the visitor came by https. `trustProxy`: whether `X-Forwarded-Proto` says so. */
export function cameByHttps(request: Request, trustProxy: boolean): boolean {
  // The last one is what the proxy at hand wrote itself, as with the address.
  const forwarded = trustProxy ? request.headers.get("X-Forwarded-Proto")?.split(",").at(-1)?.trim() : undefined;
  return (forwarded?.toLowerCase() ?? new URL(request.url).protocol.slice(0, -1)) === "https";
}

/** Of two by one name the first, as the page reads them. */
function readCookies(field: string): ReadonlyMap<string, string> {
  const pairs = field.split(";").map((pair) => {
    const [name = "", ...value] = pair.trim().split("=");
    return [name, value.join("=")] as const;
  });
  return new Map(pairs.reverse());
}
