/** Calls of a page whose engine comes late, or not at all. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, hidePage, settle, showPage, sweepCookies } from "../test/page.ts";
import { leaveSomething, understood, type Wired, wire } from "../test/wire.ts";
import type { Call } from "./collect/call.ts";
import { JOURNAL } from "./collect/store.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const world = { sweep: () => {}, unhandled: vi.fn() };
const names = ({ engines }: Wired) => engines.at(-1)?.taken.map(({ type, name }) => name ?? type);
const carried = () =>
  JSON.parse(localStorage.getItem(JOURNAL) ?? "[]").map((call: Call) => understood(call).name ?? call.type);
const gone = new Error("blocked");

beforeEach(() => {
  localStorage.clear();
  sweepCookies();
  world.sweep = collectListeners();
  process.on("unhandledRejection", world.unhandled.mockReset());
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(async () => {
  await settle();
  expect(world.unhandled).not.toHaveBeenCalled();
  process.off("unhandledRejection", world.unhandled);
  world.sweep();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("an engine that does not come", () => {
  /** A page whose engine failed to come, with what was called on it. */
  async function without(...events: readonly string[]): Promise<Wired> {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    const all = events.map((name) => wired.ghostlight.track(name));
    await wired.engine.fail(gone);
    expect(await Promise.all(all)).toEqual(events.map(() => undefined));
    return wired;
  }

  test("is asked for once for all that waits", async () => {
    expect((await without("A", "B")).engine.asked).toBe(1);
  });

  test("is asked for again with the next call, and takes what waited, in order, each once", async () => {
    const wired = await without("A", "B");
    const kept = wired.ghostlight.track("C");
    await wired.engine.arrive();
    expect(wired.engine.asked).toBe(2);
    expect(names(wired)).toEqual(["page", "A", "B", "C"]);
    expect(await kept).toMatchObject({ event: "C" });
    hidePage();
    expect(carried()).toEqual([]);
  });

  test("is asked for again when consent changes, and takes what waited", async () => {
    const wired = await without("A");
    wired.ghostlight.consent.set({ analytics: true });
    await wired.engine.arrive();
    expect([wired.engine.asked, names(wired)]).toEqual([2, ["page", "A"]]);
  });

  test("may fail any number of times", async () => {
    const wired = await without("A");
    for (const name of ["B", "C"]) {
      wired.ghostlight.track(name);
      await wired.engine.fail(gone);
    }
    hidePage();
    expect(carried()).toEqual(["page", "A", "B", "C"]);
  });

  test("has nothing of before when it comes after a withdrawal", async () => {
    const wired = await without("A");
    wired.ghostlight.consent.set({});
    hidePage();
    expect(carried()).toEqual([]);
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("B");
    await wired.engine.arrive();
    expect(names(wired)).toEqual(["B"]);
  });

  test("that breaks at its start is noted, and breaks nothing: the next page takes what waited", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const wired = wire({ broken: gone });
    wired.ghostlight.consent.set(ALL);
    expect(await wired.ghostlight.track("A")).toBeUndefined();
    expect(error.mock.calls).toEqual([["ghostlight: exception", gone]]);
    hidePage();
    expect(carried()).toEqual(["page", "A"]);
  });
});

describe("while the engine comes", () => {
  test("a withdrawal leaves nobody waiting, no engine and nothing to carry over", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    const kept = wired.ghostlight.track("A");
    wired.ghostlight.consent.set({});
    await wired.engine.arrive();
    expect([await kept, wired.engines]).toEqual([undefined, []]);
    hidePage();
    expect(carried()).toEqual([]);
  });

  test("what is withdrawn and given again beside another purpose stays withdrawn, with what was kept of it", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    await leaveSomething();
    const [first, second] = [wired.ghostlight.track("A"), wired.ghostlight.track("B")];
    wired.ghostlight.consent.set({ personalization: true });
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("C");
    await wired.engine.arrive();
    await Promise.all([first, second]);
    const all = ["analytics", "personalization", "marketing"];
    expect(wired.engines[0]?.taken.map(({ name, purposes, stamp }) => [name, purposes, stamp])).toEqual([
      [undefined, ["personalization"], all],
      ["A", ["personalization"], all],
      ["B", ["personalization"], all],
      ["C", all, undefined],
    ]);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["ghostlight"]);
  });

  test("erasing all drops what waits, and it comes all the same", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    const kept = wired.ghostlight.track("A");
    await wired.ghostlight.profile.erase();
    wired.ghostlight.track("B");
    await wired.engine.arrive();
    expect([await kept, names(wired)]).toEqual([undefined, ["B"]]);
  });

  test("a page that is hidden and lives on has each call taken once", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("A");
    hidePage();
    expect(carried()).toEqual(["page", "A"]);
    showPage();
    wired.ghostlight.track("B");
    await wired.engine.arrive();
    expect(names(wired)).toEqual(["page", "A", "B"]);
    hidePage();
    expect(carried()).toEqual([]);
  });

  test("a page that is hidden twice carries all of it", async () => {
    const wired = wire({ late: true });
    wired.ghostlight.consent.set(ALL);
    hidePage();
    wired.ghostlight.track("A");
    hidePage();
    expect(carried()).toEqual(["page", "A"]);
  });
});

describe("a page that is made ahead", () => {
  /** As Chromium has it: seen, a little before it is no longer called ahead. */
  function ahead(): { readonly seen: () => void } {
    let [hidden, prerendering] = [true, true];
    vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
    vi.spyOn(document, "visibilityState", "get").mockImplementation(() => (hidden ? "hidden" : "visible"));
    Object.defineProperty(document, "prerendering", { get: () => prerendering, configurable: true });
    return {
      seen() {
        hidden = false;
        document.dispatchEvent(new Event("visibilitychange"));
        prerendering = false;
      },
    };
  }
  afterEach(() => {
    Reflect.deleteProperty(document, "prerendering");
  });

  test("starts no engine until it is seen, which then takes all of it, in order, each once", async () => {
    const { seen } = ahead();
    const wired = wire();
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("A");
    await settle();
    expect(wired.engines).toEqual([]);
    wired.ghostlight.track("B");
    await settle();
    expect(wired.engines).toEqual([]);
    seen();
    await settle();
    expect([wired.engines.length, names(wired)]).toEqual([1, ["page", "A", "B"]]);
  });

  test("and is never seen keeps none of it", async () => {
    ahead();
    const wired = wire();
    wired.ghostlight.consent.set(ALL);
    wired.ghostlight.track("A");
    await settle();
    expect([wired.engines, carried()]).toEqual([[], []]);
  });

  test("is not one that opens in a tab behind another", async () => {
    const wired = wire();
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    wired.ghostlight.consent.set(ALL);
    await settle();
    expect(names(wired)).toEqual(["page"]);
  });
});

describe("the view of the page", () => {
  test("waits for the choice, whatever an earlier grant left to be erased", async () => {
    const wired = wire();
    await settle();
    wired.ghostlight.consent.set({ analytics: true });
    await settle();
    expect(names(wired)).toEqual(["page"]);
  });

  test("that nobody agreed to is forgotten by a refusal, also where the engine is there", async () => {
    const wired = wire();
    wired.ghostlight.consent.set(ALL);
    await settle();
    wired.ghostlight.consent.reset();
    wired.ghostlight.page("Later");
    wired.ghostlight.consent.set({});
    wired.ghostlight.consent.set(ALL);
    await settle();
    expect(names(wired)).toEqual(["page"]);
  });

  test("counts where the choice comes after all, also where the engine is there", async () => {
    const wired = wire();
    wired.ghostlight.consent.set(ALL);
    await settle();
    wired.ghostlight.consent.reset();
    wired.ghostlight.page("Later");
    wired.ghostlight.consent.set(ALL);
    await settle();
    expect(names(wired)).toEqual(["page", "Later"]);
  });
});
