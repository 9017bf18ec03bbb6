/** Runs composed scripts, since only an engine knows what a text means. */
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compose, scriptExpression } from "./compose.ts";

const evaluate = (text: string): unknown => JSON.parse(runInNewContext(`JSON.stringify(${text})`));

test("any JSON comes out of the script as it went in", () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: "medium" }), (part) => {
      expect(evaluate(scriptExpression(part))).toEqual(JSON.parse(JSON.stringify(part)));
    }),
    { numRuns: 300 },
  );
});

test("is shorter than JSON where it can be", () => {
  const part = { days: 2_592_000_000, on: true, "a-b": [false, null, 10, -5_000, 0.001, 1e21], if: { _: "x" } };
  const text = scriptExpression(part);
  expect(text).toBe('{days:2592e6,on:!0,"a-b":[!1,null,10,-5e3,0.001,1e+21],if:{_:"x"}}');
  expect(evaluate(text)).toEqual(part);
});

test("whole numbers keep their value", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat(8), (whole, zeros) => {
      const number = whole * 10 ** zeros;
      expect(runInNewContext(scriptExpression(number))).toBe(number || 0);
    }),
  );
});

test.each([
  ["ends of scripts and comments", { a: "</script><!--", "</script>": 1 }],
  ["line ends of older engines", { a: "\u2028\u2029" }],
  ["quotes, dollars and escapes", { a: "\\ \" ' ` $& $1 $$ \\u003c" }],
  ["halves of pairs", { a: "\ud800" }],
])("is safe with %s", (_, part) => {
  const text = scriptExpression(part);
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(evaluate(text)).toEqual(part);
});

test("a key __proto__ stays a key, and a text about it a text", () => {
  const part = JSON.parse('{"__proto__":{"x":1},"in":[{"__proto__":2}],"a\\"__proto__":3,"t":",\\"__proto__\\":"}');
  const text = scriptExpression(part);
  expect(runInNewContext(`Object.keys(${text}).includes("__proto__") && (${text}).x === undefined`)).toBe(true);
  expect(runInNewContext(`JSON.stringify(${text})`)).toBe(JSON.stringify(part));
});

test("replaces the placeholder wherever an expression may stand", () => {
  const places = [
    "const f=()=>__PART__;f()",
    "__PART__",
    "[__PART__][0]",
    "var o={p:__PART__};o.p",
    "x=__PART__",
    "(__PART__)",
  ];
  for (const artefact of places) {
    expect(runInNewContext(compose(artefact, "__PART__", { a: "$&" }))).toMatchObject({ a: "$&" });
  }
});

test("code is beside the data, each piece on a line of its own, whether or not it is there", () => {
  const composed = (code: Record<string, string | undefined>, part = {}) =>
    compose("var p=__PART__", "__PART__", part, code);
  expect(composed({ f: "()=>7", g: undefined, h: "1" }, { a: "x" })).toBe('var p={f:()=>7,\n\nh:1,\na:"x"}');
  expect(runInNewContext(`${composed({ f: "()=>7" }, { a: 1 })};p.f()+p.a`)).toBe(8);
  expect(runInNewContext(`${composed({ f: "()=>7" })};p.f()`)).toBe(7);
  expect(composed({}, { a: 1 })).toBe("var p={a:1}");
});

test.each([
  ["0 times", "none here"],
  ["2 times", "__PART__+__PART__"],
])("a placeholder that is there %s is a bug of the build", (times, artefact) => {
  expect(() => compose(artefact, "__PART__", {})).toThrow(`__PART__ is in the script ${times}, not once`);
});
