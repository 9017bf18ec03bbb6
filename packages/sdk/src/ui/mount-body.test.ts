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

/** A parser that has read the head alone. */
function parsing() {
  const { body } = document;
  body.remove();
  vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
  return {
    open: () => void document.documentElement.append(body),
    finish: () => document.dispatchEvent(new Event("readystatechange")),
  };
}

const parent = () => screen.queryByRole("dialog")?.parentElement;

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  for (const remove of closers.splice(0)) remove();
  vi.restoreAllMocks();
});

test.each(["box", "modal"] as const)("a %s comes when all of the page is there", (layout) => {
  const { open, finish } = parsing();
  mount({ ...BANNER, layout });
  open();
  expect(parent()).toBeUndefined();
  finish();
  expect(parent()).toBe(document.body);
});

test("a modal keeps the visitor from all of it", () => {
  const { open, finish } = parsing();
  mount({ ...BANNER, layout: "modal" });
  open();
  const late = document.body.appendChild(document.createElement("button"));
  finish();
  expect(late.closest("[inert]")).not.toBeNull();
});

test.each(["box", "modal"] as const)("a %s does not come when it was removed before", (layout) => {
  const { open, finish } = parsing();
  mount({ ...BANNER, layout })();
  open();
  finish();
  expect(parent()).toBeUndefined();
});
