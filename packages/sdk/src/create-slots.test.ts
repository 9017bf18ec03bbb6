/** What the last page left behind is shown at once, and only as long as it may be. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createChannels } from "../test/channels.ts";
import { collectListeners, hidePage, settle, sweepCookies } from "../test/page.ts";
import { wire as wireAny } from "../test/wire.ts";
import { SNAPSHOT } from "./personalize/early/store.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const world = { sweep: () => {} };
const wire = (wish: Parameters<typeof wireAny>[0] = {}) => wireAny({ early: true, ...wish });

const leave = (release = "1"): void =>
  localStorage.setItem(
    SNAPSHOT,
    JSON.stringify([release, [[0, [{ slot: "hero", id: "lead", show: { text: "Back again" } }]]]]),
  );
const shown = () => document.querySelector("[data-gl-slot]")?.textContent;
/** A page of one who agreed before, whose engine is still on its way. */
const comeBack = (wish: Parameters<typeof wire>[0] = {}) => {
  wire().ghostlight.consent.set(ALL);
  leave();
  return wire({ late: true, ...wish });
};

beforeEach(() => {
  sweepCookies();
  localStorage.clear();
  world.sweep = collectListeners();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("requestAnimationFrame", vi.fn());
  document.body.innerHTML = '<div data-gl-slot="hero">Default</div>';
});
afterEach(async () => {
  await settle();
  world.sweep();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("is shown before anything has loaded", () => {
  const { engine } = comeBack();
  expect([shown(), engine.asked]).toEqual(["Back again", 1]);
});

describe("nothing of it is shown, and nothing of it stays once the page is left,", () => {
  test.each<[string, () => void]>([
    ["to one who has not chosen", () => {}],
    ["to one who refused", () => wire().ghostlight.consent.set({ analytics: true })],
    ["of a choice on earlier questions", () => wire({ revision: 3 }).ghostlight.consent.set(ALL)],
  ])("%s", (_, choose) => {
    choose();
    leave();
    wire({ late: true });
    hidePage();
    expect([shown(), localStorage.getItem(SNAPSHOT)]).toEqual(["Default", null]);
  });

  test("where Global Privacy Control denies it", () => {
    vi.stubGlobal("navigator", Object.assign(Object.create(navigator), { globalPrivacyControl: true }));
    leave();
    wire({ late: true, regime: "opt-out", sale: ["personalization"] });
    hidePage();
    expect([shown(), localStorage.getItem(SNAPSHOT)]).toEqual(["Default", null]);
  });
});

describe("is undone at once, and forgotten,", () => {
  test.each<[string, (wired: ReturnType<typeof wire>) => unknown]>([
    ["by a withdrawal", ({ ghostlight }) => ghostlight.consent.set({ analytics: true })],
    ["by a reset", ({ ghostlight }) => ghostlight.consent.reset()],
    ["when the visitor has it erased", ({ ghostlight }) => ghostlight.profile.erase()],
  ])("%s", (_, act) => {
    const wired = comeBack();
    expect(shown()).toBe("Back again");
    act(wired);
    expect([shown(), localStorage.getItem(SNAPSHOT)]).toEqual(["Default", null]);
  });

  test("by a withdrawal in another tab", () => {
    const { open, hear } = createChannels();
    vi.stubGlobal("BroadcastChannel", open);
    comeBack();
    const other = wire({ late: true });
    other.ghostlight.consent.set({});
    // Both tabs have one document here: what the first has filled, the other one cannot undo.
    expect(shown()).toBe("Back again");
    leave();
    hear();
    expect([shown(), localStorage.getItem(SNAPSHOT)]).toEqual(["Default", null]);
  });

  test("also where the engine never came", async () => {
    const { ghostlight } = comeBack({ missing: ["engine"] });
    await settle();
    expect(shown()).toBe("Back again");
    ghostlight.consent.set({});
    expect(shown()).toBe("Default");
  });
});
