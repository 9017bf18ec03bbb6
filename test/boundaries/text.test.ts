/** Shows the checks of markup, length and syntax at work, and that lines are counted right. */
import { describe, expect, test } from "vitest";
import { find, messages } from "./_find.ts";
import { checkFiles, describeViolations } from "./check.ts";

const PAGE = "packages/sdk/src/ui/center/mount.tsx";

describe("markup and code from text", () => {
  test.each([
    ["node.innerHTML = text"],
    ['node["outerHTML"] = text'],
    ["node.insertAdjacentHTML('beforeend', text)"],
    ["({ dangerouslySetInnerHTML: { __html: text } })"],
    ["<p dangerouslySetInnerHTML={text} />"],
    ["eval(text)"],
    ["[eval][0](text)"],
    ["new Function(text)"],
    ["Function(text)"],
    ["document.write(text)"],
    ["window.document.writeln(text)"],
    ["document['write'](text)"],
  ])("%s is found", (expression) => {
    const text = `export function f(node: never, text: never) {\n  return ${expression};\n}\n`;
    expect(new Set(find({ [PAGE]: text }))).toEqual(new Set([`${PAGE}:2 no-markup-from-text`]));
    expect(find({ "demo/src/page.tsx": text })).toContain("demo/src/page.tsx:2 no-markup-from-text");
    expect(find({ "packages/edge/src/page.tsx": text })).toEqual([]);
    expect(find({ "packages/sdk/src/ui/mount.test.tsx": text })).toEqual([]);
  });

  test("comments, text and other owners of the words are left alone", () => {
    const text = `// never innerHTML, eval( or document.write
      export const f = (log: { write(a: string): void }, run: Function) => {
        log.write("say document.write and eval(x), or innerHTML in a sentence");
        return (eval_: number) => [eval_, run];
      };`;
    expect(find({ [PAGE]: text })).toEqual([]);
  });

  test("says the word and the mend", () => {
    const [message] = messages({ [PAGE]: "export const f = (a: HTMLElement) => a.innerHTML;\n" });
    expect(message).toMatch(/^uses innerHTML: .*createElement/);
  });
});

describe("length", () => {
  const lines = (count: number) => `export const f = () => 1;\n${"// more\n".repeat(count - 1)}`;

  test("300 lines pass, 301 do not", () => {
    expect(find({ "packages/edge/src/a.ts": lines(300) })).toEqual([]);
    expect(find({ "packages/edge/src/a.ts": lines(301) })).toEqual(["packages/edge/src/a.ts:301 short-files"]);
    expect(messages({ "demo/a.mjs": lines(412) })).toEqual(["has 412 lines, more than 300: split it by what it does"]);
  });
});

describe("reading", () => {
  test("a file that cannot be parsed is told, and the others are still checked", () => {
    const files = { "demo/a.ts": "export const = ;", "demo/b.ts": "export let b = 1;" };
    expect(find(files)).toEqual(["demo/a.ts:1 syntax", "demo/b.ts:1 no-module-state"]);
  });

  test("lines are right after comments, in later files and beside letters of several bytes", () => {
    const text = `/* è 🏮 — two\n lines */\nexport const è = "🏮\\n";\n\nexport let b = 1;\n`;
    expect(find({ "demo/a.ts": text, "demo/b.ts": text })).toEqual([
      "demo/a.ts:5 no-module-state",
      "demo/b.ts:5 no-module-state",
    ]);
  });

  test("a violation is one line that begins with where it is", () => {
    const found = checkFiles(new Map([["demo/a.ts", "export default 1;"]]));
    expect(describeViolations(found)).toBe("demo/a.ts:1 named-exports: exports a default: export it by its name");
  });
});
