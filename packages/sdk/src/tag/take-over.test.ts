import type { ConsentSignal } from "@ghostlight/rules";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, settle, sweepCookies } from "../../test/page.ts";
import { ENTRY } from "../../test/site.ts";
import type { Command } from "../api/api.ts";
import { tellTools } from "../signals/apply.ts";
import { createCaller } from "../signals/caller/apply.ts";
import { takeOver } from "./take-over.ts";

const page = window as unknown as Record<string, unknown>;
const world = { sweep: () => {} };

/** The element that the script came with. */
function comeBy(element: Element | null): void {
  Object.defineProperty(document, "currentScript", { value: element, configurable: true });
}
const script = (src?: string): HTMLScriptElement =>
  Object.assign(document.createElement("script"), src === undefined ? {} : { src });

beforeEach(() => {
  sweepCookies();
  world.sweep = collectListeners();
  for (const name of ["error", "warn"] as const) vi.spyOn(console, name).mockImplementation(() => {});
  comeBy(script("https://shop.example/g/shop.js"));
});
afterEach(async () => {
  await settle();
  world.sweep();
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, "currentScript");
  for (const name of ["ghostlight", "tool"]) delete page[name];
});

test("takes over the page's queue, and runs what waits in it, in order", () => {
  const said: string[] = [];
  const queue: (Command | (() => void))[] = [
    () => said.push("first"),
    ["consent.set", { analytics: true }],
    () => said.push("second"),
  ];
  page.ghostlight = queue;
  takeOver(ENTRY);
  expect(said).toEqual(["first", "second"]);
  expect(window.ghostlight).not.toBe(queue);
  window.ghostlight?.push(() => said.push("third"));
  expect(said.at(-1)).toBe("third");
  expect(document.cookie).toContain("analytics:1");
});

test("needs no queue", () => {
  takeOver(ENTRY);
  expect(window.ghostlight).toMatchObject({ version: expect.any(String) });
  expect(console.error).not.toHaveBeenCalled();
});

test.each(["script", "form", "html"])("a <%s> whose id is its name is no other Ghostlight", (name) => {
  page.ghostlight = document.createElement(name);
  takeOver(ENTRY);
  expect(window.ghostlight).toMatchObject({ version: expect.any(String) });
  for (const said of [console.error, console.warn]) expect(said).not.toHaveBeenCalled();
});

test("twice on a page is told of, and the first one stays", () => {
  takeOver(ENTRY);
  const first = window.ghostlight;
  takeOver({ ...ENTRY, site: "other" });
  expect(window.ghostlight).toBe(first);
  expect(vi.mocked(console.error).mock.calls).toEqual([["ghostlight: twice on this page"]]);
});

test.each([
  ["in a module", null],
  ["inline", script()],
  ["on a page with a form of that name", document.createElement("form")],
  ["on a page with a picture of that name", Object.assign(document.createElement("img"), { src: "/lamp.png" })],
  ["in an element of another kind", document.createElementNS("http://www.w3.org/2000/svg", "script")],
])("%s is told of, and leaves the queue alone", (_, element) => {
  const queue = [["track", "A"]];
  page.ghostlight = queue;
  comeBy(element);
  takeOver(ENTRY);
  expect(page.ghostlight).toBe(queue);
  expect(vi.mocked(console.error).mock.calls).toEqual([["ghostlight: no <script src>"]]);
});

describe("a dialog that came along", () => {
  const start = vi.fn();
  const along = (folder: string) => ({
    ...ENTRY,
    releases: { en: "0e", it: "0f" },
    chunks: { [`${folder}/banner`]: { start: start as never } },
  });
  const speak = (language: string) => vi.spyOn(document.documentElement, "lang", "get").mockReturnValue(language);
  beforeEach(() => start.mockReset().mockReturnValue({ ask: () => {} }));

  test("is started in place of one that is loaded, where it speaks the language of the page", async () => {
    speak("it-CH");
    takeOver(along("0f"));
    await settle();
    expect(start).toHaveBeenCalledOnce();
    expect(console.error).not.toHaveBeenCalled();
  });

  test("is left alone where it speaks another", async () => {
    speak("it");
    takeOver(along("0e"));
    await settle();
    expect(start).not.toHaveBeenCalled();
  });
});

describe("the language of the page", () => {
  const start = vi.fn();
  const RELEASES = { en: "0a", "en-GB": "0b", "en-gb": "0b", zh: "0c" };

  test.each([
    ["en", "0a"],
    ["en-GB", "0b"],
    ["en-gb", "0b"],
    ["en-US", "0a"],
    ["zh-Hant-TW", "0c"],
    ["", "0b"],
    ["tlh", "0b"],
    ["-", "0b"],
  ])(
    "%j is spoken by %s: with its region, else without; where there is none of it, the browser's",
    async (lang, folder) => {
      vi.spyOn(document.documentElement, "lang", "get").mockReturnValue(lang);
      vi.spyOn(navigator, "languages", "get").mockReturnValue(["fr-CH", "en-GB"]);
      const chunks = { [`${folder}/banner`]: { start: start.mockReset() as never } };
      takeOver({ ...ENTRY, releases: RELEASES, chunks });
      await settle();
      expect(start).toHaveBeenCalledOnce();
    },
  );

  test("is the site's first where nobody speaks another", async () => {
    vi.spyOn(document.documentElement, "lang", "get").mockReturnValue("fr");
    vi.spyOn(navigator, "languages", "get").mockReturnValue([]);
    takeOver({ ...ENTRY, releases: RELEASES, chunks: { "0a/banner": { start: start.mockReset() as never } } });
    await settle();
    expect(start).toHaveBeenCalledOnce();
  });
});

test("throws nothing into the page", () => {
  expect(() => takeOver(undefined as never)).not.toThrow();
  expect(vi.mocked(console.error).mock.calls).toEqual([["ghostlight:", expect.any(TypeError)]]);
});

describe("tools that are called", () => {
  const signal: ConsentSignal = {
    queue: "tool",
    how: "call",
    commands: [["consent", { "?": ["marketing", "revoke", "grant"] }]],
  };

  test("are, by the entry that can", () => {
    page.tool = vi.fn();
    takeOver({ ...ENTRY, signals: [signal], tells: tellTools, calls: createCaller });
    expect(vi.mocked(page.tool as () => void).mock.calls).toEqual([["consent", "revoke"]]);
  });

  test("hear nothing from the other one, which leaves them as they are", () => {
    const tool = vi.fn();
    page.tool = tool;
    takeOver({ ...ENTRY, signals: [signal], tells: tellTools });
    expect(tool).not.toHaveBeenCalled();
    expect(page.tool).toBe(tool);
  });
});
