/**
 * Takes out of what a page says the things that must not travel: what is secret by its name, and in texts what looks
 * like a card's number, an address or a token. In time linear in the text, whatever the text.
 */
import type { RedactPart } from "@ghostlight/rules";

const REDACTED = "[redacted]";

/** A part of an address with escapes in it. */
const ESCAPED = /(^|[\s&=?#])([^\s&=?#%]*%[^\s&=?#]*)/g;

/** Names of parameters of an address or a form; or in a path, before a part that is long and random enough. */
const NAME = /(?:^|[^\w.-])([\w.-]+)(?=(?:]|%5d)?=|\/[a-z\d]{20})/gi;

/** Marks what was found, where no expression alone can find it. Half a character: JSON escapes it, so a text with it is suspect. */
const HERE = "\ud800";

/** What a name that was found to be a secret's names. */
const VALUE = /\ud800((?:]|%5d)?[=/])[^\s&#?;"<>]*/gi;

/** Visa of old, Diners and Amex, and what has 16 or 19 digits: not a date, nor the 15 digits of a telephone. */
const BRAND = /^(?:4.{12}|3[^5].{12,13}|(?:2[2-7]|[3-6].).{14})(?:...)?$/;

/** Addresses within addresses are looked into this deep. */
const NESTED = 3;

/** A copy of plain JSON, or of a text, without any of it. `keepsAddresses`: it says who somebody is, as traits do. */
export type Redact = <Value>(value: Value, keepsAddresses?: boolean) => Value;

/** Compiles the expressions once: that takes longer than to use them. */
export function createRedactor(rules: RedactPart): Redact {
  const [names, params, ids, card, noCard] = [
    rules.names,
    rules.params,
    rules.ids,
    `(?:^|[^a-z\\d.])(?=(${rules.cards}))`,
    HERE + rules.cards,
  ].map(compile) as [RegExp, RegExp, RegExp, RegExp, RegExp];
  const texts = rules.texts.map(compile);
  // In words, and as it is: somebody may write PaSSworD.
  const is = (name: string, pattern: RegExp): boolean =>
    `${name.replace(/([a-z\d])(?=[A-Z])|[\W_]+/g, "$1 ")}\n${name}`.search(pattern) >= 0;

  return (all, keepsAddresses) => {
    const patterns = keepsAddresses ? texts.slice(0, -1) : texts;

    function clean(text: string, of = "", depth = NESTED): string {
      let rest = text.replace(ESCAPED, (all, before, part) => {
        // Byte by byte and back, whatever bytes they are: `decodeURIComponent` throws where they are no UTF-8.
        const inner = unescape(part);
        const cleaned = depth ? clean(inner, of, depth - 1) : inner;
        return cleaned === inner ? all : before + cleaned.replace(/[^!-~]|[%&=?#]/g, escape);
      });
      if (!is(of, ids)) {
        rest = rest.replace(card, (all, digits) => (isCard(digits) ? all + HERE : all)).replace(noCard, REDACTED);
      }
      rest = rest.replace(NAME, (all, name) => (is(name, params) ? all + HERE : all)).replace(VALUE, `$1${REDACTED}`);
      for (const pattern of patterns) rest = rest.replace(pattern, `$1${REDACTED}`);
      return rest;
    }

    function walk(value: unknown, of?: string): unknown {
      if (typeof value === "string") return clean(value, of);
      if (typeof value === "number") return clean(`${value}`, of) === `${value}` ? value : REDACTED;
      if (Array.isArray(value)) return value.map((item) => walk(item, of));
      if (Object(value) !== value) return value;
      return Object.fromEntries(
        Object.entries(value as object).map(([name, inner]) => [
          clean(name),
          inner && inner !== true && is(name, names) ? REDACTED : walk(inner, name),
        ]),
      );
    }

    return walk(all) as typeof all;
  };
}

function compile(source: string): RegExp {
  return new RegExp(source, "gim");
}

function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  let luhn = 0;
  let ean = 0;
  [...digits].reverse().forEach((digit, place) => {
    luhn += +(place % 2 ? ("0246813579"[+digit] ?? "") : digit);
    ean += +digit * (place % 2 ? 3 : 1);
  });
  // Thirteen digits were some Visa cards once; they are the barcode of every other German product.
  return BRAND.test(digits) && !(luhn % 10) && !!(digits.length !== 13 || ean % 10);
}
