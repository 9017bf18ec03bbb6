/** Slots of which only the engine knows what they show. */
import { expect, test } from "vitest";
import {
  beforeEachPage,
  frame,
  leave,
  NOW,
  only,
  parse,
  slot,
  start,
  text,
  visibility,
} from "../../../test/early-page.ts";

beforeEachPage();

test.each([
  ["by its name", ["hero"], ["hidden", ""]],
  ["with all others", [text("Aside", "aside"), "*"], ["hidden", ""]],
  ["of which nothing is known", [], ["", ""]],
])("a slot %s keeps its place for the engine", (_, slots, wanted) => {
  leave([[NOW, slots]]);
  const started = start();
  parse('<div data-gl-slot="hero">Default</div><div data-gl-slot="aside">Default</div>');
  frame();
  expect([visibility(), slot("aside")?.style.visibility]).toEqual(wanted);
  expect(slot("aside")?.textContent).toBe(slots.length > 1 ? "Aside" : "Default");
  started.show(only(text("Back again")));
  expect([slot()?.textContent, visibility()]).toEqual(["Back again", ""]);
  expect(slot("aside")?.textContent).toBe("Default");
});

test("of which nothing is known but that all wait, each shows its default after 60 frames", () => {
  leave([[NOW, ["*"]]]);
  start();
  parse('<div data-gl-slot="hero">Default</div>');
  frame(59);
  expect(visibility()).toBe("hidden");
  frame();
  expect([slot()?.textContent, visibility()]).toEqual(["Default", ""]);
});
