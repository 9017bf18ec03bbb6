import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letter } from "./letters.ts";
import { isFault } from "./node.ts";
import { parseRegex } from "./parse.ts";
import { areAlike, wordsOf } from "./words.ts";

describe("what is read", () => {
  test.each([
    ["a|bc", ["a", "bc"]],
    ["(?:a|b)c", ["ac", "bc"]],
    ["(?<x>a){3}", ["aaa"]],
    ["a{0}b", ["b"]],
    ["^\\x41\\u0042$", ["AB"]],
    ["\\t\\/\\.\\-", ["\t/.-"]],
    ["[a]\\0[\\n]", ["a\u0000\n"]],
    ["(a|)b", ["ab", "b"]],
    ["(?=x)a(?!y)", ["a"]],
    ["\\bab\\B", ["ab"]],
  ])("%s", (source, words) => {
    const node = parseRegex(source, false);
    const letters = words.map((word) => [...word].map((one) => letter(one.charCodeAt(0))));
    expect(isFault(node) ? node : wordsOf(node)).toEqual(letters);
  });

  test("a variable repeat has no words", () => {
    for (const source of ["a*", "a+", "a?", "a{2,3}", "(a|b+)", "x(?:a{2,})"]) {
      const node = parseRegex(source, false);
      expect(isFault(node) ? node : wordsOf(node)).toBeUndefined();
    }
  });

  test("a word of one's own is taken by the engine too", () => {
    const piece = fc.constantFrom("a", "b", "(a|b)", "[ab]", "(?:ab){2}", "\\w", "c{3}", "(?:|a)", ".");
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.stringMatching(/^[abc]{0,12}$/),
        (pieces, text) => {
          const source = pieces.join("");
          const node = parseRegex(source, false);
          const given = [...text].map((one) => letter(one.charCodeAt(0)));
          const words = isFault(node) ? [] : (wordsOf(node) ?? []);
          const isTaken = words.some((word) => word.length === given.length && areAlike(word, given));
          expect(isTaken).toBe(new RegExp(`^(?:${source})$`).test(text));
        },
      ),
    );
  });
});

describe("whatever the text", () => {
  test("reading never throws, and what it refuses has a mend", () => {
    const sign = fc.constantFrom(..."ab(|)[]{}*+?\\^$.-1,:=!<>dwkx/".split(""));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), fc.boolean(), (signs, insensitive) => {
        const source = signs.join("");
        fc.pre(isValid(source));
        const node = parseRegex(source, insensitive);
        if (isFault(node)) expect(node.mend).not.toBe("");
        else expect(node.text).toBe(source);
      }),
    );
  });
});

function isValid(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
