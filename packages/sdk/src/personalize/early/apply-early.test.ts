/** Before the engine: what the last page left behind, while this one is parsed. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toJson } from "../../collect/call.ts";
import { createGuard } from "../../env/guard.ts";
import { createSlots, type Slots } from "./apply.ts";
import type { Phase, Shown } from "./foresee.ts";
import { SNAPSHOT } from "./store.ts";

const NOW = Date.UTC(2026, 10, 21);
const text = (content: string, slot = "hero"): Shown => ({ slot, id: "lead", show: { text: content } });
const template: Shown = { slot: "hero", id: "lead", show: { template: "lead" } };
const only = (one: Shown) => new Map([[one.slot, one]]);
const leave = (phases: readonly Phase[], release = "1"): void =>
  localStorage.setItem(SNAPSHOT, JSON.stringify([release, phases]));

const world = { frames: [] as (() => void)[], loading: true, hide: () => {} };
const leaving = (run: () => void): void => {
  world.hide = run;
};
const note = vi.fn();
/** Before the browser draws the next one; or that many. */
const frame = (count = 1): void => {
  for (let at = 0; at < count; at++) for (const run of world.frames.splice(0)) run();
};
const start = (granted = true): Slots => {
  const guard = createGuard(note);
  const slots = createSlots({ guard, note, now: Date.now, parse: JSON.parse, toJson, onHidden: leaving }, "1");
  slots.allow(granted);
  return slots;
};
/** The parser puts it at the end of the page, and goes on where `more`. */
const parse = (html: string, more = true): void => {
  document.body.insertAdjacentHTML("beforeend", html + (more ? "<p>more</p>" : ""));
};
const slot = (name = "hero") => document.querySelector<HTMLElement>(`[data-gl-slot=${name}]`);
const visibility = () => slot()?.style.visibility;
const end = (): void => {
  world.loading = false;
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => world.frames.push(run));
  vi.spyOn(document, "readyState", "get").mockImplementation(() => (world.loading ? "loading" : "interactive"));
  Object.assign(world, { frames: [], loading: true });
  document.body.replaceChildren();
  localStorage.clear();
  note.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a snapshot of this release", () => {
  test("fills a slot before the first frame that could show it", () => {
    leave([[NOW, [text("Back again")]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect(slot()?.textContent).toBe("Back again");
    expect(slot()?.getAttribute("data-gl-experience")).toBe("lead");
  });

  test("asks for no frame more once all is parsed and nothing waits", () => {
    leave([[NOW, [text("Back again")]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect(world.frames).toHaveLength(1);
    end();
    frame();
    expect(world.frames).toHaveLength(0);
  });

  test("leaves a slot alone that it does not name", () => {
    leave([[NOW, [text("Back again", "aside")]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect([slot()?.textContent, slot()?.hasAttribute("style")]).toEqual(["Default", false]);
  });

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

  test("does not show the default of a slot whose template is still to come, and gives it its place", () => {
    leave([[NOW, [template]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect([slot()?.textContent, visibility()]).toEqual(["Default", "hidden"]);
    parse('<template id="lead"><b>Hello</b></template>');
    frame();
    expect([slot()?.innerHTML, visibility()]).toEqual(["<b>Hello</b>", ""]);
  });

  test.each([
    ["a slot", '<div data-gl-slot="hero">Def', ""],
    ["a slot in what is open", '<main><div data-gl-slot="hero">Def', "</div></main>"],
    ["a template", '<div data-gl-slot="hero">Default</div><template id="lead"><b>Hel', ""],
  ])("waits while the parser is in %s", (_, open) => {
    leave([[NOW, [template]]]);
    start();
    if (!open.includes("<template")) parse('<template id="lead"><b>Hello</b></template>');
    parse(open, false);
    frame();
    expect(visibility()).toBe("hidden");
    expect(slot()?.textContent).toMatch(/^Def/);
    parse("<p>next</p>", false);
    frame();
    expect([slot()?.hasAttribute("data-gl-experience"), visibility()]).toEqual([true, ""]);
  });

  test("the last element of the page is filled once all is parsed", () => {
    leave([[NOW, [text("Back again")]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>', false);
    frame();
    expect(visibility()).toBe("hidden");
    end();
    frame();
    expect([slot()?.textContent, visibility()]).toEqual(["Back again", ""]);
  });

  test("after 60 frames shows the default, and still what comes later", () => {
    leave([[NOW, [template]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame(59);
    expect(visibility()).toBe("hidden");
    frame();
    expect([slot()?.textContent, visibility()]).toEqual(["Default", ""]);
    parse('<template id="lead"><b>Hello</b></template>');
    frame();
    expect(slot()?.innerHTML).toBe("<b>Hello</b>");
    expect(note).not.toHaveBeenCalled();
  });

  test("a template that never came is noted once all is over, and nothing runs on", () => {
    leave([[NOW, [template]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    end();
    frame(61);
    expect([slot()?.textContent, visibility(), world.frames.length]).toEqual(["Default", "", 0]);
    expect(note.mock.calls).toEqual([["no-template", "lead"]]);
  });

  test("a slot that somebody else has hidden stays so", () => {
    leave([[NOW, [text("Back again")]]]);
    start();
    parse('<div data-gl-slot="hero" style="visibility: collapse">Default</div>');
    frame();
    expect([slot()?.textContent, visibility()]).toEqual(["Back again", "collapse"]);
  });

  test("a script that comes late fills what is there, and blanks nothing that was seen", () => {
    leave([[NOW, [text("Back again"), { slot: "aside", id: "b", show: { template: "late" } }]]]);
    parse('<div data-gl-slot="hero">Default</div><div data-gl-slot="aside">Default</div>');
    start();
    expect(slot()?.textContent).toBe("Back again");
    expect([slot("aside")?.textContent, slot("aside")?.style.visibility]).toEqual(["Default", ""]);
  });
});

describe("the engine takes over", () => {
  test("with the same decision, touching nothing", async () => {
    leave([[NOW, [template]]]);
    const slots = start();
    parse('<div data-gl-slot="hero">Default</div><template id="lead"><b>Hello</b></template>');
    frame();
    const [node] = slot()?.childNodes ?? [];
    const changes = vi.fn();
    const observer = new MutationObserver(changes);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    slots.show(only({ ...template }));
    await Promise.resolve();
    expect(changes).not.toHaveBeenCalled();
    observer.disconnect();
    expect(slot()?.firstChild).toBe(node);
  });

  test("with another, which then holds; and undone, the very same nodes are back", () => {
    leave([[NOW, [text("Back again")]]]);
    const slots = start();
    parse('<div data-gl-slot="hero"><i>Default</i></div>');
    const before = slot()?.firstChild;
    frame();
    slots.show(only({ slot: "hero", id: "other", show: { text: "Other" } }));
    frame();
    expect(slot()?.textContent).toBe("Other");
    slots.show(new Map());
    expect(slot()?.firstChild).toBe(before);
  });

  test("and corrects a content that somebody wrote under a right name", () => {
    leave([[NOW, [text("Call 0900 666")]]]);
    const slots = start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    slots.show(only(text("Back again")));
    expect(slot()?.textContent).toBe("Back again");
  });

  test("and a slot that it leaves as it is shows its default", () => {
    leave([[NOW, [{ slot: "hero", show: {} }]]]);
    const slots = start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect(visibility()).toBe("hidden");
    slots.show(new Map());
    expect([slot()?.textContent, visibility()]).toEqual(["Default", ""]);
  });
});

describe("only with the right to it", () => {
  const nothing = () => {
    leave([[NOW, [text("Back again")]]]);
    const getItem = vi.spyOn(Storage.prototype, "getItem");
    const slots = start(false);
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect(slot()?.textContent).toBe("Default");
    expect(getItem).not.toHaveBeenCalled();
    getItem.mockRestore();
    return slots;
  };

  test("without a grant nothing is shown or read, and what was left is gone once the page is", () => {
    nothing();
    expect(localStorage.getItem(SNAPSHOT)).toContain("Back again");
    world.hide();
    expect(localStorage.getItem(SNAPSHOT)).toBeNull();
  });

  test("without a grant what was left is gone with an answer", () => {
    nothing().allow(false);
    expect(localStorage.getItem(SNAPSHOT)).toBeNull();
  });

  test("a grant given on the page brings nothing back that was left from before it", () => {
    nothing().allow(true);
    frame();
    expect([slot()?.textContent, localStorage.getItem(SNAPSHOT)]).toEqual(["Default", null]);
  });

  test("with a grant it stays for the next page", () => {
    leave([[NOW, [text("Back again")]]]);
    start();
    world.hide();
    expect(localStorage.getItem(SNAPSHOT)).toContain("Back again");
  });

  test("a withdrawal puts everything back at once and forgets it; a new grant brings nothing back", () => {
    leave([[NOW, [text("Back again")]]]);
    const slots = start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    slots.allow(false);
    expect(slot()?.textContent).toBe("Default");
    expect(localStorage.getItem(SNAPSHOT)).toBeNull();
    slots.allow(true);
    frame();
    expect(slot()?.textContent).toBe("Default");
  });

  test("a withdrawal while a slot is held shows its default", () => {
    leave([[NOW, [template]]]);
    const slots = start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    slots.allow(false);
    expect([slot()?.textContent, visibility()]).toEqual(["Default", ""]);
  });

  test("of another release, only the place is kept, until the engine has decided or time is up", () => {
    leave([[NOW, [text("Back again")]]], "2");
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect([slot()?.textContent, visibility()]).toEqual(["Default", "hidden"]);
    end();
    frame(60);
    expect([slot()?.textContent, visibility()]).toEqual(["Default", ""]);
    expect(note).not.toHaveBeenCalled();
  });
});

test("a page that lets nothing of it be changed hears no exception", () => {
  leave([[NOW, [text("Back again")]]]);
  parse('<div data-gl-slot="hero">Default</div>');
  Object.defineProperty(slot(), "replaceChildren", {
    value() {
      throw new Error("frozen");
    },
  });
  expect(() => start()).not.toThrow();
  expect(note.mock.calls).toEqual([["exception", new Error("frozen")]]);
});
