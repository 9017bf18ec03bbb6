import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { list, nearest, say, unsay } from "./words.ts";

describe("a message and its mend", () => {
  test("travel together in one text", () => {
    const plain = fc.string().filter((text) => !text.includes("\u0000"));
    fc.assert(
      fc.property(plain, plain, (message, mend) => {
        expect(unsay(say(message, mend))).toEqual({ message, mend });
      }),
    );
  });

  test("of a text that was not packed is empty", () => {
    expect(unsay("Invalid type")).toEqual({ message: "Invalid type", mend: "" });
  });
});

describe("the nearest known word", () => {
  test.each<[word: string, known: string[], near: string | undefined]>([
    ["langauges", ["origins", "languages"], "languages"],
    ["EVENT", ["event", "events"], "event"],
    ["cout", ["event", "count"], "count"],
    ["personalisation", ["personalization", "marketing"], "personalization"],
    ["experiances-of-all", ["experiences"], undefined],
    ["xxxx", ["experiences"], undefined],
    ["zz", ["if"], undefined],
    ["is", ["if"], "if"],
    ["iff", ["if"], "if"],
    ["abc", ["abx", "xyc"], "abx"],
    ["axx", ["abc"], "abc"],
    ["xxx", ["abc"], undefined],
    ["abcdefxyz", ["abcdefghi"], "abcdefghi"],
    ["abcdewxyz", ["abcdefghi"], undefined],
    ["", ["a"], undefined],
    ["a", [], undefined],
    ["same", ["some", "same"], "same"],
  ])("to %j among %j is %j", (word, known, near) => {
    expect(nearest(word, known)).toBe(near);
  });

  test("to a known word is the word itself", () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, fc.nat(), (known, pick) => {
        const word = known[pick % known.length] ?? "";
        expect(nearest(word, known)).toBe(word);
      }),
    );
  });
});

describe("words in a list", () => {
  test.each<[words: string[], said: string]>([
    [[], ""],
    [["a"], '"a"'],
    [["a", "b"], '"a" or "b"'],
    [["a", "b", "c"], '"a", "b" or "c"'],
  ])("%j", (words, said) => {
    expect(list(words)).toBe(said);
  });
});
