/** What the build writes shorter after the minifier says the same. */
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { parseAst } from "rollup/parseAst";
import { expect, test } from "vitest";
import { unwrap } from "../../build/unwrap.mjs";

const shorten = (code: string): string => unwrap().renderChunk.call({ parse: parseAst }, code).code;

test.each([
  ["let a=(()=>b)()", "let a=b"],
  ["let a=(()=>b||c)()", "let a=b||c"],
  ["f((()=>!0===b.c)(),(()=>[1])())", "f(!0===b.c,[1])"],
  ["let a=(()=>(b,c))()", "let a=(b,c)"],
  ["let a=(()=>({b:1}))()", "let a={b:1}"],
  ["a=[(()=>b?c:d)()]", "a=[b?c:d]"],
  ["a={b:(()=>c=>c)()}", "a={b:c=>c}"],
  ["!(()=>b&&c)()", "!(b&&c)"],
  ["(()=>b)().c", "b.c"],
  ["(()=>b?.c)().d", "(b?.c).d"],
  ["(()=>({b:1}))().b", "({b:1}).b"],
  ["(()=>function(){})()", "(function(){})"],
  ["a=(()=>b+(()=>c*d)())()", "a=b+(c*d)"],
])("%s is %s", (long, short) => expect(shorten(long)).toBe(short));

test.each([
  ["that is given something", "(a=>a)(b)"],
  ["with a body", "(()=>{a()})()"],
  ["that waits", "(async()=>a)()"],
  ["that may not be there", "(()=>a)?.()"],
  ["whose value is called, which would make a method of it", "(()=>a.b)()(c)"],
  ["whose value is made an instance of", "new((()=>a)())"],
  ["whose value is a tag", "(()=>a.b)()`c`"],
  ["that a name is asked of which may not be there", "typeof(()=>a)()"],
  ["that would be deleted", "delete(()=>a.b)()"],
])("a function %s stays", (_, code) => expect(shorten(code)).toBe(code));

/** Expressions over a few names, with functions that are called at once in all places. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  const made = (build: (one: string, other: string) => string) => fc.tuple(inner, inner).map(([a, b]) => build(a, b));
  return {
    expression: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom("a", "b", "1", "o.m", "o.v"),
      made((a) => `(()=>${a.startsWith("{") ? `(${a})` : a})()`),
      made((a, b) => `(()=>(${a},${b}))()`),
      made((a, b) => `(${a})+(${b})`),
      made((a, b) => `${a}?${b}:1`),
      made((a, b) => `((${a})?.v,${b})`),
      made((a) => `!(${a})`),
      made((a) => `typeof(${a})`),
      made((a, b) => `[${a},${b}].join()`),
      made((a) => `((()=>o.m)()(${a}))`),
    ),
  };
});

test("whatever is written shorter has the value that it had", () => {
  const run = (code: string): unknown =>
    runInNewContext(`String(${code})`, { a: 2, b: "x", o: { v: 3, m: (one: unknown) => `m${one}` } });
  fc.assert(
    fc.property(expression, (code) => {
      const long = `(${code})`;
      const short = shorten(long);
      expect(run(short)).toBe(run(long));
      expect(short.length).toBeLessThanOrEqual(long.length);
    }),
    { numRuns: 500 },
  );
});
