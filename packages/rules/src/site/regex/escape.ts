/** What stands behind a backslash: ECMA-262 without its leniencies, which take `\p` for the letter p. */
import { DIGITS, except, type Letters, letter, SPACE, WORD } from "./letters.ts";

const CLASSES: { readonly [name: string]: Letters } = {
  d: DIGITS,
  D: except(DIGITS),
  w: WORD,
  // Outside ASCII there is no letter of a word.
  W: except(WORD),
  s: SPACE,
  S: except(SPACE),
};
const CONTROLS: { readonly [name: string]: number } = { t: 9, n: 10, v: 11, f: 12, r: 13 };

const CODE = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|0(?!\d))/;

export interface Escape {
  readonly letters: Letters;
  /** How many characters it takes, behind the backslash. */
  readonly length: number;
  /** Where it stands for one character alone. */
  readonly code?: number;
}

/** Undefined where it means nothing, or nothing that is said here. */
export function readEscape(rest: string): Escape | undefined {
  const next = rest[0];
  if (next === undefined) return undefined;
  const letters = CLASSES[next];
  if (letters !== undefined) return { letters, length: 1 };
  const written = CODE.exec(rest);
  if (written) return one(Number.parseInt(written[1] ?? written[2] ?? "0", 16), written[0].length);
  const code = CONTROLS[next];
  if (code !== undefined) return one(code, 1);
  return /[\w\s]/.test(next) ? undefined : one(next.charCodeAt(0), 1);
}

function one(code: number, length: number): Escape {
  return { letters: letter(code), length, code };
}
