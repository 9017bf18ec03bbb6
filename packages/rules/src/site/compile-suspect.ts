/**
 * Compiles what must not travel into one expression that tells whether a call may hold any of it, so that the page
 * loads what cleans only then. Looser than what cleans, never stricter: test/redaction holds the two against each
 * other. Done in time linear in the text: what repeats without end stops where it may begin again.
 */
import { inAnySpelling } from "./compile-redact.ts";
import type { Site } from "./schema.ts";

/** From where a property or a parameter may begin, if one ends before anything else may begin, as far as to what is secret about it. */
const NAMED = '["?&=](?=[^"?&=]*(":|=|/\\w{20}))[^"?&=]*';

/**
 * Just enough to let pass `passenger`, `passport`, `author`, `keyword`, `shipping`: to tell an `api_key` from a
 * `coupon_code` as well would take 40 bytes more of every page.
 */
const NAMES = "token|secret|sess|credential|authori|passp?[wch]|pwd|cv[cv]|ssn|iban|otp|jwt";
const LAST_WORDS = "pass|pin|code|key|auth|sig(nature)?";

/** They are so as parameters alone, so that a site may keep them. */
const PARAMS = ["sid", "reset", "ticket"];

/** Names of properties that would hide something from NAMED; what JSON writes in other words, but for lines that end. */
const ODD = '[\\\\?&]"?[^"\\\\?&]*":|\\\\u|\\d\\\\\\w\\d';

/** Whatever is escaped may hide something: to tell what hides nothing costs more than to look. */
const ESCAPED = "%\\w";

/** As many digits as the brands have, by the first of them: less would be every other product of some shops. */
const CARDS = "[^.\\d](4|3\\d\\d?|[2-6]([\\s+-]?\\d){3,6})([\\s+-]?\\d){12}(?!\\d)";

const TOKENS = "eyj";
const EMAILS = "[^\\s/]@";

/** Of what EMAILS finds, all that is a token. */
const LOGINS = "://[^\\s/?#@]+@";

/** The source of the expression, with the flag `i`, for what `JSON.stringify` makes of an object or a list. */
export function compileSuspect({ redact: { keys, keep, emails, cards, tokens } }: Pick<Site, "redact">): string {
  const kept = keep.map(inAnySpelling);
  const params = PARAMS.filter((name) => !kept.includes(name));
  const ends = `(${[LAST_WORDS, ...params].join("|")})\\d*\\b`;
  return [
    `${NAMED}(${[NAMES, ends, ...keys.map(ownName)].join("|")})`,
    ODD,
    ESCAPED,
    ...(cards ? [CARDS] : []),
    ...(tokens ? [TOKENS] : []),
    ...(emails ? [EMAILS] : tokens ? [LOGINS] : []),
  ].join("|");
}

/** Any number of signs may join the words; of letters beyond ASCII, which are signs to an expression, none would end. */
function ownName(name: string): string {
  const spelled = inAnySpelling(name);
  return /[^ -~]/.test(spelled) ? spelled : spelled.replaceAll("?", "*");
}
