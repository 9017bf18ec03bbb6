import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, notice } from "../../test/page.ts";
import { onFirst } from "./first.ts";
import { createGuard } from "./guard.ts";

const note = vi.fn();
const guard = createGuard(note);
const world = { sweep: () => {} };

function add(tag: string, parent: Element = document.body): HTMLElement {
  return parent.appendChild(document.createElement(tag));
}

beforeEach(() => {
  world.sweep = collectListeners();
  document.body.replaceChildren();
});
afterEach(() => world.sweep());

describe("the first of its kind", () => {
  test("is noticed at once where it is there", () => {
    add("video");
    const run = vi.fn();
    onFirst("video", guard, run);
    expect(run).toHaveBeenCalledOnce();
  });

  test("is noticed when it comes, once, also within something that comes", async () => {
    const run = vi.fn();
    onFirst("video", guard, run);
    add("p").textContent = "no video yet";
    await notice();
    expect(run).not.toHaveBeenCalled();
    const figure = document.createElement("figure");
    add("video", figure);
    document.body.append(figure);
    await notice();
    add("video");
    await notice();
    expect(run).toHaveBeenCalledOnce();
  });

  test("is looked for no more often than the page has time for", async () => {
    const look = vi.spyOn(document, "querySelector");
    onFirst("video", guard, () => {});
    look.mockClear();
    const start = performance.now();
    while (performance.now() - start < 200) {
      add("p");
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(look.mock.calls.length).toBeGreaterThan(0);
    expect(look.mock.calls.length).toBeLessThan(6);
    look.mockRestore();
  });

  test("is noticed also within a form whose fields are named like methods", async () => {
    const run = vi.fn();
    onFirst("video", guard, run);
    const form = document.createElement("form");
    for (const name of ["matches", "querySelector"]) Object.defineProperty(form, name, { value: add("input", form) });
    add("video", form);
    document.body.append(form);
    await notice();
    expect(run).toHaveBeenCalledOnce();
    expect(note).not.toHaveBeenCalled();
  });
});
