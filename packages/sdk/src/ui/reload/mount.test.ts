import { fireEvent, screen } from "@testing-library/dom";
import { beforeEach, expect, test, vi } from "vitest";
import { EMBEDS } from "../../../test/site.ts";
import { createGuard } from "../../env/guard.ts";
import { mountReload } from "./mount.ts";

const note = vi.fn();
const mount = (purposes: string[], services: string[] = []) =>
  mountReload(EMBEDS, { purposes, services }, createGuard(note));
const texts = (): string[] => [...screen.getByRole("status").children].map(({ textContent }) => textContent ?? "");
const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));

beforeEach(() => {
  document.body.innerHTML = "<main><button>Shop</button></main>";
  note.mockReset();
});

test("is there before it speaks, first on the page, and takes no focus", async () => {
  const button = screen.getByRole("button", { name: "Shop" });
  button.focus();
  mount(["analytics"]);
  expect(texts()).toEqual([]);
  await drawn();
  expect(document.body.firstElementChild).toBe(screen.getByRole("status"));
  expect(texts()).toEqual(["Still on: Statistics.", "Load again", "Later"]);
  expect(document.activeElement).toBe(button);
});

test("speaks its language, in the colours of the site, and names services and purposes, as text", async () => {
  mount(["analytics", "<b>"], ["maps"]);
  await drawn();
  const notice = screen.getByRole("status");
  expect([notice.lang, notice.dir]).toEqual(["en", "rtl"]);
  expect(notice.style.getPropertyValue("--gl-accent")).toBe("#0b5fff");
  expect(texts()[0]).toBe("Still on: Maps $& Co, Statistics, <b>.");
});

test("keeps its text in the page's own tree, each in a slot that is there", async () => {
  mount(["analytics"]);
  await drawn();
  const notice = screen.getByRole("status");
  expect(notice.shadowRoot?.textContent).toBe("");
  const slots = [...(notice.shadowRoot?.querySelectorAll("slot") ?? [])].map(({ name }) => name);
  expect([...new Set([...notice.children].map(({ slot }) => slot))]).toEqual(slots);
});

test("goes when it is told so, and gives the focus back to where it came from", async () => {
  mount(["analytics"]);
  await drawn();
  screen.getByRole("button", { name: "Shop" }).focus();
  const later = screen.getByRole("button", { name: "Later" });
  screen.getByRole("button", { name: "Load again" }).focus();
  later.focus();
  fireEvent.click(later);
  expect(screen.queryByRole("status")).toBeNull();
  expect(document.activeElement?.textContent).toBe("Shop");
});

test("leaves the focus where it is outside", async () => {
  const remove = mount(["analytics"]);
  await drawn();
  const button = screen.getByRole("button", { name: "Shop" });
  screen.getByRole("button", { name: "Later" }).focus();
  button.focus();
  const focus = vi.spyOn(button, "focus");
  remove();
  remove();
  expect([screen.queryByRole("status"), focus.mock.calls.length]).toEqual([null, 0]);
  expect(note).not.toHaveBeenCalled();
});
