/** The dialog where its script is there before the page is. */
import { screen } from "@testing-library/dom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMounts } from "../../test/banner.ts";
import { BANNER } from "../../test/site.ts";

const { mount, unmountAll } = createMounts();

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
  unmountAll();
  vi.restoreAllMocks();
});

test.each(["box", "modal"] as const)("a %s comes when all of the page is there", (layout) => {
  const { open, finish } = parsing();
  mount({}, { ...BANNER, layout });
  open();
  expect(parent()).toBeUndefined();
  finish();
  expect(parent()).toBe(document.body);
});

test("a modal keeps the visitor from all of it", () => {
  const { open, finish } = parsing();
  mount({}, { ...BANNER, layout: "modal" });
  open();
  const late = document.body.appendChild(document.createElement("button"));
  finish();
  expect(late.closest("[inert]")).not.toBeNull();
});

test.each(["box", "modal"] as const)("a %s does not come when it was removed before", (layout) => {
  const { open, finish } = parsing();
  mount({}, { ...BANNER, layout }).remove();
  open();
  finish();
  expect(parent()).toBeUndefined();
});
