/**
 * Issues a copy of the choice with the script, because some browsers delete what scripts write after seven days, and
 * deletes the cookies that no script can: https://webkit.org/tracking-prevention/
 * The choice itself it never writes: the page may have been told otherwise since the browser asked, and with
 * `stale-while-revalidate` it asks behind each page that is used already. The browser brings the cookie along when it
 * fetches the entry, so nothing more is ever sent.
 */
import { type Choice, dayOf, formatChoice } from "@ghostlight/rules";
import { CHOICE_COOKIE, COPY_COOKIE, type CookieScope, copyField, deletionFields } from "./cookies.ts";
import { type Questions, readChoice } from "./questions.ts";

/** Whose request it is. */
export interface Visit {
  /** Where a cookie counts: asked only where there is one to write, since it may cost more than all else. */
  readonly scope: () => CookieScope;
  /** Whether the browser deletes after some days what the page wrote. */
  readonly isForgetful: () => boolean;
}

/** Values of `Set-Cookie` for a request with this `Cookie`; `now` in ms. */
export type Reissue = (field: string, now: number, visit: Visit) => readonly string[];

/** A choice that fits the site, as it is written, and the cookies that services leave which it refuses. */
interface Known {
  readonly choice: Choice;
  readonly text: string;
  readonly refused: readonly string[];
}

/** The two in a field: all that most page views are asked for. */
const WRITTEN = new RegExp(`(?:^|;)\\s*${CHOICE_COOKIE}=([^;]*)`);
const COPIED = new RegExp(`(?:^|;)\\s*${COPY_COOKIE}=([^;]*)`);

/** Choices that are read once a day and not for each page view: many visitors have the same. */
const REMEMBERED = 1_000;

/**
 * Issues a copy of the choice, for as long as it still counts, to a browser that forgets the page's, where there is none
 * that says the same; in all others a refusal leaves one cookie. Ends every cookie that a refused service leaves, and none
 * that is not refused; a service is refused by itself, else with its purpose. Without a choice that fits the site, nothing
 * but the end of a copy that the page has forgotten.
 */
export function createReissue(asked: Questions): Reissue {
  const known = new Map<string, Known | undefined>();
  function know(text: string, now: number): Known | undefined {
    const key = `${dayOf(now)} ${text}`;
    if (!known.has(key)) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, knownOf(text, asked, now));
    }
    return known.get(key);
  }
  return (field, now, { scope, isForgetful }) => {
    const written = valueIn(field, WRITTEN);
    const copy = valueIn(field, COPIED);
    const told = written ?? copy;
    if (told === undefined) return [];
    const found = know(told, now);
    if (found === undefined)
      return written === undefined || copy === undefined ? [] : [copyField(undefined, 0, now, scope())];
    const names = found.refused.length ? namesIn(field) : undefined;
    const gone = found.refused.filter((name) => names?.has(name));
    const isDue = copy !== found.text && isForgetful();
    if (!gone.length && !isDue) return [];
    const place = scope();
    return [...(isDue ? [copyField(found.choice, asked.days, now, place)] : []), ...deletionFields(gone, place)];
  };
}

function knownOf(text: string, asked: Questions, now: number): Known | undefined {
  const choice = readChoice(text, asked, now);
  if (choice === undefined) return undefined;
  const isRefused = (id: string, purpose: string): boolean =>
    (choice.services[purpose]?.[id] ?? choice.answers[purpose]) === false;
  const named = (refused: boolean): string[] =>
    Object.entries(asked.services).flatMap(([id, purpose]) =>
      isRefused(id, purpose) === refused ? (asked.cookies.get(id) ?? []) : [],
    );
  const kept = named(false);
  const refused = new Set(named(true).filter((name) => !kept.includes(name)));
  return { choice, text: formatChoice(choice), refused: [...refused] };
}

/** Whether the visitor came by https. `trustProxy`: whether `X-Forwarded-Proto` says so. */
export function cameByHttps(request: Request, trustProxy: boolean): boolean {
  // The last one is what the proxy at hand wrote itself, as with the address.
  const forwarded = trustProxy ? request.headers.get("X-Forwarded-Proto")?.split(",").at(-1)?.trim() : undefined;
  return (forwarded?.toLowerCase() ?? new URL(request.url).protocol.slice(0, -1)) === "https";
}

/** Whether a request with this `Cookie` comes from somebody who has chosen; whether that still counts, the page finds out. */
export function bringsChoice(field: string): boolean {
  return Boolean(valueIn(field, WRITTEN) ?? valueIn(field, COPIED));
}

/** Of two by one name the first, as the page reads them. */
const valueIn = (field: string, cookie: RegExp): string | undefined => cookie.exec(field)?.[1]?.trim();

function namesIn(field: string): ReadonlySet<string> {
  return new Set(field.split(";").map((pair) => pair.split("=", 1)[0]?.trim() ?? ""));
}
