/**
 * The page scripts are modern: nothing in them is newer than the browsers that the README states, and nothing is there
 * for older ones. Needs `npm run build`.
 */
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { BROWSERS, TARGET } from "../../build/browsers.mjs";
import { filesIn, read, scripts } from "./page-scripts.ts";

/** Whether these browsers read a script as it is: esbuild rewrites what one of them would not understand. */
const isReadBy = (text: string, loader: "js" | "css", target: string[]): boolean =>
  transformSync(text, { loader, target }).code === transformSync(text, { loader }).code;

test.each(scripts)("$path is read by the stated browsers, and is ES2022", ({ text }) => {
  expect([isReadBy(text, "js", TARGET), isReadBy(text, "js", ["es2022"])]).toEqual([true, true]);
});

test.each(filesIn("packages/sdk/src/", ".css"))("%s is read by the stated browsers", (path) => {
  expect(isReadBy(read(path), "css", TARGET)).toBe(true);
});

test("what a browser of the list cannot read is found", () => {
  expect(isReadBy("using x = open();", "js", TARGET)).toBe(false);
  expect(isReadBy("a ||= b;", "js", TARGET)).toBe(true);
  expect(isReadBy("a ||= b;", "js", ["safari13"])).toBe(false);
  expect(isReadBy("a{&:hover{color:red}}", "css", ["chrome100"])).toBe(false);
});

/**
 * Names of the language that came after the oldest of the stated browsers: with ES2024, in part, and later. Without
 * those that our sources have for something of their own, such as `take`.
 */
function newerNames(): string[] {
  const types = "node_modules/@typescript/";
  const files = filesIn(types, ".d.ts").filter((path) => /\/lib\.(es|dom)[\w.]*\.d\.ts$/.test(path));
  const isNew = (path: string): boolean => /\/lib\.es(202[4-9]|next)[\w.]*\.d\.ts$/.test(path);
  const namesIn = (paths: string[]): Set<string> =>
    new Set(
      paths.flatMap((path) =>
        [...read(path).matchAll(/^ +(?:readonly )?(\w+)\??[<(:]/gm)].map(([, name = ""]) => name),
      ),
    );
  const ours = ["packages/sdk/src/", "packages/rules/src/"].flatMap((folder) => filesIn(folder, ".ts"));
  const known = namesIn([...files.filter((path) => !isNew(path)), ...ours]);
  return [...namesIn(files.filter(isNew))].filter((name) => !known.has(name) && name.length > 2);
}

/** Of the language, what some of the stated ones lack; with how it is asked for where it is used, and in which file. */
const LACKING: Readonly<Record<string, readonly [file: string, asked: RegExp]>> = {
  timeZoneId: ["packages/sdk/src/env/device.ts", /Temporal\?\.Now\.timeZoneId/],
};

const newer = newerNames();

test.each(scripts)("$path calls nothing that a stated browser lacks, unless it asks first", ({ text }) => {
  const used = (name: string): boolean => new RegExp(`\\.${name}\\b|\\b${name}\\(`).test(text);
  expect(newer).toEqual(expect.arrayContaining(["withResolvers", "groupBy", "isSubsetOf"]));
  expect(newer.filter((name) => used(name) && !LACKING[name])).toEqual([]);
});

test.each(Object.entries(LACKING).map(([name, how]) => [name, ...how] as const))(
  "%s is asked for in %s",
  (_, file, asked) => {
    expect(read(file)).toMatch(asked);
  },
);

// Pages replace it, some by what throws: scripts that need it take what an async function returns.
test.each(scripts)("$path does not use Promise by its name", ({ text }) => {
  expect(text).not.toMatch(/\bPromise\b/);
});

/** Packages that exist to stand in for what a browser lacks, and the helpers of those that rewrite syntax. */
const STAND_INS =
  /core-js|polyfill|regenerator|tslib|@swc\/helpers|@babel|whatwg-|abortcontroller|intersection-observer|es-shims|\bshim/i;
const HELPERS =
  /__awaiter|__generator|__extends|__spreadArray|_async_to_generator|regeneratorRuntime|__publicField|__defNormalProp|__objRest|__privateGet/;
const PATCH =
  /\b(Array|String|Object|Number|Promise|Map|Set|WeakMap|RegExp|Symbol|Element|Node|Event|Function)\.prototype\.\w+ *=[^=]/;

test.each(scripts)("$path holds no polyfill and no helper for older syntax", ({ path, text }) => {
  const { sources } = JSON.parse(read(`${path}.map`)) as { sources: string[] };
  // A style sheet alone is a text of no script.
  const isSheet = /^x='[^']*'$/.test(text);
  expect(sources.length > 0).toBe(!isSheet);
  expect(sources.filter((source) => STAND_INS.test(source))).toEqual([]);
  expect([HELPERS.test(text), PATCH.test(text)]).toEqual([false, false]);
});

test("a polyfill would be found", () => {
  expect(STAND_INS.test("../../node_modules/core-js/modules/es.array.at.js")).toBe(true);
  const old = transformSync("class A { #x = 1; async f({ a, ...b }) {} }", { target: "es2015" }).code;
  expect(HELPERS.test(old)).toBe(true);
  expect(PATCH.test("Array.prototype.at=function(){}")).toBe(true);
});

test("the README states these browsers", () => {
  const { chrome, edge, firefox, safari, ios } = BROWSERS;
  expect([chrome === edge, safari === ios]).toEqual([true, true]);
  expect(read("README.md").replaceAll(/\s+/g, " ")).toContain(
    `Chrome and Edge from ${chrome}, Firefox from ${firefox}, Safari from ${safari}`,
  );
});
