import { type Choice, formatChoice } from "@ghostlight/rules";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { replaceCookies, sweepCookies } from "../../test/page.ts";
import { COOKIE, COPY } from "../env/cookie.ts";
import { createChoiceStore } from "./store.ts";

const yes: Choice = { day: 20_778, revision: 0, answers: { analytics: true }, services: {}, gpc: false };
const no: Choice = {
  day: 20_778,
  revision: 0,
  answers: { analytics: false },
  services: { analytics: { stats: true } },
  gpc: false,
};
const denied = () => {
  throw new DOMException("The document is sandboxed", "SecurityError");
};

/** As an answer of the edge issues it. */
const copied = (choice: Choice) => {
  // biome-ignore lint/suspicious/noDocumentCookie: in the place of an answer.
  document.cookie = `${COPY}=${formatChoice(choice)}; Path=/; Max-Age=86400`;
};

beforeEach(sweepCookies);
afterEach(() => replaceCookies(undefined));

test("without a cookie there is no choice", () => {
  expect(createChoiceStore(vi.fn()).read()).toBeUndefined();
});

test("what was written is there for the next page", () => {
  createChoiceStore(vi.fn()).write(yes, 182);
  expect(createChoiceStore(vi.fn()).read()).toEqual(yes);
});

test("a later choice of another tab counts", () => {
  const store = createChoiceStore(vi.fn());
  store.write(yes, 182);
  createChoiceStore(vi.fn()).write(no, 182);
  expect(store.read()).toEqual(no);
});

test("what is written differs as the choices do, also by another tab", () => {
  const store = createChoiceStore(vi.fn());
  const texts = [store.asWritten()];
  for (const choice of [yes, no]) {
    createChoiceStore(vi.fn()).write(choice, 182);
    texts.push(store.asWritten());
  }
  expect(new Set(texts).size).toBe(3);
  expect(store.asWritten()).toBe(texts[2]);
});

test("forgetting leaves no choice, also where the edge's copy of it comes after that", () => {
  const store = createChoiceStore(vi.fn());
  store.write(yes, 182);
  store.write(undefined, 0);
  expect(store.read()).toBeUndefined();
  expect(document.cookie).toBe("ghostlight=");
  copied(yes);
  expect(store.read()).toBeUndefined();
  expect(createChoiceStore(vi.fn()).read()).toBeUndefined();
});

test("the edge's copy counts where the browser has deleted what was written here", () => {
  copied(yes);
  expect(createChoiceStore(vi.fn()).read()).toEqual(yes);
});

test("a copy that was asked for before a later choice, and comes after it, changes nothing", () => {
  const store = createChoiceStore(vi.fn());
  store.write(yes, 182);
  copied(yes);
  store.write(no, 182);
  expect(document.cookie).not.toContain("-copy");
  copied(yes);
  expect(store.read()).toEqual(no);
  expect(createChoiceStore(vi.fn()).read()).toEqual(no);
});

test("a cookie that nobody here wrote is no choice", () => {
  // biome-ignore lint/suspicious/noDocumentCookie: as the code under test.
  document.cookie = `${COOKIE}=accepted; Path=/`;
  expect(createChoiceStore(vi.fn()).read()).toBeUndefined();
});

test("where cookies are denied the choice lasts for the page view, and that is noted once", () => {
  replaceCookies({ get: denied, set: denied });
  const note = vi.fn();
  const store = createChoiceStore(note);
  expect(store.read()).toBeUndefined();
  store.write(yes, 182);
  expect(store.read()).toEqual(yes);
  store.write(undefined, 0);
  expect(store.read()).toBeUndefined();
  expect(note.mock.calls).toEqual([["cookie-denied", expect.any(DOMException)]]);
});

test("where a cookie silently does not stick the choice lasts for the page view", () => {
  replaceCookies({ get: () => "", set: () => {} });
  const store = createChoiceStore(vi.fn());
  store.write(yes, 182);
  expect(store.read()).toEqual(yes);
});

test("a refusal counts also where the old grant's cookie cannot be overwritten", () => {
  createChoiceStore(vi.fn()).write(yes, 182);
  const old = document.cookie;
  replaceCookies({ get: () => old, set: () => {} });
  const store = createChoiceStore(vi.fn());
  store.write(no, 182);
  expect(store.read()).toEqual(no);
  store.write(undefined, 0);
  expect(store.read()).toBeUndefined();
});
