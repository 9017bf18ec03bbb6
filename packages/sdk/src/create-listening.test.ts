/** A page's own rule that takes back what a visitor has just granted, such as for one who is under age. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectListeners, notice, settle, sweepCookies } from "../test/page.ts";
import { wire } from "../test/wire.ts";

const world = { sweep: () => {} };
beforeEach(() => {
  localStorage.clear();
  sweepCookies();
  document.body.replaceChildren();
  world.sweep = collectListeners();
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(async () => {
  await settle();
  world.sweep();
  vi.unstubAllGlobals();
});

test("nothing of it is let go", async () => {
  document.body.innerHTML =
    '<script type="text/plain" data-purpose="marketing"></script><iframe data-purpose="marketing" data-src="https://ads.example/x"></iframe>';
  const { ghostlight } = wire();
  await notice();
  ghostlight.on("consent", ({ purposes }) => {
    if (purposes.includes("marketing")) ghostlight.consent.set({ analytics: true });
  });
  ghostlight.consent.set({ analytics: true, marketing: true });
  await settle();
  expect(ghostlight.consent.get().purposes).toEqual(["analytics"]);
  expect(document.querySelectorAll("[data-granted]")).toHaveLength(0);
  expect(document.querySelector("script")?.type).toBe("text/plain");
});

test("nor is the page's view taken under it", async () => {
  const { ghostlight, engines } = wire();
  ghostlight.track("x");
  await settle();
  ghostlight.on("consent", ({ purposes }) => {
    if (purposes.includes("personalization")) ghostlight.consent.set({ analytics: true });
  });
  ghostlight.consent.set({ analytics: true, personalization: true });
  await settle();
  expect(engines.flatMap(({ taken }) => taken.map(({ type, purposes }) => [type, purposes]))).toEqual([
    ["page", ["analytics"]],
  ]);
});

test("who listens after it hears in the end what holds in the end", async () => {
  const { ghostlight } = wire();
  ghostlight.on("consent", ({ purposes }) => {
    if (purposes.includes("marketing")) ghostlight.consent.set({ analytics: true });
  });
  const heard: (readonly string[])[] = [];
  ghostlight.on("consent", ({ purposes }) => heard.push(purposes));
  ghostlight.consent.set({ analytics: true, marketing: true });
  await settle();
  expect(heard.at(-1)).toEqual(["analytics"]);
  expect(heard.flat()).not.toContain("marketing");
});
