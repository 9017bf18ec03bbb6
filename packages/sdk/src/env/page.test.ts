import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, hidePage, restorePage, showPage } from "../../test/page.ts";
import { onHidden, onOpener, onParsed, onShown, readLanguages, readPage } from "./page.ts";

const sweep = { listeners: () => {} };

beforeEach(() => {
  sweep.listeners = collectListeners();
});
afterEach(() => {
  sweep.listeners();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

describe("the page", () => {
  test("is told as Segment's context has it, without the fragment", () => {
    document.title = "Boots";
    history.replaceState(null, "", "/shoes/boots?size=38#reviews");
    expect(readPage()).toEqual({
      path: "/shoes/boots",
      referrer: "",
      search: "?size=38",
      title: "Boots",
      url: "http://localhost:3000/shoes/boots?size=38",
    });
  });

  test("its own language comes before those of the visitor", () => {
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["de-AT", "en"]);
    expect([...readLanguages()]).toEqual(["", "de-AT", "en"]);
    document.documentElement.lang = "it";
    expect([...readLanguages()]).toEqual(["it", "de-AT", "en"]);
    document.documentElement.removeAttribute("lang");
  });
});

describe("parsed", () => {
  test("is at once where the text is there", () => {
    const run = vi.fn();
    onParsed(run);
    expect(run).toHaveBeenCalledOnce();
  });

  test("waits while the document loads, and comes once", () => {
    const state = vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
    const run = vi.fn();
    onParsed(run);
    expect(run).not.toHaveBeenCalled();
    for (const next of ["interactive", "complete"] as const) {
      state.mockReturnValue(next);
      document.dispatchEvent(new Event("readystatechange"));
    }
    expect(run).toHaveBeenCalledOnce();
  });
});

describe("coming and going", () => {
  test("hidden is told when another tab is looked at and when the page is left", () => {
    const run = vi.fn();
    onHidden(run);
    showPage();
    expect(run).not.toHaveBeenCalled();
    hidePage();
    expect(run).toHaveBeenCalledTimes(1);
    dispatchEvent(new Event("pagehide"));
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("shown is told on coming back and out of the back-forward cache, not on the first show", () => {
    const run = vi.fn();
    onShown(run);
    hidePage();
    dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
    expect(run).not.toHaveBeenCalled();
    showPage();
    expect(run).toHaveBeenCalledTimes(1);
    restorePage();
    expect(run).toHaveBeenCalledTimes(2);
  });
});

describe("openers", () => {
  const add = (name: string): HTMLElement => {
    const opener = document.createElement("button");
    opener.dataset.ghostlight = name;
    const icon = opener.appendChild(document.createElement("span"));
    document.body.append(opener);
    return icon;
  };

  test("run when they, or what is in them, are clicked, also when they were added later", () => {
    const run = vi.fn();
    onOpener("preferences", run);
    const icon = add("preferences");
    icon.click();
    icon.parentElement?.click();
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("open instead of following their link, and also from within a shadow tree", () => {
    const run = vi.fn();
    onOpener("preferences", run);
    const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    const link = root.appendChild(document.createElement("a"));
    link.dataset.ghostlight = "preferences";
    const click = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true });
    link.dispatchEvent(click);
    expect(run).toHaveBeenCalledOnce();
    expect(click.defaultPrevented).toBe(true);
  });

  test("are found also in a form whose fields are named like methods", () => {
    const run = vi.fn();
    onOpener("preferences", run);
    const form = document.body.appendChild(document.createElement("form"));
    const field = form.appendChild(document.createElement("input"));
    field.name = "matches";
    field.dataset.ghostlight = "preferences";
    field.click();
    expect(run).toHaveBeenCalledOnce();
  });

  test("are left alone under another name, and so is the rest of the page", () => {
    const run = vi.fn();
    onOpener("preferences", run);
    add("cookies").click();
    document.body.click();
    document.dispatchEvent(new Event("click"));
    expect(run).not.toHaveBeenCalled();
  });
});
