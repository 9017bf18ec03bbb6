import { fireEvent, screen } from "@testing-library/dom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createMounts } from "../../test/banner.ts";
import { BANNER } from "../../test/site.ts";
import { dress } from "./dress.ts";

const { mount, unmountAll } = createMounts();
const dialog = () => screen.getByRole("dialog");
const unfold = () => fireEvent.click(screen.getByRole("button", { name: "What for" }));
const addButton = (): HTMLElement => {
  const button = document.createElement("button");
  document.body.append(button);
  button.focus();
  return button;
};

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  unmountAll();
  vi.restoreAllMocks();
});

describe("on the page", () => {
  test("is a dialog with a name and a description, in its language and direction", () => {
    mount({}, { ...BANNER, language: "ar", direction: "rtl" });
    const found = screen.getByRole("dialog", { name: "We use cookies", description: "They are yours to allow." });
    expect([found.lang, found.dir]).toEqual(["ar", "rtl"]);
  });

  test("comes before everything else, so that it is met first", () => {
    addButton();
    mount();
    expect(document.body.firstElementChild).toBe(dialog());
  });

  test("keeps text and buttons in the page's own tree, and each has its place in the frame", () => {
    mount({ answered: true, gpc: true });
    unfold();
    const slots = [...(dialog().shadowRoot?.querySelectorAll("slot") ?? [])].map(({ name }) => name);
    const used = [...dialog().children].map(({ slot }) => slot);
    expect(new Set(used)).toEqual(new Set(slots));
    expect(new Set(slots).size).toBe(slots.length);
    expect(dialog().shadowRoot?.textContent).toBe("");
  });

  test("names the purposes that are asked about, and no others", () => {
    mount({ asked: ["analytics"] });
    unfold();
    expect([...dialog().querySelectorAll("[slot=list] strong")].map((one) => one.textContent)).toEqual(["Statistics"]);
  });

  test("lists what each purpose is for where its place is, unfolds it and folds it again", () => {
    mount();
    expect(screen.queryAllByRole("listitem")).toEqual([]);
    for (let time = 0; time < 2; time++) {
      unfold();
      const said = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
      expect(said).toEqual(["Statistics What is read. (Plausible, Matomo)", "Adverts What is sold."]);
      const after = dialog().querySelector("[slot=names]")?.nextElementSibling;
      expect(after).toBe(screen.getAllByRole("listitem")[0]);
      unfold();
      expect(screen.queryAllByRole("listitem")).toEqual([]);
    }
  });

  test("markup in a site's texts stays text", () => {
    const evil = "<img src=x onerror=alert(1)>";
    const purposes = BANNER.purposes.map((one) => ({ ...one, name: evil, text: evil }));
    mount({}, { ...BANNER, purposes, texts: { ...BANNER.texts, title: evil } });
    unfold();
    expect(screen.getByRole("heading").textContent).toBe(evil);
    expect(document.querySelector("img")).toBeNull();
  });

  test("has two answers that are nodes of one kind, and each tells which it is", () => {
    const { answer } = mount();
    const [refuse, accept] = [...dialog().querySelectorAll("[slot=actions]")];
    const kind = (one?: Element) => [
      one?.tagName,
      [...(one?.attributes ?? [])].map(({ name, value }) => [name, value]),
    ];
    expect(kind(refuse)).toEqual(kind(accept));
    for (const name of ["Refuse all", "Accept all"]) fireEvent.click(screen.getByRole("button", { name }));
    expect(answer.mock.calls).toEqual([[false], [true]]);
  });

  test("frames the purposes as a list", () => {
    mount();
    const list = dialog().shadowRoot?.querySelector("[role=list] slot");
    expect(list?.getAttribute("name")).toBe("list");
  });

  test("is dressed by one sheet and by no style element", () => {
    mount();
    expect(dialog().shadowRoot?.adoptedStyleSheets).toHaveLength(1);
    expect(document.querySelector("style")).toBeNull();
    expect(dialog().shadowRoot?.querySelector("style")).toBeNull();
  });

  test.each([
    ["Refuse all", false],
    ["Accept all", true],
  ])("%s tells its host %s", (name, yes) => {
    const { answer } = mount();
    fireEvent.click(screen.getByRole("button", { name }));
    expect(answer.mock.calls).toEqual([[yes]]);
  });

  test("a host that throws is noted, and the page is not told", () => {
    const fault = new Error("broken");
    const { note } = mount({
      answer() {
        throw fault;
      },
      close() {
        throw fault;
      },
    });
    fireEvent.click(screen.getByRole("button", { name: "Accept all" }));
    fireEvent.keyDown(dialog(), { key: "Escape" });
    expect(note.mock.calls).toEqual([
      ["exception", fault],
      ["exception", fault],
    ]);
  });

  test("is gone when removed, twice removed does no harm", () => {
    const { remove } = mount();
    remove();
    remove();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("Escape", () => {
  test("within closes, and answers nothing by itself", () => {
    const { answer, close } = mount();
    fireEvent.keyDown(screen.getByRole("button", { name: "Accept all" }), { key: "Escape" });
    expect([answer.mock.calls, close.mock.calls]).toEqual([[], [[]]]);
  });

  test("elsewhere on the page is not ours, nor are other keys", () => {
    const { answer, close } = mount();
    fireEvent.keyDown(document.body, { key: "Escape" });
    fireEvent.keyDown(dialog(), { key: "Enter" });
    expect([answer.mock.calls, close.mock.calls]).toEqual([[], []]);
  });
});

describe("the purposes", () => {
  test("unfold and fold", () => {
    mount();
    const button = screen.getByRole("button", { name: "What for" });
    const state = () => [dialog().hasAttribute("data-open"), button.getAttribute("aria-expanded")];
    expect(state()).toEqual([false, "false"]);
    fireEvent.click(button);
    expect(state()).toEqual([true, "true"]);
    fireEvent.click(button);
    expect(state()).toEqual([false, "false"]);
  });
});

describe("the theme", () => {
  const theme = { "--gl-accent": "#1f4a3e", "--gl-radius": "3px" };
  const accent = () => dialog().style.getPropertyValue("--gl-accent");

  /** Two frames, in which one answer is drawn so. */
  const draw = async (fontSize: string) => {
    vi.spyOn(window, "getComputedStyle").mockImplementation(
      (one) => ({ fontSize: one.textContent === "Refuse all" ? fontSize : "15px" }) as CSSStyleDeclaration,
    );
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  };

  test("is given to the dialog as custom properties, and judged once its answers are drawn and differ", async () => {
    const { audit } = mount({}, { ...BANNER, theme });
    expect([accent(), audit.mock.calls]).toEqual(["#1f4a3e", []]);
    await draw("10px");
    expect(audit).toHaveBeenCalledExactlyOnceWith(dialog());
  });

  test("whose answers are drawn alike needs no judge", async () => {
    const { audit } = mount({}, { ...BANNER, theme });
    await draw("15px");
    expect(audit).not.toHaveBeenCalled();
  });

  test("that ships needs no look", async () => {
    const { audit } = mount();
    await draw("10px");
    expect(audit).not.toHaveBeenCalled();
  });
});

describe("the layout", () => {
  const rules = () => {
    const [sheet] = dialog().shadowRoot?.adoptedStyleSheets ?? [];
    return [...(sheet?.cssRules ?? [])].map(({ cssText }) => cssText).join("");
  };

  test.each(["box", "bar", "modal"] as const)("%s has its own rules, and no other's", (layout) => {
    mount({}, dress({ ...BANNER, layout }));
    const named = ["bar", "modal"].filter((one) => rules().includes(`data-layout="${one}"`));
    expect(named).toEqual(layout === "box" ? [] : [layout]);
  });
});

describe("as a modal", () => {
  const modal = { ...BANNER, layout: "modal" as const };

  test("says so, takes the focus, and keeps the page from it", () => {
    const button = addButton();
    const { remove } = mount({}, modal);
    expect(dialog().getAttribute("aria-modal")).toBe("true");
    expect(document.activeElement).toBe(screen.getByRole("heading"));
    expect([button.hasAttribute("inert"), document.documentElement.style.overflow]).toEqual([true, "hidden"]);
    remove();
    expect([button.hasAttribute("inert"), document.documentElement.style.overflow]).toEqual([false, ""]);
    expect(document.activeElement).toBe(button);
  });

  test("otherwise it does none of that", () => {
    const button = addButton();
    mount();
    expect(dialog().hasAttribute("aria-modal")).toBe(false);
    expect(button.hasAttribute("inert")).toBe(false);
  });
});

describe("the focus", () => {
  test("stays where it is when nobody asked for the dialog", () => {
    const button = addButton();
    const { remove } = mount();
    expect(document.activeElement).toBe(button);
    remove();
    expect(document.activeElement).toBe(button);
  });

  test("goes in when the visitor opened it, and comes back", () => {
    const opener = addButton();
    const { remove } = mount({ focus: true });
    expect(document.activeElement).toBe(screen.getByRole("heading"));
    screen.getByRole("button", { name: "Accept all" }).focus();
    remove();
    expect(document.activeElement).toBe(opener);
  });

  test("is not taken back from where the visitor has gone since", () => {
    addButton();
    const { remove } = mount({ focus: true });
    const elsewhere = addButton();
    remove();
    expect(document.activeElement).toBe(elsewhere);
  });
});
