/** Shows that rings of imports are found, by value or by type, and that a diamond is none. */
import { expect, test } from "vitest";
import { find, messages } from "./_find.ts";

const file = (name: string) => `packages/rules/src/${name}.ts`;

test("two files that import each other", () => {
  const ring = {
    [file("a")]: 'import { b } from "./b.ts";\nexport const a = () => b;\n',
    [file("b")]: 'export const c = 1;\nexport { a as b } from "./a.ts";\n',
  };
  expect(find(ring)).toEqual([`${file("b")}:2 no-cycles`]);
  expect(messages(ring)[0]).toContain(`${file("a")} → ${file("b")} → ${file("a")}`);
});

test("a ring of types, closed by a third file", () => {
  const ring = {
    [file("a")]: 'import type { B } from "./b.ts";\nexport type A = B;\n',
    [file("b")]: 'export type B = import("./site/c.ts").C;\n',
    [file("site/c")]: 'import type { A } from "../a.ts";\nexport type C = A | 1;\n',
  };
  expect(find(ring)).toContain(`${file("site/c")}:1 no-cycles`);
});

test("a file that imports itself", () => {
  expect(find({ [file("a")]: 'export * as self from "./a.ts";\n' })).toEqual([`${file("a")}:1 no-cycles`]);
});

test("a diamond is no ring", () => {
  const diamond = {
    [file("a")]: 'import { b } from "./b.ts";\nimport { c } from "./c.ts";\nexport const a = b + c;\n',
    [file("b")]: 'import { d } from "./d.ts";\nexport const b = d;\n',
    [file("c")]: 'import { d } from "./d.ts";\nexport const c = d;\n',
    [file("d")]: "export const d = 1;\n",
  };
  expect(find(diamond)).toEqual([]);
});
