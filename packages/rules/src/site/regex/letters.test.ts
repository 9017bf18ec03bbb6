import { describe, expect, test } from "vitest";
import { ALL, anyCase, DIGITS, DOT, except, letter, overlap, range, SPACE, WORD } from "./letters.ts";

/** Every character up to here is tried on the real engine. */
const CODES = Array.from({ length: 0x3000 }, (_, code) => code);

describe("sets hold at least what the engine takes", () => {
  test.each([
    ["\\d", DIGITS],
    ["\\D", except(DIGITS)],
    ["\\w", WORD],
    ["\\W", except(WORD)],
    ["\\s", SPACE],
    ["\\S", except(SPACE)],
    [".", DOT],
    ["[b-y]", range(98, 121)],
    ["[^b-y]", except(range(98, 121))],
    ["[~-é]", range(126, 0xe9)],
    ["[^]", ALL],
  ])("%s", (source, letters) => {
    const pattern = new RegExp(`^${source}$`);
    for (const code of CODES) {
      const isTaken = pattern.test(String.fromCharCode(code));
      if (isTaken) expect(overlap(letters, letter(code)), String(code)).toBe(true);
      // Within ASCII, and nothing else.
      else if (code < 128) expect(overlap(letters, letter(code)), String(code)).toBe(false);
    }
  });

  test.each(["a", "Z", "[", "5", "k", "s"])("%s in any case", (character) => {
    const pattern = new RegExp(`^\\${character}$`.replace(/\\(\w)/, "$1"), "i");
    const letters = anyCase(letter(character.charCodeAt(0)));
    for (const code of CODES.slice(0, 128)) {
      expect(overlap(letters, letter(code)), String(code)).toBe(pattern.test(String.fromCharCode(code)));
    }
    for (const code of CODES.slice(128)) expect(pattern.test(String.fromCharCode(code))).toBe(false);
  });
});
