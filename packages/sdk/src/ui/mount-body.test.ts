/** The dialog where its script is there before the page is. */
import { screen } from "@testing-library/dom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BANNER } from "../../test/site.ts";
import { createGuard } from "../env/guard.ts";
import { mountBanner } from "./mount.ts";

const closers: (() => void)[] = [];

function mount(part = BANNER): () => void {
  const note = vi.fn();
  const told = { answer: vi.fn(), audit: vi.fn(), choose: vi.fn(), close: vi.fn() };
  const facts = { answered: undefined, asked: ["analytics"], focus: false, gpc: false, guard: createGuard(note), note };
  const remove = mountBanner(part, { ...facts, ...told });
  closers.push(remove);
  return remove;
}

/** A parser that has read the head alone, on a phone or not. */
function parsing(phone = true) {
  const { body } = document;
  const matchMedia = vi.spyOn(window, "matchMedia");
  matchMedia.mockImplementation((media) => ({ matches: phone && media === "(pointer:coarse)" }) as MediaQueryList);
  body.remove();
  vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
  return {
    open: async () => document.documentElement.append(body),
    finish: () => document.dispatchEvent(new Event("readystatechange")),
  };
}

const parent = () => screen.queryByRole("dialog")?.parentElement;

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  for (const remove of closers.splice(0)) remove();
  vi.restoreAllMocks();
});

test("comes as the body opens, before the rest is parsed", async () => {
  const { open } = parsing();
  mount();
  expect(document.body).toBeNull();
  await open();
  expect(parent()).toBe(document.body);
});

test("waits for the rest where the page may get a bar that takes room", async () => {
  const { open, finish } = parsing(false);
  mount();
  await open();
  expect(parent()).toBeUndefined();
  finish();
  expect(parent()).toBe(document.body);
});

test("a modal comes when all is there that it keeps the visitor from", async () => {
  const { open, finish } = parsing();
  mount({ ...BANNER, layout: "modal" });
  await open();
  expect(parent()).toBeUndefined();
  const late = document.body.appendChild(document.createElement("button"));
  finish();
  expect(parent()).toBe(document.body);
  expect(late.closest("[inert]")).not.toBeNull();
});

test.each(["box", "modal"] as const)("a %s does not come when it was removed before", async (layout) => {
  const { open, finish } = parsing();
  mount({ ...BANNER, layout })();
  await open();
  finish();
  expect(parent()).toBeUndefined();
});
