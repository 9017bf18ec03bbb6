/** Questions that were answered once, and have changed since: what ran under the old answers has left something. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectListeners, settle, sweepCookies } from "../test/page.ts";
import { wire } from "../test/wire.ts";

const services = { pay: "necessary", stats: "analytics", ads: "marketing" };
const world = { sweep: () => {} };

beforeEach(() => {
  localStorage.clear();
  sweepCookies();
  world.sweep = collectListeners();
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(async () => {
  await settle();
  world.sweep();
  vi.unstubAllGlobals();
});

/** The next page, which asks other questions than those that were answered with a yes. */
async function askedAnew() {
  wire({ services }).ghostlight.consent.set({ analytics: true, marketing: true });
  await settle();
  world.sweep();
  world.sweep = collectListeners();
  const wired = wire({ services, revision: 1 });
  await settle();
  expect(wired.ghostlight.consent.get()).toMatchObject({ chosen: false, services: ["pay"] });
  return wired;
}

test("a refusal of the new ones clears after all of them, once", async () => {
  const { ghostlight, cleaned } = await askedAnew();
  ghostlight.consent.set({});
  await settle();
  expect(cleaned).toEqual([["stats", "ads"]]);
  ghostlight.consent.open();
  await settle();
  ghostlight.consent.set({});
  await settle();
  expect(cleaned).toHaveLength(1);
});

test("one of some clears after those alone", async () => {
  const { ghostlight, cleaned } = await askedAnew();
  ghostlight.consent.set({ analytics: true });
  await settle();
  expect(cleaned).toEqual([["ads"]]);
});

test("a yes to all clears nothing, and neither does the first refusal of a new visitor", async () => {
  const { ghostlight, clean } = await askedAnew();
  ghostlight.consent.set({ analytics: true, marketing: true });
  await settle();
  expect(clean.asked).toBe(0);
  sweepCookies();
  const first = wire({ services });
  first.ghostlight.consent.set({});
  await settle();
  expect(first.clean.asked).toBe(0);
});
