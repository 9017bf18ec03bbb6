import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, hidePage, settle, sweepCookies } from "../test/page.ts";
import { OPT_IN } from "../test/site.ts";
import { leaveSomething, understood, type Wired, wire } from "../test/wire.ts";

import type { Call } from "./collect/call.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const world = { sweep: () => {} };
const names = ({ engines }: Wired) => engines[0]?.taken.map(({ type, name }) => name ?? type);
const carried = () => JSON.parse(localStorage.getItem("ghostlight") ?? "[]").map((call: Call) => understood(call).name);

/** A visitor who agreed earlier, on a page whose engine is still on its way. */
function returning(): Wired {
  const wired = wire({ late: true });
  wired.ghostlight.consent.set(ALL);
  return wired;
}

beforeEach(() => {
  localStorage.clear();
  sweepCookies();
  world.sweep = collectListeners();
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  world.sweep();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a page that closes before the engine came", () => {
  test("hands its calls to the next page, which takes them first, under their own ids", async () => {
    const first = returning();
    first.ghostlight.track("Order Completed", { total: 5 });
    hidePage();
    expect(carried()).toEqual([undefined, "Order Completed"]);
    const second = wire();
    await settle();
    expect(names(second)).toEqual(["page", "Order Completed", "page"]);
    expect(new Set(second.engines[0]?.taken.map(({ id }) => id)).size).toBe(3);
    expect(localStorage.length).toBe(0);
  });

  test("hands over nothing that was taken", async () => {
    const { ghostlight } = wire();
    ghostlight.consent.set(ALL);
    ghostlight.track("Product Viewed");
    await settle();
    hidePage();
    expect(localStorage.length).toBe(0);
  });

  test("hands them over also where the visitor agrees to more meanwhile, as in another tab", async () => {
    const { ghostlight } = wire();
    ghostlight.consent.set({ analytics: true });
    await settle();
    const call = { id: "1", type: "track", args: '["Order Completed"]', at: 1, page: {}, purposes: ["analytics"] };
    localStorage.setItem("ghostlight", JSON.stringify([call]));
    ghostlight.consent.set({ analytics: true, marketing: true });
    await settle();
    expect(carried()).toEqual(["Order Completed"]);
    ghostlight.consent.set({});
    expect(localStorage.length).toBe(0);
  });

  test("hands over nothing before a choice or after a refusal", async () => {
    const { ghostlight } = wire({ late: true });
    ghostlight.track("Product Viewed");
    hidePage();
    expect(localStorage.length).toBe(0);
    ghostlight.consent.set({});
    ghostlight.track("Product Viewed");
    hidePage();
    expect(localStorage.length).toBe(0);
  });

  test("hands over nothing that was withdrawn, here or in another tab", () => {
    const first = returning();
    first.ghostlight.track("Product Viewed");
    first.ghostlight.consent.reset();
    hidePage();
    expect(localStorage.length).toBe(0);
    const here = returning();
    here.ghostlight.track("Product Viewed");
    wire().ghostlight.consent.set({});
    hidePage();
    expect(localStorage.length).toBe(0);
  });
});

test("a withdrawal also forgets what an earlier page left", () => {
  returning().ghostlight.track("Product Viewed");
  hidePage();
  const second = wire({ late: true });
  second.ghostlight.consent.set({});
  expect(localStorage.length).toBe(0);
});

describe("what lies on the device without an agreement", () => {
  const leave = async () => {
    await leaveSomething();
    localStorage.setItem("ghostlight", "[]");
  };

  test.each([
    ["there is no choice any more", undefined],
    ["all was refused", "1.DAY.0.analytics:0.personalization:0.marketing:0"],
  ])("goes when %s", async (_, cookie) => {
    await leave();
    if (cookie) setCookie(cookie);
    wire();
    await settle();
    expect(await indexedDB.databases()).toEqual([]);
    hidePage();
    expect(localStorage.length).toBe(0);
  });

  test("is looked for in localStorage only as the page is left, or by an answer: it would hold the page up", async () => {
    const read = vi.spyOn(Storage.prototype, "getItem");
    const erase = vi.spyOn(Storage.prototype, "removeItem");
    const { ghostlight } = wire();
    ghostlight.track("A");
    await settle();
    expect([read.mock.calls, erase.mock.calls]).toEqual([[], []]);
    ghostlight.consent.set({});
    expect(erase).toHaveBeenCalled();
  });

  test("goes by purpose, before an engine comes", async () => {
    await leave();
    setCookie("1.DAY.0.analytics:1.personalization:0.marketing:0");
    wire({ late: true });
    await settle();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["ghostlight-events"]);
  });

  test("stays where the visitor agreed to earlier questions, until they answer the new ones", async () => {
    await leave();
    setCookie("1.DAY.0.analytics:1.personalization:1.marketing:1");
    const { ghostlight, dialogs, engine } = wire({ revision: 1 });
    await settle();
    expect(await indexedDB.databases()).toHaveLength(2);
    expect([dialogs.length, engine.asked, ghostlight.consent.get().purposes]).toEqual([1, 0, []]);
    ghostlight.consent.set({});
    await settle();
    expect(await indexedDB.databases()).toEqual([]);
  });
});

test("a purpose that is new is asked for, and what was agreed to goes on meanwhile", async () => {
  setCookie("1.DAY.0.analytics:1.personalization:0");
  const { ghostlight, dialogs, engines } = wire();
  await settle();
  expect(dialogs).toHaveLength(1);
  expect(ghostlight.consent.get()).toEqual({ chosen: false, purposes: ["analytics"], ...OPT_IN });
  ghostlight.track("Product Viewed");
  await settle();
  expect(engines[0]?.taken.map(({ name }) => name)).toContain("Product Viewed");
});

test("where nothing is asked, no dialog is shown", async () => {
  const { banner, ghostlight } = wire({ purposes: [] });
  await settle();
  expect(banner.asked).toBe(0);
  expect(ghostlight.consent.get()).toEqual({ chosen: true, purposes: [], ...OPT_IN });
});

function setCookie(text: string): void {
  const day = Math.floor(Date.now() / 86_400_000);
  // biome-ignore lint/suspicious/noDocumentCookie: as the code under test.
  document.cookie = `ghostlight=${text.replace("DAY", String(day))}; Path=/`;
}

test("the center, wanted while the dialog is on its way, comes with that and after it: two requests could overtake", async () => {
  const { ghostlight, banner, center, centers, dialogs } = wire({ late: true });
  ghostlight.preferences.open();
  await settle();
  expect(banner.asked).toBe(1);
  await banner.arrive();
  await center.arrive();
  await settle();
  expect([centers.length, dialogs.length]).toEqual([1, 0]);
});
