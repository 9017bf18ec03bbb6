/** What is cleaned up after a withdrawal: of a purpose, or of one service. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, settle, sweepCookies } from "../test/page.ts";
import { wire } from "../test/wire.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const page: { sweep?: () => void } = {};

beforeEach(() => {
  sweepCookies();
  page.sweep = collectListeners();
  vi.stubGlobal("indexedDB", undefined);
});
afterEach(() => {
  page.sweep?.();
  vi.unstubAllGlobals();
});

describe("a withdrawal", () => {
  const services = { stats: "analytics", taste: "personalization", ads: "marketing", pixel: "marketing" };

  test("cleans what the services of that purpose left, once, and nothing that was granted again", async () => {
    const { ghostlight, cleaned, clean } = wire({ late: true, services });
    ghostlight.consent.set(ALL);
    ghostlight.consent.set({ analytics: true });
    ghostlight.consent.set({ analytics: true, marketing: true });
    await clean.arrive();
    expect(cleaned).toEqual([["taste"]]);
    ghostlight.consent.set({ analytics: true });
    await settle();
    expect(cleaned).toEqual([["taste"], ["ads", "pixel"]]);
  });

  test("of one service cleans after that one alone", async () => {
    const { ghostlight, cleaned } = wire({ services });
    ghostlight.consent.set(ALL);
    ghostlight.consent.set(ALL, { pixel: false });
    await settle();
    expect(cleaned).toEqual([["pixel"]]);
    expect(ghostlight.consent.get()).toMatchObject({ purposes: Object.keys(ALL), services: ["stats", "taste", "ads"] });
  });

  test("of a purpose leaves the service that was allowed by itself", async () => {
    const { ghostlight, cleaned } = wire({ services });
    ghostlight.consent.set(ALL);
    ghostlight.consent.set({ analytics: true, personalization: true }, { ads: true });
    await settle();
    expect(cleaned).toEqual([["pixel"]]);
  });

  test("of what has no services cleans nothing", async () => {
    const { ghostlight, clean } = wire();
    ghostlight.consent.set(ALL);
    ghostlight.consent.set({});
    await settle();
    expect(clean.asked).toBe(0);
  });

  test("a first choice cleans nothing", async () => {
    const { ghostlight, clean } = wire();
    ghostlight.consent.set({ analytics: true });
    await settle();
    expect(clean.asked).toBe(0);
  });
});
