/** Before the engine: what the last page left behind, while this one is parsed. */
import { describe, expect, test, vi } from "vitest";
import {
  beforeEachPage,
  end,
  frame,
  hide,
  leave,
  NOW,
  note,
  only,
  parse,
  slot,
  start,
  template,
  text,
  visibility,
  waiting,
} from "../../../test/early-page.ts";
import { SNAPSHOT } from "./store.ts";

beforeEachPage();

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
    expect(waiting()).toBe(1);
    end();
    frame();
    expect(waiting()).toBe(0);
  });

  test("leaves a slot alone that it does not name", () => {
    leave([[NOW, [text("Back again", "aside")]]]);
    start();
    parse('<div data-gl-slot="hero">Default</div>');
    frame();
    expect([slot()?.textContent, slot()?.hasAttribute("style")]).toEqual(["Default", false]);
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
    expect([slot()?.textContent, visibility(), waiting()]).toEqual(["Default", "", 0]);
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
    hide();
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
    hide();
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
