/** The request fields on which an answer depends, as clients really send them. */
import { expect, test } from "vitest";
import { chooseEncoding, createEncodingChooser, matchesTag } from "./negotiate.ts";

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

test("a field read before is taken as it was read, and however many strange ones came between", () => {
  const choose = createEncodingChooser();
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
