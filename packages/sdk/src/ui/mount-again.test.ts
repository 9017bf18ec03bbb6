/** The dialog where the page takes another body while it is shown, as with Turbo or htmx. */
import { fireEvent, screen, within } from "@testing-library/dom";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMounts } from "../../test/banner.ts";
import { BANNER } from "../../test/site.ts";

const { body } = document;
const { mount, unmountAll } = createMounts();
const dialog = () => screen.getByRole("dialog");
const unfold = () => fireEvent.click(screen.getByRole("button", { name: "What for" }));

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  unmountAll();
  document.body = body;
});
const found = () => document.querySelector<HTMLElement>("[role=dialog]");
/** Longer than it waits. */
const lull = () => new Promise((resolve) => setTimeout(resolve, 120));
const swap = (): void => {
  document.body = document.createElement("body");
  document.body.append(document.createElement("main"));
};

test("comes along, first in it, as it was, each time", async () => {
  mount();
  unfold();
  const was = dialog();
  for (let time = 0; time < 3; time++) {
    swap();
    expect(found()).toBeNull();
    await lull();
    expect(document.body.firstElementChild).toBe(was);
    expect(document.querySelectorAll("[role=dialog]")).toHaveLength(1);
    expect(was.querySelectorAll("[slot=list]")).toHaveLength(2);
  }
});

test("also where the body stays and all in it goes", async () => {
  mount();
  document.body.replaceChildren(document.createElement("main"));
  await lull();
  expect(document.body.firstElementChild).toBe(found());
  expect(found()).not.toBeNull();
});

test("is still answered, and stays away then", async () => {
  const { answer, remove } = mount();
  swap();
  await lull();
  fireEvent.click(within(document.body).getByRole("button", { name: "Accept all" }));
  expect(answer.mock.calls).toEqual([[true]]);
  swap();
  remove();
  await lull();
  swap();
  await lull();
  expect(found()).toBeNull();
});

test("as a modal it holds the new one, and gives it back", async () => {
  const { remove } = mount({}, { ...BANNER, layout: "modal" });
  swap();
  await lull();
  const main = () => document.querySelector("main")?.hasAttribute("inert");
  expect(main()).toBe(true);
  expect(document.activeElement).toBe(within(document.body).getByRole("heading"));
  expect(document.documentElement.style.overflow).toBe("hidden");
  remove();
  expect(main()).toBe(false);
  expect(document.documentElement.style.overflow).toBe("");
});

test("a page that takes it out each time is not brought to a halt", async () => {
  mount();
  let taken = 0;
  const enemy = new MutationObserver(() => {
    const one = found();
    if (one) taken++;
    one?.remove();
  });
  enemy.observe(document.body, { childList: true });
  document.body.append(document.createElement("main"));
  await lull();
  await lull();
  enemy.disconnect();
  expect(taken).toBeGreaterThan(1);
  expect(taken).toBeLessThan(8);
});
