import { fireEvent } from "@testing-library/dom";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holdPage } from "./apply.ts";

/** A dialog with a button in the page's tree and, in its root, one before and one after. */
function createDialog() {
  const dialog = document.createElement("div");
  const button = (name: string) => Object.assign(document.createElement("button"), { textContent: name });
  const [first, slotted, last] = [button("first"), button("slotted"), button("last")];
  const off = Object.assign(button("off"), { disabled: true });
  dialog.append(slotted);
  dialog.attachShadow({ mode: "open" }).append(off, first, document.createElement("slot"), last);
  document.body.append(dialog);
  return { dialog, first, slotted, last };
}
const focused = (dialog: HTMLElement) => dialog.shadowRoot?.activeElement ?? document.activeElement;
const tab = (from: Element, shiftKey = false) =>
  fireEvent.keyDown(from, { key: "Tab", shiftKey, bubbles: true, composed: true });

beforeEach(() => document.body.replaceChildren());
afterEach(() => document.documentElement.removeAttribute("style"));

describe("Tab", () => {
  test("goes round from the last to the first and back", () => {
    const { dialog, first, last } = createDialog();
    holdPage(dialog);
    last.focus();
    tab(last);
    expect(focused(dialog)).toBe(first);
    tab(first, true);
    expect(focused(dialog)).toBe(last);
  });

  test("from where it does not stop, such as the title, goes back to the last", () => {
    const { dialog, last } = createDialog();
    const title = document.createElement("h2");
    dialog.prepend(title);
    holdPage(dialog);
    tab(title, true);
    expect(focused(dialog)).toBe(last);
  });

  test("in between is the browser's", () => {
    const { dialog, slotted } = createDialog();
    holdPage(dialog);
    slotted.focus();
    expect(tab(slotted)).toBe(true);
    expect(tab(slotted, true)).toBe(true);
    expect(fireEvent.keyDown(slotted, { key: "a" })).toBe(true);
    expect(focused(dialog)).toBe(slotted);
  });

  test("is the page's again afterwards", () => {
    const { dialog, last } = createDialog();
    holdPage(dialog)();
    last.focus();
    expect(tab(last)).toBe(true);
    expect(focused(dialog)).toBe(last);
  });
});

describe("the page behind", () => {
  test("is out of reach until it is given back as it was", () => {
    const [open, closed] = [document.createElement("main"), document.createElement("aside")];
    closed.setAttribute("inert", "");
    document.body.append(open, closed);
    document.documentElement.style.overflow = "scroll";
    const { dialog } = createDialog();
    const state = () => [open, closed, dialog].map((one) => one.hasAttribute("inert"));
    const release = holdPage(dialog);
    expect([state(), document.documentElement.style.overflow]).toEqual([[true, true, false], "hidden"]);
    release();
    expect([state(), document.documentElement.style.overflow]).toEqual([[false, true, false], "scroll"]);
  });
});
