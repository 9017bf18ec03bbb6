/** Shows that each rule of direction finds a broken tree and leaves a right one alone. */
import { describe, expect, test } from "vitest";
import { find as findAll, messages } from "./_find.ts";
import { folderDirection, knownPlace, libraryPlace, packageDirection, privateFile } from "./direction.ts";

const imports = (specifier: string) => `// why\nimport { x } from "${specifier}";\nexport const y = x;\n`;
const DIRECTION = [packageDirection, folderDirection, knownPlace, privateFile, libraryPlace];
const find = (files: Record<string, string>) => findAll(files, DIRECTION);
const sdk = (path: string) => `packages/sdk/src/${path}`;

describe("between packages", () => {
  test.each([
    ["packages/rules/src/a.ts", "ghostlight"],
    ["packages/rules/src/a.ts", "@ghostlight/edge"],
    ["packages/sdk/src/env/a.ts", "@ghostlight/rules/site"],
    ["packages/sdk/src/env/a.ts", "@ghostlight/edge"],
    ["packages/edge/src/a.ts", "ghostlight"],
    ["packages/edge/bin/a.mjs", "ghostlight/tag"],
    ["demo/src/a.ts", "@ghostlight/rules"],
    ["demo/build.mjs", "ghostlight"],
    ["packages/sdk/src/env/a.test.ts", "@ghostlight/edge"],
    ["packages/edge/src/a.ts", "../../rules/src/a.ts"],
    ["demo/build.mjs", "../packages/sdk/src/index.ts"],
  ])("%s may not import %s", (file, specifier) => {
    expect(find({ [file]: imports(specifier) })).toEqual([`${file}:2 package-direction`]);
  });

  test.each([
    ["packages/sdk/src/env/a.ts", "@ghostlight/rules"],
    ["packages/edge/src/a.ts", "@ghostlight/rules"],
    ["packages/edge/src/a.ts", "@ghostlight/rules/site"],
    ["packages/edge/src/a.ts", "hono"],
    ["packages/edge/bin/a.mjs", "../dist/cli/main.js"],
    ["demo/src/a.tsx", "./b.ts"],
  ])("%s may import %s", (file, specifier) => {
    expect(find({ [file]: imports(specifier) })).toEqual([]);
  });

  test("says what may be imported, and the mend", () => {
    expect(messages({ "packages/edge/src/a.ts": imports("ghostlight") })).toEqual([
      "@ghostlight/edge may not import ghostlight (it may import @ghostlight/rules, @ghostlight/rules/site): move what both need to packages/rules, or pass it in",
    ]);
  });

  test.each([
    ['import type { X } from "ghostlight";'],
    ['export { x } from "ghostlight";'],
    ['export * from "ghostlight";'],
    ['export type { X } from "ghostlight";'],
    ['import "ghostlight";'],
    ['export const x = import("ghostlight");'],
    ["export const x = import(`ghostlight`);"],
    ['export type X = import("ghostlight").X;'],
    ['import x = require("ghostlight"); export const y = x;'],
  ])("counts %s", (text) => {
    expect(find({ "packages/edge/src/a.ts": `\n${text}` })).toEqual(["packages/edge/src/a.ts:2 package-direction"]);
  });
});

describe("between folders of the sdk", () => {
  test.each([
    ["env/a.ts", "../consent/b.ts"],
    ["consent/a.ts", "../collect/b.ts"],
    ["collect/a.ts", "../ghost/b.ts"],
    ["ghost/a.ts", "../segments/b.ts"],
    ["segments/a.ts", "../personalize/b.ts"],
    ["personalize/a.ts", "../engine.ts"],
    ["engine.ts", "./create.ts"],
    ["engine.ts", "./ui/mount.ts"],
    ["create.ts", "./index.ts"],
    ["create.ts", "./debug/a.ts"],
    ["create.ts", "./tag/entry.ts"],
    ["ui/a.tsx", "../collect/b.ts"],
    ["ui/a.tsx", "../ghost/deep/b.ts"],
    ["consent/a.ts", "../ui/b.ts"],
    ["debug/a.ts", "../tag/entry.ts"],
    ["consent/a.test.ts", "../engine.ts"],
  ])("%s may not import %s", (file, specifier) => {
    expect(find({ [sdk(file)]: imports(specifier) })).toEqual([`${sdk(file)}:2 folder-direction`]);
  });

  test.each([
    ["consent/a.ts", "../env/b.ts"],
    ["consent/a.ts", "./b.ts"],
    ["personalize/deep/a.ts", "../../env/b.ts"],
    ["engine.ts", "./personalize/b.ts"],
    ["create.ts", "./engine.ts"],
    ["create.ts", "./ui/mount.ts"],
    ["index.ts", "./create.ts"],
    ["ui/a.tsx", "../consent/b.ts"],
    ["debug/a.ts", "../create.ts"],
    ["tag/entry.ts", "../debug/a.ts"],
    ["create.test.ts", "./create.ts"],
    ["whole-flow.test.ts", "./index.ts"],
  ])("%s may import %s", (file, specifier) => {
    expect(find({ [sdk(file)]: imports(specifier) })).toEqual([]);
  });

  test("a type counts as much as a value", () => {
    const file = sdk("env/a.ts");
    const text = 'import type { X } from "../consent/b.ts";\nexport type Y = X;\n';
    expect(find({ [file]: text })).toEqual([`${file}:1 folder-direction`]);
    expect(messages({ [file]: text })[0]).toMatch(/^env may not import consent .*it may import none.*pass/);
  });

  test("a file in no known place is told where to go", () => {
    expect(find({ [sdk("utils/a.ts")]: "export const a = 1;\n" })).toEqual([`${sdk("utils/a.ts")}:1 known-place`]);
    expect(find({ [sdk("client.ts")]: "export const a = 1;\n" })).toEqual([`${sdk("client.ts")}:1 known-place`]);
  });
});

describe("inside rules", () => {
  test("only the site folder imports the site folder", () => {
    const broken = { "packages/rules/src/plan.ts": imports("./site/schema.ts") };
    expect(find(broken)).toEqual(["packages/rules/src/plan.ts:2 folder-direction"]);
    expect(find({ "packages/rules/src/site/a.ts": imports("./b.ts") })).toEqual([]);
    expect(find({ "packages/rules/src/site/a.ts": imports("../plan.ts") })).toEqual([]);
  });
});

describe("private files", () => {
  test("stay in their folder", () => {
    const broken = { [sdk("consent/a.ts")]: imports("../env/_b.ts") };
    expect(find(broken)).toEqual([`${sdk("consent/a.ts")}:2 private-file`]);
    expect(messages(broken)[0]).toContain("../env/_b.ts, which is private to its folder");
    expect(find({ [sdk("consent/a.ts")]: imports("./_b.ts") })).toEqual([]);
  });
});

describe("libraries", () => {
  test.each([
    ["packages/rules/src/plan.ts", "valibot"],
    ["packages/sdk/src/env/a.ts", "valibot"],
    ["packages/sdk/src/consent/a.ts", "preact/hooks"],
    ["packages/edge/src/a.ts", "preact"],
    ["packages/sdk/src/ghost/fold.ts", "idb-keyval"],
    ["packages/edge/src/store.ts", "idb-keyval"],
  ])("%s may not import %s", (file, specifier) => {
    expect(find({ [file]: imports(specifier) })).toEqual([`${file}:2 library-place`]);
  });

  test.each([
    ["packages/rules/src/site/schema.ts", "valibot"],
    ["packages/edge/src/a.ts", "valibot"],
    ["packages/sdk/src/ui/center/Center.tsx", "preact/hooks"],
    ["demo/src/a.tsx", "preact"],
    ["packages/sdk/src/ghost/store.ts", "idb-keyval"],
    ["packages/sdk/src/env/keys.ts", "idb-keyval"],
    ["packages/sdk/src/ghost/fold.test.ts", "idb-keyval"],
  ])("%s may import %s", (file, specifier) => {
    expect(find({ [file]: imports(specifier) })).toEqual([]);
  });
});
