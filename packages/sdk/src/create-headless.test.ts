/** A site that draws all that is seen by itself. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectListeners, settle, sweepCookies } from "../test/page.ts";
import { wire } from "../test/wire.ts";
import type { ConsentState, Permissions } from "./api/api.ts";

const world = { sweep: () => {} };
const script = '<script type="text/plain" data-purpose="analytics"></script>';

beforeEach(() => {
  sweepCookies();
  world.sweep = collectListeners();
  document.body.replaceChildren();
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  world.sweep();
  vi.unstubAllGlobals();
});

test("nothing is asked, and no dialog is loaded, from the start through answer, change and reset", async () => {
  const { ghostlight, banner, center, gate, dialogs } = wire({ headless: true });
  const heard: ConsentState[] = [];
  ghostlight.on("consent", (state) => void heard.push(state));
  await settle();
  ghostlight.consent.set({ analytics: true });
  await settle();
  ghostlight.consent.set({});
  await settle();
  ghostlight.consent.reset();
  await settle();
  expect(heard.map(({ chosen, purposes }) => [chosen, purposes])).toEqual([
    [false, []],
    [true, ["analytics"]],
    [true, []],
    [false, []],
  ]);
  expect([banner.asked, center.asked, gate.asked, dialogs.length]).toEqual([0, 0, 0, 0]);
});

test("the page may still open a layer; the center, closed without an answer, leads to no question", async () => {
  const { ghostlight, dialogs, centers } = wire({ headless: true });
  ghostlight.consent.open();
  await settle();
  expect(dialogs).toHaveLength(1);
  ghostlight.preferences.open();
  await settle();
  centers[0]?.close();
  await settle();
  expect([dialogs.length, centers.length]).toEqual([0, 0]);
});

test.each([true, false])("it hears of scripts that run on, and that they may again; headless: %s", async (headless) => {
  document.body.innerHTML = script;
  const { ghostlight } = wire({ headless });
  const heard: Permissions[] = [];
  ghostlight.on("reload", (withdrawn) => void heard.push(withdrawn));
  await settle();
  ghostlight.consent.set({ analytics: true });
  ghostlight.consent.set({});
  ghostlight.consent.set({ analytics: true });
  await settle();
  expect(heard).toEqual([
    { purposes: ["analytics"], services: [] },
    { purposes: [], services: [] },
  ]);
});
