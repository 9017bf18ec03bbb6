import { fireEvent, screen } from "@testing-library/dom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EMBEDS } from "../../../test/site.ts";
import { createGuard } from "../../env/guard.ts";
import { type EmbedsHost, mountEmbeds } from "./mount.ts";

function mount(markup: string, host: Partial<EmbedsHost> = {}) {
  document.body.innerHTML = markup;
  const elements = [...document.querySelectorAll("[data-purpose], [data-service]")];
  const [once, always, note] = [vi.fn(), vi.fn(), vi.fn()];
  const own = { purposeOf: () => "functional", wanted: () => ({ purposes: ["functional"], services: [] }) };
  const remove = mountEmbeds(EMBEDS, { elements, once, always, ...own, guard: createGuard(note), note, ...host });
  return { once, always, note, remove, elements };
}
const MAP = '<iframe width="400" height="300" data-service="maps" data-src="https://maps.example/a"></iframe>';
const groups = () => screen.queryAllByRole("group");
const later = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => document.body.replaceChildren());
afterEach(() => void vi.unstubAllGlobals());

describe("a placeholder", () => {
  test("stands before the embed, which is hidden, and names service and purpose in its language", () => {
    const { elements } = mount(MAP);
    const group = screen.getByRole("group", { name: "Maps $& Co waits" });
    expect(group.nextElementSibling).toBe(elements[0]);
    expect((elements[0] as HTMLElement).style.display).toBe("none");
    expect([group.lang, group.dir]).toEqual(["en", "rtl"]);
    expect(screen.getByText("For Comforts by Maps $& Co")).toBeTruthy();
    expect(group.style.getPropertyValue("--gl-accent")).toBe("#0b5fff");
  });

  test("keeps text and buttons in the page's own tree; the frame has none", () => {
    mount(MAP);
    const [group] = groups();
    expect(group?.shadowRoot?.textContent).toBe("");
    const slots = [...(group?.shadowRoot?.querySelectorAll("slot") ?? [])].map(({ name }) => name);
    expect(new Set([...(group?.children ?? [])].map(({ slot }) => slot))).toEqual(new Set(slots));
    expect(group?.shadowRoot?.adoptedStyleSheets).toHaveLength(2);
  });

  test.each([
    ['<iframe title="Our film" width="90" height="90" data-purpose="functional"></iframe>', "Our film waits"],
    [
      '<iframe width="90" height="90" data-purpose="functional" data-src="https://b.example/c"></iframe>',
      "b.example waits",
    ],
  ])("of no service has the name of the embed, else of its host", (markup, name) => {
    mount(markup);
    expect(screen.getByRole("group", { name })).toBeTruthy();
  });

  test("has that name also in a browser without URL.canParse", () => {
    vi.stubGlobal("URL", Object.assign(class extends URL {}, { canParse: undefined }));
    mount('<iframe width="90" height="90" data-purpose="functional" data-src="https://b.example/c"></iframe>');
    expect(screen.getByRole("group", { name: "b.example waits" })).toBeTruthy();
  });

  test("shows the poster behind", () => {
    mount(MAP.replace("data-src", 'data-poster="/poster.webp" data-src'));
    const poster = groups()[0]?.shadowRoot?.querySelector("img");
    expect([poster?.getAttribute("src"), poster?.alt]).toEqual(["/poster.webp", ""]);
  });

  test("shows no poster of another origin, which would learn of the visit, and says so", () => {
    const address = "https://maps.example/poster.webp";
    const { note } = mount(MAP.replace("data-src", `data-poster="${address}" data-src`));
    expect(groups()[0]?.shadowRoot?.querySelector("img")).toBeNull();
    expect(note.mock.calls).toEqual([["foreign-poster", address]]);
  });

  test.each([
    ["says how large it is", '<shop-map width="400" height="300" data-service="maps"></shop-map>', "300px"],
    ["asks for one", "<shop-map data-placeholder data-service='maps'></shop-map>", "16 / 9"],
  ])("stands for a custom element that %s", (_, markup, size) => {
    mount(markup);
    const sheets = groups()[0]?.shadowRoot?.adoptedStyleSheets ?? [];
    expect(sheets.map((sheet) => sheet.cssRules[0]?.cssText ?? "").join()).toContain(size);
  });

  test.each([
    ["a pixel", '<img width="1" height="1" data-service="maps">'],
    ["a hidden frame", '<iframe width="400" height="300" style="display: none" data-service="maps"></iframe>'],
    ["one let go meanwhile", MAP.replace("data-src", 'data-granted="" data-src')],
  ])("there is none for %s", (_, markup) => {
    mount(markup);
    expect(groups()).toEqual([]);
  });

  test("there is none where nobody knows the purpose", () => {
    mount(MAP, { purposeOf: () => undefined });
    expect(groups()).toEqual([]);
  });
});

describe("the buttons", () => {
  test("ask for this one, or for the purpose", () => {
    const { once, always, elements } = mount(MAP);
    fireEvent.click(screen.getByRole("button", { name: "Once" }));
    fireEvent.click(screen.getByRole("button", { name: "Always Comforts" }));
    expect(once.mock.calls).toEqual([[elements[0]]]);
    expect(always.mock.calls).toEqual([[{ purposes: ["functional"], services: [] }]]);
  });

  test.each([
    [{ purposes: [], services: ["maps"] }, "Always Maps $& Co"],
    [{ purposes: ["functional"], services: ["maps"] }, "Always Comforts, Maps $& Co"],
    [{ purposes: ["own"], services: [] }, "Always own"],
  ])("«always» names what it grants: %j", (granted, name) => {
    const { always } = mount(MAP, { wanted: () => granted });
    fireEvent.click(screen.getByRole("button", { name }));
    expect(always.mock.calls).toEqual([[granted]]);
  });

  test("a host that throws is noted", () => {
    const fault = new Error("broken");
    const { note } = mount(MAP, {
      once() {
        throw fault;
      },
    });
    fireEvent.click(screen.getByRole("button", { name: "Once" }));
    expect(note.mock.calls).toEqual([["exception", fault]]);
  });
});

describe("it goes", () => {
  test("when the embed is let go, which shows again as it was", async () => {
    const { elements } = mount(MAP.replace("<iframe", '<iframe style="display: flex"'));
    const [embed] = elements as HTMLElement[];
    embed?.setAttribute("data-granted", "");
    await later();
    expect(groups()).toEqual([]);
    expect(embed?.style.display).toBe("flex");
  });

  test("when the page takes the embed away; and moves with it", async () => {
    const { elements } = mount(`${MAP}<p></p>`);
    document.body.append(elements[0] ?? "");
    await later();
    expect(groups()[0]?.nextElementSibling).toBe(elements[0]);
    elements[0]?.remove();
    await later();
    expect(groups()).toEqual([]);
  });

  test("all of them, when told so", () => {
    const { remove } = mount(MAP + MAP);
    expect(groups()).toHaveLength(2);
    remove();
    remove();
    expect(groups()).toEqual([]);
  });
});
