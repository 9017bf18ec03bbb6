import { screen, within } from "@testing-library/dom";
import { beforeEach, expect, test } from "vitest";
import { CENTER } from "../../../test/center.ts";
import { mountDeclaration } from "./mount.tsx";

beforeEach(() => document.body.replaceChildren(document.createElement("div"), document.createElement("div")));

test("says in each place which service keeps what, and for how long", () => {
  mountDeclaration({ ...CENTER, language: "ar", direction: "rtl" }, [...document.body.children]);
  const [first, second] = [...document.body.children];
  expect(first?.textContent).toBe(second?.textContent);
  expect(first?.firstElementChild?.outerHTML).toMatch(/^<div lang="ar" dir="rtl">/);
  const page = within(first as HTMLElement);
  expect(page.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual([
    "Necessary",
    "Statistics",
    "Adverts",
  ]);
  expect(page.getAllByRole("listitem").map((one) => one.textContent)).toEqual([
    "Mato$&mo Counts. [provider] Matomo Ltd. Notice of Mato$&mo_pk* [cookie], 13 monthspk [localStorage], [session]",
    "_pk* [cookie], 13 months",
    "pk [localStorage], [session]",
  ]);
});

test("is taken off again", () => {
  const remove = mountDeclaration(CENTER, [...document.body.children]);
  remove();
  expect(screen.queryByRole("heading")).toBeNull();
});
