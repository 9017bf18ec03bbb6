import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALLEST } from "../../test/site.ts";
import { parseSite } from "./check.ts";
import { findDoubledKeys } from "./doubled-keys.ts";

test.each<[text: string, found: [path: string, at: number][]]>([
  ['{"a":1,"b":2}', []],
  ['{"a":1,"a":2}', [["a", 7]]],
  [
    '{"a":1,"a":2,"a":3}',
    [
      ["a", 7],
      ["a", 13],
    ],
  ],
  ['{"a":{"b":1},"c":{"b":1}}', []],
  ['{"a":[{"b":1},{"b":1,"c":{},"b":2}]}', [["a.1.b", 28]]],
  ['{"a":["b","b",":"],"b":"a"}', []],
  ['{"a":"{\\"x\\":1,\\"x\\":2}"}', []],
  ['{"a":1,"\\u0061" :2}', [["a", 7]]],
  ['{"__proto__":1,"constructor":2,"__proto__":3}', [["__proto__", 31]]],
  ['[{"a":1},{"a":1}]', []],
  ['"a"', []],
])("%s", (text, found) => {
  JSON.parse(text);
  expect(findDoubledKeys(text).map(({ keys, index }) => [keys.join("."), index])).toEqual(found);
});

test("no JSON that was written by a program has any", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(findDoubledKeys(JSON.stringify(value, null, indent))).toEqual([]);
    }),
  );
});

test("one that is written twice is found, wherever it stands", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (names, which) => {
      const name = names[which % names.length] ?? "";
      const entries = [...names, name].map((one) => `${JSON.stringify(one)}: [{"${"x"}": "}"}]`);
      expect(findDoubledKeys(`[0, {${entries.join(",\n")}}]`).map(({ keys }) => keys)).toEqual([["1", name]]);
    }),
  );
});

test("a site file that has one is told so, with the place: as a warning, or beside its other faults", () => {
  const text = `{"site": "shop",\n  "origins": ["https://shop.example"],\n  "site": "other", "popups": {}}`;
  expect(parseSite(text)).toEqual({
    ok: false,
    issues: [
      {
        path: "site",
        value: "other",
        message: '"site" is here a second time (line 3, column 3), and what stood there before counts for nothing',
        mend: "keep one of them",
      },
      expect.objectContaining({ path: "popups", message: '"popups" is not known here' }),
    ],
  });
  expect(parseSite(text.replace(', "popups": {}', ""))).toMatchObject({
    ok: true,
    site: { site: "other" },
    warnings: [{ path: "site", mend: "keep one of them" }],
  });
  expect(parseSite(JSON.stringify(SMALLEST))).toMatchObject({ ok: true, warnings: [] });
});
