/**
 * Sets of letters as the bits of one number: one bit for each of ASCII, and one for all that is not. Two sets of the
 * others count as overlapping although they may not be: too much is refused by that, never too little.
 */

export type Letters = bigint;

const OTHERS = 128;

export const NONE: Letters = 0n;
export const ALL: Letters = (1n << BigInt(OTHERS + 1)) - 1n;

export const DIGITS = range("0".charCodeAt(0), "9".charCodeAt(0));
export const WORD = DIGITS | span("a", "z") | span("A", "Z") | letter("_".charCodeAt(0));
export const SPACE = range(9, 13) | letter(32) | letter(OTHERS);
/** All but the ends of lines; those of them outside ASCII stand for the others too. */
export const DOT = ALL & ~(letter(10) | letter(13));

export function letter(code: number): Letters {
  return 1n << BigInt(Math.min(code, OTHERS));
}

export function range(first: number, last: number): Letters {
  let letters = NONE;
  for (let code = first; code <= Math.min(last, OTHERS); code++) letters |= letter(code);
  return last >= OTHERS ? letters | letter(OTHERS) : letters;
}

/** All but these; some of the others always remain. */
export function except(letters: Letters): Letters {
  return (ALL & ~letters) | letter(OTHERS);
}

/** With the small and the capital of each. What folds into ASCII from outside it does so only under the flags u and v. */
export function anyCase(letters: Letters): Letters {
  const apart = BigInt("a".charCodeAt(0) - "A".charCodeAt(0));
  return letters | ((letters & span("A", "Z")) << apart) | ((letters & span("a", "z")) >> apart);
}

export function overlap(a: Letters, b: Letters): boolean {
  return (a & b) !== NONE;
}

function span(first: string, last: string): Letters {
  return range(first.charCodeAt(0), last.charCodeAt(0));
}
