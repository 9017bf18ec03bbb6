/**
 * What browsers give to scripts beside the language, and one of those that the README states lacks: the page scripts
 * use none of it, or ask first. Needs `npm run build`.
 */
import { expect, test } from "vitest";
import { BROWSERS } from "../../build/browsers.mjs";
import { scripts } from "./page-scripts.ts";

/** Of which version on each has it, on phones as well; Edge as Chrome. */
type Since = readonly [chrome: number, firefox: number, safari: number];

const NEVER = Number.POSITIVE_INFINITY;
const MDN = "https://developer.mozilla.org/docs/Web/API/";

/** By name: since when, and where on MDN that can be read, as it was in November 2026. */
const YOUNG: Readonly<Record<string, readonly [since: Since, page: string]>> = {
  "AbortSignal.any": [[116, 124, 17.4], "AbortSignal/any_static"],
  CloseWatcher: [[126, 149, 27.3], "CloseWatcher"],
  LargestContentfulPaint: [[77, 122, 26.2], "LargestContentfulPaint"],
  QuotaExceededError: [[138, NEVER, 27.3], "QuotaExceededError"],
  "URL.canParse": [[120, 115, 17], "URL/canParse_static"],
  "URL.parse": [[126, 126, 18], "URL/parse_static"],
  URLPattern: [[95, 142, 26], "URLPattern"],
  caretPositionFromPoint: [[128, 20, 26.2], "Document/caretPositionFromPoint"],
  checkVisibility: [[105, 106, 17.4], "Element/checkVisibility"],
  cookieStore: [[87, 140, 18.4], "Window/cookieStore"],
  "indexedDB.databases": [[72, 126, 14], "IDBFactory/databases"],
  deviceMemory: [[63, NEVER, NEVER], "Navigator/deviceMemory"],
  fetchLater: [[135, NEVER, NEVER], "Window/fetchLater"],
  fetchPriority: [[102, 132, 17.2], "HTMLImageElement/fetchPriority"],
  getHTML: [[125, 128, 18], "Element/getHTML"],
  globalPrivacyControl: [[NEVER, 120, 27.3], "Navigator/globalPrivacyControl"],
  moveBefore: [[133, 144, NEVER], "Element/moveBefore"],
  pagereveal: [[123, NEVER, 18.2], "Window/pagereveal_event"],
  parseHTMLUnsafe: [[124, 128, 26], "Document/parseHTMLUnsafe_static"],
  prerendering: [[108, NEVER, NEVER], "Document/prerendering"],
  requestClose: [[134, 139, 18.4], "HTMLDialogElement/requestClose"],
  requestIdleCallback: [[47, 55, NEVER], "Window/requestIdleCallback"],
  scheduler: [[94, 142, NEVER], "Window/scheduler"],
  scrollend: [[114, 109, 26.2], "Document/scrollend_event"],
  setHTML: [[146, 148, NEVER], "Element/setHTML"],
  setHTMLUnsafe: [[124, 123, 26], "Element/setHTMLUnsafe"],
  showPopover: [[114, 125, 17], "HTMLElement/showPopover"],
  startViewTransition: [[111, 144, 18], "Document/startViewTransition"],
  trustedTypes: [[83, 148, 26], "Window/trustedTypes"],
  userActivation: [[72, 120, 16.4], "Navigator/userActivation"],
  userAgentData: [[90, NEVER, NEVER], "Navigator/userAgentData"],
};

/** How scripts ask, in the words of the minifier. */
const ASKED: Readonly<Record<string, readonly RegExp[]>> = {
  checkVisibility: [/\.checkVisibility\?\.\(/],
  fetchLater: [/\.fetchLater\?\.\(/],
  // Nothing is asked where reading what is missing says no.
  globalPrivacyControl: [/!0===navigator\.globalPrivacyControl\b/],
  "indexedDB.databases": [/indexedDB\.databases\?\.\(/, /try\{return\(await indexedDB\.databases\(\)/],
  moveBefore: [/(\w+)\.moveBefore&&[\w.]+\?\1\.moveBefore\(/],
  // A page that no browser says is made ahead, is not.
  prerendering: [/document\.hidden&&document\.prerendering\b/],
  userAgentData: [/\buserAgentData:navigator\.userAgentData\?\./],
};

/** Names that a script uses without asking. */
function unaskedIn(text: string): string[] {
  return Object.keys(YOUNG).filter((name) => {
    const rest = (ASKED[name] ?? []).reduce((left, asked) => left.replaceAll(new RegExp(asked, "g"), ""), text);
    return new RegExp(`(?<![\\w$])${name.replace(".", "\\.")}(?![\\w$])`).test(rest);
  });
}

test.each(scripts)("$path uses nothing that a stated browser lacks, unless it asks first", ({ text }) => {
  expect(unaskedIn(text)).toEqual([]);
});

test("what is used unasked is found, also beside where it was asked for", () => {
  expect(unaskedIn("let a=URL.canParse(b)?new URL(b):c")).toEqual(["URL.canParse"]);
  expect(unaskedIn("globalThis.fetchLater?.(a)")).toEqual([]);
  expect(unaskedIn("globalThis.fetchLater?.(a);fetchLater(b)")).toEqual(["fetchLater"]);
  expect(unaskedIn("try{return(await indexedDB.databases()).some(a)}catch{}")).toEqual([]);
  expect(unaskedIn("a.moveBefore&&b.c?d.moveBefore(e):f")).toEqual(["moveBefore"]);
});

test.each(Object.entries(YOUNG))("%s is still missing from one of the stated browsers", (name, [since, page]) => {
  const stated = [BROWSERS.chrome, BROWSERS.firefox, BROWSERS.safari].map(Number);
  expect(since.some((version, index) => version > (stated[index] ?? 0))).toBe(true);
  expect(`${MDN}${page}`).toContain(name.split(".").at(-1));
});

test.each(Object.entries(ASKED))("%s is asked for in one of the scripts, each way", (_, ways) => {
  for (const asked of ways) expect(scripts.some(({ text }) => asked.test(text))).toBe(true);
});
