/** The fields that write and delete cookies from here. https://www.rfc-editor.org/rfc/rfc6265#section-4.1 */
import { type Choice, formatChoice } from "@ghostlight/rules";

/** Name of the choice's cookie, which the page alone writes: an answer may have been asked for before a later choice. */
export const CHOICE_COOKIE = "ghostlight";

/** Name of the copy that is issued here; the page goes by it where it finds no other. */
export const COPY_COOKIE = "ghostlight-copy";

/** Seconds of a day. */
const DAY = 86_400;

// Some proxies take header fields of 8 kB in all.
const MAX_DELETIONS = 50;

/** A cookie's name as the standard has it; what is not one could end the field it stands in. */
const TOKEN = /^[!#$%&'*+\-.^_`|~\w]+$/;

export interface CookieScope {
  /** `Domain`, where the site counts on subdomains. */
  readonly domain: string | undefined;
  /** Whether the visitor came by https. */
  readonly secure: boolean;
}

/**
 * The field that issues the copy of the choice, or deletes it where that is undefined. Scripts may read it, because the
 * page's must. It ends `days` after the day of the choice; `now` in ms.
 */
export function copyField(choice: Choice | undefined, days: number, now: number, scope: CookieScope): string {
  const { domain, secure } = scope;
  const age = choice ? (choice.day + days) * DAY - Math.floor(now / 1000) : 0;
  const value = choice ? formatChoice(choice) : "";
  return field(COPY_COOKIE, value, age, domain, secure);
}

/**
 * Fields that delete cookies by name, for the host alone and for the whole domain: which of the two a
 * cookie was set for, nobody can read. At most 50 fields; names that are no names are left out.
 */
export function deletionFields(names: Iterable<string>, { domain, secure }: CookieScope): string[] {
  const fields = [...names]
    .filter((name) => TOKEN.test(name) && name !== CHOICE_COOKIE && name !== COPY_COOKIE)
    .flatMap((name) => {
      const forHost = field(name, "", 0, undefined, secure);
      // Browsers refuse this prefix together with a domain.
      return domain === undefined || /^__host-/i.test(name) ? [forHost] : [forHost, field(name, "", 0, domain, secure)];
    });
  return fields.slice(0, MAX_DELETIONS);
}

function field(name: string, value: string, age: number, domain: string | undefined, secure: boolean): string {
  return [
    `${name}=${value}`,
    "Path=/",
    `Max-Age=${age}`,
    "SameSite=Lax",
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}
