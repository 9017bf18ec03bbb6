/** A consent tool that the site keeps, whose script may come after ours. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectListeners, settle, sweepCookies } from "../test/page.ts";
import { leaveSomething, wire } from "../test/wire.ts";
import { fromVanillaCookieConsent } from "./adapters/vanilla-cookieconsent/watch.ts";

const ALL = ["analytics", "personalization", "marketing"];
const world = { sweep: () => {} };
const databases = async () => (await indexedDB.databases()).map(({ name }) => name).toSorted();

/** Its script comes, with what was accepted on an earlier page; undefined: nobody has chosen. */
function come(accepted: readonly string[] | undefined): void {
  Reflect.set(window, "CookieConsent", {
    validConsent: () => accepted !== undefined,
    getUserPreferences: () => ({
      acceptedCategories: accepted,
      rejectedCategories: ALL.filter((one) => !accepted?.includes(one)),
    }),
    showPreferences() {},
  });
  dispatchEvent(new CustomEvent(accepted ? "cc:onConsent" : "cc:onModalReady"));
}

beforeEach(() => {
  localStorage.clear();
  sweepCookies();
  Reflect.deleteProperty(window, "CookieConsent");
  world.sweep = collectListeners();
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(async () => {
  await settle();
  world.sweep();
  vi.unstubAllGlobals();
});

test("who agreed to it keeps what earlier pages knew, until it comes and after", async () => {
  await leaveSomething();
  const before = await databases();
  const { ghostlight } = wire({ source: fromVanillaCookieConsent() });
  await settle();
  expect(before.length).toBeGreaterThan(0);
  expect(await databases()).toEqual(before);
  expect(ghostlight.consent.get()).toMatchObject({ chosen: false, purposes: [] });
  come(ALL);
  await settle();
  expect(await databases()).toEqual(before);
  expect(ghostlight.consent.get()).toMatchObject({ chosen: true, purposes: ALL });
});

test("who refused it loses all of that, once it comes", async () => {
  await leaveSomething();
  wire({ source: fromVanillaCookieConsent() });
  await settle();
  come([]);
  await settle();
  expect(await databases()).toEqual([]);
});

test.each(["opt-in", "opt-out", "notice"] as const)("under %s nothing is granted before it comes", async (regime) => {
  const { ghostlight, engines } = wire({ regime, source: fromVanillaCookieConsent() });
  ghostlight.track("Seen");
  await settle();
  expect(ghostlight.consent.get().purposes).toEqual([]);
  come([]);
  await settle();
  expect(engines).toEqual([]);
});

test("where nobody has chosen there, the law says what holds", async () => {
  const optOut = wire({ regime: "opt-out", source: fromVanillaCookieConsent() });
  const optIn = wire({ source: fromVanillaCookieConsent() });
  come(undefined);
  await settle();
  expect(optOut.ghostlight.consent.get()).toMatchObject({ chosen: false, purposes: ALL });
  expect(optIn.ghostlight.consent.get()).toMatchObject({ chosen: false, purposes: [] });
});
