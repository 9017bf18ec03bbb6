import type { CompiledExperience } from "@ghostlight/rules";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { toJson } from "../../collect/call.ts";
import { createGuard } from "../../env/guard.ts";
import { parse } from "../../env/json.ts";
import { createSlots as create } from "./apply.ts";

const createSlots = (note: () => void) =>
  create({ guard: createGuard(note), note, now: Date.now, parse, toJson, onHidden: () => {} }, "1");

const text = (id: string, content = id): CompiledExperience => ({
  id,
  slot: "hero",
  audience: 0,
  show: { text: content },
});
const template = (id: string): CompiledExperience => ({ id, slot: "hero", audience: 0, show: { template: id } });
const none = new Map<string, CompiledExperience>();
const only = (one: CompiledExperience) => new Map([[one.slot, one]]);

const add = (name = "hero", content = "<h1>Boots</h1> and <em>shoes</em>"): HTMLElement => {
  const slot = document.createElement("div");
  slot.dataset.glSlot = name;
  slot.innerHTML = content;
  document.body.append(slot);
  return slot;
};
const addTemplate = (id: string, content: string): void => {
  const element = document.createElement("template");
  element.id = id;
  element.innerHTML = content;
  document.body.append(element);
};

beforeEach(() => document.body.replaceChildren());

describe("filling", () => {
  test("puts a clone of the template into the slot and marks it", () => {
    const slot = add();
    addTemplate("lead", "<b>Hello</b> again");
    createSlots(vi.fn()).show(only(template("lead")));
    expect(slot.innerHTML).toBe("<b>Hello</b> again");
    expect(slot.getAttribute("data-gl-experience")).toBe("lead");
    expect(document.querySelector("template")?.innerHTML).toBe("<b>Hello</b> again");
  });

  test("text stays text", () => {
    const slot = add();
    createSlots(vi.fn()).show(only(text("sale", "<img src=x onerror=alert(1)> & more")));
    expect(slot.textContent).toBe("<img src=x onerror=alert(1)> & more");
    expect(slot.childElementCount).toBe(0);
  });

  test("fills every slot of the name and leaves the others alone", () => {
    const slots = [add(), add("aside", "mine"), add()];
    createSlots(vi.fn()).show(only(text("sale")));
    expect(slots.map((slot) => slot.textContent)).toEqual(["sale", "mine", "sale"]);
    expect(slots[1]?.hasAttribute("data-gl-experience")).toBe(false);
  });

  test("leaves a slot alone that shows its experience already", () => {
    const slot = add();
    const { show } = createSlots(vi.fn());
    show(only(text("sale")));
    const [node] = slot.childNodes;
    show(only(text("sale")));
    expect(slot.firstChild).toBe(node);
  });

  test("fills a slot that the page adds later, the next time", () => {
    const { show } = createSlots(vi.fn());
    show(only(text("sale")));
    const slot = add();
    show(only(text("sale")));
    expect(slot.textContent).toBe("sale");
  });

  test.each([
    ["is not on the page", () => {}],
    ["is no template", () => add("other").setAttribute("id", "lead")],
  ])("a template that %s is noted and the slot keeps what it has", (_, prepare) => {
    const slot = add();
    prepare();
    const note = vi.fn();
    createSlots(note).show(only(template("lead")));
    expect(slot.textContent).toBe("Boots and shoes");
    expect(slot.hasAttribute("data-gl-experience")).toBe(false);
    expect(note.mock.calls).toEqual([["no-template", "lead"]]);
  });
});

describe("undoing", () => {
  test("puts the very same nodes back, listeners and all", () => {
    const slot = add();
    const before = [...slot.childNodes];
    const clicked = vi.fn();
    slot.querySelector("h1")?.addEventListener("click", clicked);
    const { show } = createSlots(vi.fn());
    show(only(text("sale")));
    show(none);
    expect([...slot.childNodes]).toEqual(before);
    expect(before.every((node, index) => node === slot.childNodes[index])).toBe(true);
    slot.querySelector("h1")?.click();
    expect(clicked).toHaveBeenCalledOnce();
    expect(slot.hasAttribute("data-gl-experience")).toBe(false);
  });

  test("finds the site's own content also after several experiences", () => {
    const slot = add();
    const { show } = createSlots(vi.fn());
    for (const chosen of [only(text("one")), only(text("two")), only(template("missing")), only(text("three"))])
      show(chosen);
    expect(slot.textContent).toBe("three");
    show(none);
    expect(slot.textContent).toBe("Boots and shoes");
  });

  test("leaves an empty slot empty", () => {
    const slot = add("hero", "");
    const { show } = createSlots(vi.fn());
    show(only(text("sale")));
    show(none);
    expect(slot.childNodes).toHaveLength(0);
  });

  test("touches nothing that it did not fill", () => {
    const slot = add();
    const [node] = slot.childNodes;
    createSlots(vi.fn()).show(none);
    expect(slot.firstChild).toBe(node);
  });

  test("a slot that the page took out and put back is undone too", () => {
    const slot = add();
    const { show } = createSlots(vi.fn());
    show(only(text("sale")));
    slot.remove();
    show(none);
    document.body.append(slot);
    show(none);
    expect(slot.textContent).toBe("Boots and shoes");
  });
});
