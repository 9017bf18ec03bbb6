import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { auditDialog } from "./apply.ts";

const note = vi.fn();
const part = { theme: { "--gl-accent": "#1f4a3e" } };

/** A dialog with two answers, as mountBanner makes it, and a theme. */
function createDialog(): HTMLElement {
  const dialog = document.createElement("div");
  dialog.style.setProperty("--gl-accent", "#1f4a3e");
  dialog.attachShadow({ mode: "open" }).append(document.createElement("div"));
  for (const name of ["Refuse", "Accept"]) {
    const button = dialog.appendChild(document.createElement("button"));
    button.slot = "actions";
    button.textContent = name;
  }
  return dialog;
}

beforeEach(() => note.mockClear());
afterEach(() => void vi.restoreAllMocks());

describe("a theme", () => {
  test("that leaves both answers their weight stays", () => {
    const dialog = createDialog();
    auditDialog(part, dialog, note);
    expect(note).not.toHaveBeenCalled();
    expect(dialog.style.getPropertyValue("--gl-accent")).toBe("#1f4a3e");
  });

  test("is dropped, and the developer told, where refusing weighs less than accepting", () => {
    const real = window.getComputedStyle.bind(window);
    vi.spyOn(window, "getComputedStyle").mockImplementation((element) => {
      const { fontWeight, color, backgroundColor } = real(element);
      const fontSize = element.textContent === "Refuse" ? "10px" : "15px";
      return { fontSize, fontWeight, color, backgroundColor } as CSSStyleDeclaration;
    });
    const dialog = createDialog();
    auditDialog(part, dialog, note);
    expect(note.mock.calls).toEqual([["asymmetric", "font size"]]);
    expect(dialog.style.getPropertyValue("--gl-accent")).toBe("");
  });

  test("with only one answer has nothing to compare", () => {
    const dialog = createDialog();
    dialog.querySelector("button")?.remove();
    auditDialog(part, dialog, note);
    expect(note).not.toHaveBeenCalled();
  });
});
