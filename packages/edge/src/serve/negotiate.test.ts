/** The request fields on which an answer depends, as clients really send them. */
import { expect, test, vi } from "vitest";
import { chooseEncoding, chooseLanguage, matchesTag, readingOnce } from "./negotiate.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["x-gzip", "gzip"],
  ["BR", "br"],
  ["deflate, zstd", "identity"],
  ["br;q=0, gzip", "gzip"],
  ["br; q=0.5 , gzip;q=0.8", "gzip"],
  ["gzip;q=0.5, identity", "identity"],
  ["*", "br"],
  ["*;q=0.3, br;q=0", "gzip"],
  ["*;q=0", "identity"],
  ["gzip;q=bad", "identity"],
  ["brotli", "identity"],
])("of %j it takes %s", (field, encoding) => {
  expect(chooseEncoding(field)).toBe(encoding);
});

test.each([
  [undefined, "en"],
  ["", "en"],
  ["it", "it"],
  ["it-IT,it;q=0.9,en;q=0.8", "it"],
  ["de-AT, de;q=0.9, it;q=0.8, en;q=0.7", "it"],
  ["de;q=0.1, en;q=0.2, it; Q=0.9", "it"],
  ["pt-BR", "pt-BR"],
  ["pt", "en"],
  ["it;q=0, pt-PT", "en"],
  ["it;q=bad, fr", "en"],
  ["*", "en"],
  [", ;q=1 ,it", "it"],
])("of %j a site in English, Italian and Portuguese of Brazil takes %s", (field, language) => {
  expect(chooseLanguage(field, ["en", "it", "pt-BR"])).toBe(language);
});

test("a site without a language has none to be chosen", () => {
  expect(chooseLanguage("it", [])).toBeUndefined();
});

test("a field read before is taken as it was read, and however many strange ones came between", () => {
  const read = vi.fn(chooseEncoding);
  const choose = readingOnce(read);
  const fields = [
    "gzip",
    "br;q=0, gzip",
    "gzip, br",
    "",
    "*;q=0",
    ...Array.from({ length: 300 }, (_, n) => `x${n}, br`),
  ];
  for (const field of [...fields, ...fields, `${"x".repeat(200)}, br`])
    expect(choose(field)).toBe(chooseEncoding(field));
  const before = read.mock.calls.length;
  expect([choose("gzip, br"), read.mock.calls.length]).toEqual(["br", before]);
});

test.each([
  ['W/"a"', true],
  ['"a"', true],
  ['"x", W/"a" , "y"', true],
  ["*", true],
  ['"b"', false],
  ["a", false],
  ["", false],
  [null, false],
])("If-None-Match %j matches: %s", (field, matches) => {
  expect(matchesTag(field, 'W/"a"')).toBe(matches);
});
