import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, settle, showPage, sweepCookies } from "../test/page.ts";
import { OPT_IN } from "../test/site.ts";
import { leaveSomething, type Wired, wire } from "../test/wire.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const world = { sweep: () => {} };

const names = ({ engines }: Wired) => engines[0]?.taken.map(({ type, name }) => name ?? type);

beforeEach(() => {
  sweepCookies();
  world.sweep = collectListeners();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  world.sweep();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a first visit", () => {
  test("asks once, loads no engine and stores nothing", async () => {
    const { dialogs, banner, engine } = wire();
    await settle();
    expect(dialogs).toMatchObject([{ answered: undefined, focus: false }]);
    expect([banner.asked, engine.asked]).toEqual([1, 0]);
    expect(document.cookie).toBe("");
    expect(await indexedDB.databases()).toEqual([]);
  });

  test("an acceptance loads the engine once, which then gets the page view, stamped with the choice", async () => {
    const wired = wire();
    wired.ghostlight.track("Product Viewed");
    await settle();
    wired.dialogs[0]?.answer(true);
    wired.ghostlight.track("Product Added");
    await settle();
    expect(wired.engine.asked).toBe(1);
    expect(names(wired)).toEqual(["page", "Product Added"]);
    expect(wired.engines[0]?.taken[0]?.purposes).toEqual(["analytics", "personalization", "marketing"]);
    expect(wired.dialogs).toEqual([]);
  });

  test("where the site keeps nothing before a choice, the page view is dropped too", async () => {
    const wired = wire({ beforeChoice: "drop" });
    await settle();
    wired.dialogs[0]?.answer(true);
    await settle();
    wired.ghostlight.track("Product Added");
    expect(names(wired)).toEqual(["Product Added"]);
  });

  test("what happens before a choice is dropped, and said to be", async () => {
    const wired = wire();
    await wired.ghostlight.track("Product Viewed");
    wired.ghostlight.debug();
    await settle();
    expect(wired.noted).toEqual([{ code: "no-consent", detail: ["track", "Product Viewed"] }]);
  });

  test("the page view is handed over once, whatever is chosen afterwards", async () => {
    const wired = wire();
    wired.ghostlight.consent.set(ALL);
    await settle();
    wired.ghostlight.consent.set({ analytics: true });
    wired.ghostlight.consent.set(ALL);
    await settle();
    expect(names(wired)).toEqual(["page"]);
    expect(wired.engine.asked).toBe(1);
  });

  test("a refusal leaves one small cookie, no engine and no database, and forgets the page view", async () => {
    const wired = wire();
    await settle();
    wired.dialogs[0]?.answer(false);
    await settle();
    expect(document.cookie).toMatch(/^ghostlight=1\.\d+\.0\.analytics:0\.personalization:0\.marketing:0$/);
    expect([wired.engine.asked, wired.dialogs.length]).toEqual([0, 0]);
    expect(await indexedDB.databases()).toEqual([]);
    wired.ghostlight.consent.set(ALL);
    await settle();
    expect(names(wired)).toEqual([]);
  });

  test("a grant of what the engine does not serve loads none", async () => {
    const { ghostlight, engine } = wire();
    ghostlight.consent.set({ marketing: true });
    await settle();
    expect(engine.asked).toBe(0);
    expect(ghostlight.consent.get()).toEqual({ chosen: true, purposes: ["marketing"], ...OPT_IN });
  });

  test("a second answer out of the same dialog counts, and nothing is left open", async () => {
    const { ghostlight, dialogs, engine } = wire();
    await settle();
    const [dialog] = dialogs;
    dialog?.answer(true);
    dialog?.answer(true);
    dialog?.answer(false);
    await settle();
    expect(ghostlight.consent.get()).toEqual({ chosen: true, purposes: [], ...OPT_IN });
    expect([dialogs.length, engine.asked]).toEqual([0, 1]);
  });

  test("a choice made while the dialog is on its way keeps it away", async () => {
    const { ghostlight, dialogs, banner } = wire({ late: true });
    ghostlight.consent.set({});
    await banner.arrive();
    expect(dialogs).toEqual([]);
  });
});

describe("a later visit", () => {
  test("after a grant asks nothing and loads the engine at once", async () => {
    wire().ghostlight.consent.set(ALL);
    const wired = wire();
    await settle();
    expect([wired.banner.asked, wired.engine.asked]).toEqual([0, 1]);
    expect(names(wired)).toEqual(["page"]);
  });

  test("after a refusal loads nothing", async () => {
    wire().ghostlight.consent.set({});
    const { banner, engine } = wire();
    await settle();
    expect([banner.asked, engine.asked]).toEqual([0, 0]);
  });

  test("asks again when the questions were revised", async () => {
    wire().ghostlight.consent.set(ALL);
    const { dialogs, engine } = wire({ revision: 1 });
    await settle();
    expect([dialogs.length, engine.asked]).toEqual([1, 0]);
  });
});

describe("the dialog, opened by the visitor", () => {
  test("shows what was answered and takes the focus; closing it changes nothing", async () => {
    const { ghostlight, dialogs } = wire();
    ghostlight.consent.set(ALL);
    ghostlight.consent.open();
    await settle();
    expect(dialogs).toMatchObject([{ answered: true, focus: true }]);
    dialogs[0]?.close();
    expect(dialogs).toEqual([]);
    expect(ghostlight.consent.get().purposes).toHaveLength(3);
  });

  test("stays one, however often it is asked for, and takes the focus also when it was there", async () => {
    const { ghostlight, dialogs } = wire();
    await settle();
    ghostlight.consent.open();
    ghostlight.consent.open();
    await settle();
    expect(dialogs).toMatchObject([{ answered: undefined, focus: true }]);
  });

  test("the same answer again closes it", async () => {
    const { ghostlight, dialogs } = wire();
    ghostlight.consent.set({});
    ghostlight.consent.open();
    await settle();
    dialogs[0]?.answer(false);
    expect(dialogs).toEqual([]);
  });

  test("asks anew, and no longer says what was answered, when the choice is forgotten meanwhile", async () => {
    const { ghostlight, dialogs } = wire();
    ghostlight.consent.set(ALL);
    ghostlight.consent.open();
    await settle();
    ghostlight.consent.reset();
    await settle();
    expect(dialogs).toMatchObject([{ answered: undefined, focus: false }]);
    expect(document.cookie).toBe("ghostlight=");
  });
});

describe("another tab's choice", () => {
  test("is taken over when the page is looked at again", async () => {
    const { ghostlight, dialogs } = wire();
    await settle();
    wire().ghostlight.consent.set({});
    showPage();
    expect(ghostlight.consent.get()).toEqual({ chosen: true, purposes: [], ...OPT_IN });
    expect(dialogs).toEqual([]);
  });
});

describe("while the engine is on its way", () => {
  test("a refusal erases what earlier pages stored", async () => {
    await leaveSomething();
    const { ghostlight } = wire({ late: true });
    ghostlight.consent.set(ALL);
    ghostlight.consent.set({});
    await settle();
    expect(await indexedDB.databases()).toEqual([]);
  });

  test("calls wait in their order; it is asked for once", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    for (const name of ["a", "b", "c"]) wired.ghostlight.track(name);
    wired.ghostlight.consent.set({ analytics: true });
    await wired.engine.arrive();
    wired.ghostlight.track("d");
    expect(wired.engine.asked).toBe(1);
    expect(names(wired)).toEqual(["page", "a", "b", "c", "d"]);
  });

  test("a refusal keeps it from starting and drops what waited; a grant starts it afresh", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("a");
    wired.ghostlight.consent.set({});
    await wired.engine.arrive();
    expect(wired.engines).toEqual([]);
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("b");
    await settle();
    expect(names(wired)).toEqual(["b"]);
  });

  test("a refusal and a grant start it with what came since", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("a");
    wired.ghostlight.consent.set({});
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("b");
    await wired.engine.arrive();
    expect(wired.engines).toHaveLength(1);
    expect(names(wired)).toEqual(["b"]);
  });
});

describe("calls", () => {
  test("the page's own view comes before what happens on the page, whoever is first", async () => {
    vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
    wire().ghostlight.consent.set(ALL);
    const wired = wire();
    wired.ghostlight.track("early");
    document.dispatchEvent(new Event("readystatechange"));
    wired.ghostlight.page("Boots", { size: 38 });
    await settle();
    expect(names(wired)).toEqual(["page", "early", "Boots"]);
    expect(wired.engines[0]?.taken[2]).toMatchObject({ type: "page", properties: { size: 38 } });
  });

  test("keep what they were given, also when the page goes on to use it otherwise", async () => {
    const wired = wire();
    wired.ghostlight.consent.set(ALL);
    const product = { price: 10, tags: ["new"] };
    wired.ghostlight.track("Product Viewed", product);
    product.price = 20;
    product.tags.push("sale");
    await settle();
    expect(wired.engines[0]?.taken[1]?.properties).toEqual({ price: 10, tags: ["new"] });
  });

  test("carry the purposes of another tab's choice, where there is none here", async () => {
    const wired = wire();
    wire().ghostlight.consent.set({ analytics: true });
    wired.ghostlight.track("Product Viewed");
    await settle();
    expect(wired.engines[0]?.taken.map(({ name, purposes }) => [name, purposes])).toEqual([
      [undefined, ["analytics"]],
      ["Product Viewed", ["analytics"]],
    ]);
  });

  test("after a refusal go nowhere, also when the engine is there", async () => {
    const wired = wire();
    wired.ghostlight.consent.set(ALL);
    await settle();
    wired.ghostlight.consent.set({});
    wired.ghostlight.track("Product Viewed");
    wired.ghostlight.consent.set(ALL);
    expect(names(wired)).toEqual(["page"]);
  });
});

test("the engine is told what it needs, and asked again when time travels", async () => {
  const { ghostlight, engines } = wire();
  ghostlight.consent.set({ analytics: true });
  await settle();
  const host = engines[0]?.host;
  expect(host).toMatchObject({ edgeUrl: "https://shop.example/g/shop/e" });
  expect(host?.consent.get().purposes).toEqual(["analytics"]);
  ghostlight.travel(3_600_000);
  expect((host?.now() ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
  expect(engines[0]?.lookAgain).toHaveBeenCalledOnce();
});
