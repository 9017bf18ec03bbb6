/** Shows that a pure file can reach neither browser, time nor chance, and that its own names are left alone. */
import { describe, expect, test } from "vitest";
import { find, messages } from "./_find.ts";
import { noHiddenInput } from "./purity.ts";

const PURE = "packages/sdk/src/ghost/fold.ts";
const fn = (expression: string) => `// why\nexport const f = () => ${expression};\n`;

describe("names from outside", () => {
  test("each is found, all in one tree", () => {
    const names = [
      ...["window", "document", "navigator", "location", "history", "screen", "self", "name", "event", "status"],
      ...["localStorage", "sessionStorage", "indexedDB", "caches", "fetch", "XMLHttpRequest", "WebSocket", "crypto"],
      ...["console", "setTimeout", "setInterval", "clearTimeout", "queueMicrotask", "requestAnimationFrame"],
      ...["performance", "matchMedia", "addEventListener", "MutationObserver", "BroadcastChannel", "alert"],
      ...["process", "Buffer", "require", "structuredClone", "HTMLElement", "Element", "Node", "global"],
    ];
    const files = Object.fromEntries(names.map((name) => [`packages/rules/src/${name}/a.ts`, fn(name)]));
    expect(find(files)).toEqual(names.map((name) => `packages/rules/src/${name}/a.ts:2 purity`).sort());
  });

  test.each([
    ["packages/sdk/src/create.ts"],
    ["packages/sdk/src/index.ts"],
    ["packages/sdk/src/debug/inspector.ts"],
    ["packages/sdk/src/ui/center/Center.tsx"],
    ["packages/rules/src/store.ts"],
    ["packages/rules/src/site/check.ts"],
  ])("%s is pure", (file) => {
    expect(find({ [file]: fn("document.title") })).toEqual([`${file}:2 purity`]);
  });

  test.each([
    ["packages/sdk/src/ghost/store.ts"],
    ["packages/sdk/src/collect/transport.ts"],
    ["packages/sdk/src/collect/watch.ts"],
    ["packages/sdk/src/personalize/apply.ts"],
    ["packages/sdk/src/ui/mount.ts"],
    ["packages/sdk/src/env/clock.ts"],
    ["packages/sdk/src/tag/entry.ts"],
    ["packages/sdk/src/ghost/fold.test.ts"],
    ["packages/edge/src/app.ts"],
    ["demo/src/cart.ts"],
  ])("%s may touch the outside", (file) => {
    expect(find({ [file]: fn("[document, Date.now(), Math.random(), globalThis, new Date()]") })).toEqual([]);
  });

  test("names that are the file's own are left alone", () => {
    const text = `import { name, type Event } from "../env/page.ts";
      export function f(document: { title: string }, { window, fetch: get }: { window: number; fetch: () => void }) {
        const localStorage = { screen: document.title };
        { const console = localStorage; get(); return [console.screen, window, name]; }
      }
      export type Status = Event;
      export const g = (screen: Status) => ({ screen, history: 1 }).history;`;
    expect(find({ [PURE]: text })).toEqual([]);
  });

  test("a name that shadows in one scope does not excuse another", () => {
    const text = "export const f = (document: string) => document;\nexport const g = () => document;\n";
    expect(find({ [PURE]: text })).toEqual([`${PURE}:2 purity`]);
  });

  test("a shorthand property and a type are uses too", () => {
    expect(find({ [PURE]: fn("({ document })") })).toEqual([`${PURE}:2 purity`]);
    expect(find({ [PURE]: "export type T = HTMLElement;\n" })).toEqual([`${PURE}:1 purity`]);
  });

  test("a component may name the types of its events, not the values", () => {
    const file = "packages/sdk/src/ui/center/Center.tsx";
    const handler = "export const f = (e: MouseEvent) => e.type;\n";
    expect(find({ [file]: handler })).toEqual([]);
    expect(find({ [file]: `${handler}export const g = (): Event => new Event("x");\n` })).toEqual([`${file}:2 purity`]);
  });

  test("a library cannot bring the names of the DOM back", () => {
    const file = "packages/sdk/src/ui/center/Center.tsx";
    const text = 'import type { JSX } from "preact";\nexport const f = (): JSX.Element => <p>{document.title}</p>;\n';
    expect(find({ [file]: text })).toEqual([`${file}:2 purity`]);
  });

  test("declaring the name is no way out", () => {
    expect(find({ [PURE]: `declare const document: unknown;\n${fn("document")}` })).toEqual([`${PURE}:1 purity`]);
    const global = "export {};\ndeclare global {\n  var secret: number;\n}\n";
    expect(find({ [PURE]: global })).toEqual([`${PURE}:2 purity`]);
  });

  test("says which name, and the mend", () => {
    expect(messages({ [PURE]: fn("localStorage") })[0]).toMatch(/^uses localStorage, .*argument.*store\.ts/);
  });
});

describe("time, chance and the global object", () => {
  test.each([
    ["Date.now()"],
    ['Date["now"]()'],
    ["new Date()"],
    ["new Date"],
    ["Date()"],
    ["[Date].length"],
    ["(Date as never)"],
    ["Math.random()"],
    ["Math[`random`]()"],
    ["Object.keys(Math)"],
    ["globalThis"],
    ["(globalThis as { x?: 1 }).x"],
    ["import.meta"],
  ])("%s is found", (expression) => {
    expect(find({ [PURE]: fn(expression) }, [noHiddenInput])).toEqual([`${PURE}:2 purity`]);
  });

  test.each([
    ["new Date(0)"],
    ["Date.parse('2020-01-01')"],
    ["Date.UTC(2020, 0)"],
    ["(x: unknown) => x instanceof Date"],
    ["(x: Date): typeof Date.parse | undefined => (x ? undefined : undefined)"],
    ["Math.max(1, 2)"],
    ["((Date: { now(): number }, Math: { random(): number }) => Date.now() + Math.random())"],
    ["(({ globalThis }: { globalThis: number }) => globalThis)"],
  ])("%s is left alone", (expression) => {
    expect(find({ [PURE]: fn(expression) }, [noHiddenInput])).toEqual([]);
  });
});

describe("exports and state", () => {
  test.each([
    ["export default 1;"],
    ["export default function f() {}"],
    ["const a = 1;\nexport { a as default };"],
    ['export { default } from "x";'],
  ])("%s is a default export", (text) => {
    const line = text.split("\n").length;
    expect(find({ "packages/edge/src/a.ts": text })).toEqual([`packages/edge/src/a.ts:${line} named-exports`]);
    expect(find({ "packages/edge/vitest.config.ts": text })).toEqual([]);
  });

  test.each([["let a = 1;"], ["export let a = 1;"], ["var a = 1;"]])("%s is state of the module", (text) => {
    expect(find({ "demo/src/a.ts": `// why\n\n${text}` })).toEqual(["demo/src/a.ts:3 no-module-state"]);
    expect(find({ "packages/sdk/src/env/a.ts": text })).toEqual(["packages/sdk/src/env/a.ts:1 no-module-state"]);
    expect(find({ "demo/src/a.test.ts": text })).toEqual([]);
  });

  test("a let inside a function is its own affair", () => {
    expect(find({ "demo/src/a.ts": "export function f() {\n  let a = 1;\n  a += 1;\n  return a;\n}\n" })).toEqual([]);
  });
});
