/**
 * Compiles what must not travel into expressions, so that the page carries no list of words and no switches. Each of
 * them is done in time linear in the text: none begins with a repeat that may begin everywhere.
 */
import type { RedactPart } from "../contract.ts";
import type { Site } from "./schema.ts";

/** An expression that matches nothing. */
const NOTHING = "[]";

/**
 * What a name is about is its last word: an `access_token` is a token, a `token_count` is not. But whatever has to do
 * with a password may well be one.
 */
const SECRET_NAMES = [
  "passw|passcode|passphrase|pwd|secret|credential|sess(ion)? ?id",
  "\\b(cv[cv]|ssn|iban|otp|jwt)",
  "(token|authorization|\\bpass|\\bpin( code)?)\\d*$",
  "(api|access|auth|oob|private|reset|security|verification) ?(code|key)$",
];

/** These say too much only where they are a parameter. */
const SECRET_PARAMS = "\\bsig(nature)?$|^(code|key|sid|auth|reset|ticket)$";

/** What names an order or a thing is its number, however much it looks like a card's. */
const IDS = "order|\\b(id|sku|ean|gtin|upc)s?$";

/** Digits as they stand on cards; no part of a UUID or of a longer name. */
const CARDS = "((\\d{4}[\\s+-]?){3}\\d{1,7}|\\d{4}[\\s+-]?\\d{6}[\\s+-]?\\d{4,5})(?![a-z\\d]|-\\w{4}-\\w{12})";

/** What ends a word of an address in a text. */
const ENDS = '\\s!@<>"(),:;=/?&#[\\]';

/** A name and a password before the host; JSON web tokens, whose first object begins with `{"`. */
const TOKENS = ["(://)[^\\s/?#@]+(?=@)", `(^|[${ENDS}])eyJ[\\w-]+\\.[\\w.-]+`];

/** Not `logo@2x.png`, nor `react@18.2.0`; with the name of another address that follows at once. */
const EMAILS = `(^|[${ENDS}])[^${ENDS}]+@(?![\\d.]+x)[^${ENDS}]+\\.(?!\\d)[^${ENDS}.]{2,}(?:[^${ENDS}]*(?=@))?`;

export function compileRedact({ redact: { keys, keep, emails, cards, tokens } }: Pick<Site, "redact">): RedactPart {
  const own = keys.length ? [`(^|[\\W_])(${keys.map(inAnySpelling).join("|")})(?![a-z])`] : [];
  const names = [...SECRET_NAMES, ...own].join("|");
  const kept = keep.map(inAnySpelling).join("|");
  const butKept = (pattern: string) => (kept ? `^(?!(${kept})$).*?(${pattern})` : pattern);
  return {
    names: butKept(names),
    params: butKept(`${names}|${SECRET_PARAMS}`),
    ids: IDS,
    cards: cards ? CARDS : NOTHING,
    texts: [...(tokens ? TOKENS : []), emails ? EMAILS : NOTHING],
  };
}

/** Whether values of this name are taken out for it: as the page decides it. */
export function isSecret(name: string, { names }: RedactPart): boolean {
  return new RegExp(names, "im").test(`${wordsOf(name).join(" ")}\n${name}`);
}

/** `loyaltyNumber`, `loyalty_number` and `Loyalty Number` are one name. */
export function inAnySpelling(name: string): string {
  return wordsOf(name).join("[\\W_]?");
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])(?=[A-Z])/g, "$1 ")
    .split(/[\s._-]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
