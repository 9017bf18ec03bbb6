/** Objects and lists with what is secret by its name, cards, addresses and tokens, in every spelling and beside anything. */
import fc from "fast-check";
import { text } from "./texts.ts";

const words = (list: string) => fc.constantFrom(...list.split(" "));
const WORD = words(
  "password passcode passphrase pass pwd secret credential session cvc cvv ssn iban otp jwt token authorization pin code key auth sig signature sid reset ticket 顧客番号 x2 order sku user id a",
);
const OPENING = words("sess session pin api access auth oob private reset security verification loyalty numéro");
const CLOSING = words("id code key card number client");

/** What may stand between words and digits; mostly nothing odd, since what is odd is suspect for that alone. */
const joint = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("", "", "_", "-", " ", ".", "1", "A", "--") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'é?&=/"\\\n\t\v\u2028\ud800\u00a0@[]+:,', "%20", "%A0", "%e9", "%5d", "://"),
  },
);

const spelling = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.slice(0, 1).toUpperCase() + word.slice(1),
  (word) => word.slice(0, 3) + word.slice(3).toUpperCase(),
);
const spelled = (list: fc.Arbitrary<string>) => fc.tuple(spelling, list).map(([as, word]) => as(word));
const joined = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((list) => list.join(""));

const name = fc.oneof(
  spelled(WORD),
  joined(joint, spelled(WORD), joint),
  joined(joint, spelled(OPENING), joint, spelled(CLOSING), joint),
  joined(spelled(OPENING), joint, spelled(CLOSING), joint, spelled(CLOSING)),
  joined(spelled(WORD), joint, spelled(WORD), joint, spelled(WORD)),
);

/** Digits of which the last makes it a number of a card. */
const digits = fc
  .tuple(
    words("4 30 36 38 34 37 2221 2720 51 55 62 6011"),
    fc.integer({ min: 13, max: 19 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 }),
  )
  .map(([brand, length, rest]) => {
    const head = (brand + rest.join("")).slice(0, length - 1);
    const sum = [...head]
      .reverse()
      .reduce((all, digit, place) => all + +(place % 2 ? digit : ("0246813579"[+digit] ?? "")), 0);
    return `${head}${(10 - (sum % 10)) % 10}`;
  });
const grouped = fc
  .tuple(digits, joint, joint, joint, fc.boolean())
  .map(([all, a, b, c, ofThree]) =>
    ofThree ? all.replace(/^(.{4})(.{6})/, `$1${a}$2${b}`) : all.replace(/^(.{4})(.{4})(.{4})/, `$1${a}$2${b}$3${c}`),
  );
const card = joined(joint, fc.oneof(digits, grouped), joint);

const followed = joined(
  joint,
  name,
  fc.constantFrom("=", "]=", "%5d=", "/"),
  fc.constantFrom("zq", "abcdefghij0123456789", "abcdefghij012345678"),
);
const address = joined(
  fc.constantFrom("://", "", "/"),
  joint,
  fc.constantFrom("jo", ""),
  joint,
  fc.constantFrom("@d.example", "@d"),
);
const token = joined(joint, fc.constantFrom("eyJhbGciOi.eyJzdWI.sig", "eyJ"));

const leaf = fc.oneof(
  name,
  card,
  followed,
  address,
  token,
  text,
  digits.map(Number),
  fc.constantFrom<unknown>(5, true, null, "", 4.111111111111111e21, -4111111111111111, 0.4111111111111111),
);
const key = fc.oneof({ weight: 4, arbitrary: name }, { weight: 1, arbitrary: fc.oneof(card, followed, address, text) });

/** Mostly one thing alone: of two, one may hide that the other was missed. */
export const value = fc.oneof(
  { weight: 4, arbitrary: leaf.map((one) => [one]) },
  { weight: 4, arbitrary: fc.tuple(key, fc.constantFrom(5, "b")).map((entry) => Object.fromEntries([entry])) },
  { weight: 1, arbitrary: fc.tuple(key, leaf, leaf).map(([one, ...of]) => ({ a: [{ [one]: of }] })) },
);
