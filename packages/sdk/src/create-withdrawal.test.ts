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

describe("of questions that are asked anew", () => {
  const services = { stats: "analytics", taste: "personalization", ads: "marketing", pixel: "marketing" };
  /** Who answered the earlier ones so, and is asked again. */
  async function askedAnew(answers: Readonly<Record<string, boolean>>, of?: Readonly<Record<string, boolean>>) {
    wire({ services }).ghostlight.consent.set(answers, of);
    page.sweep?.();
    const wired = wire({ services, revision: 1 });
    await settle();
    return wired;
  }

  test("a no cleans what an earlier yes let services leave", async () => {
    const { dialogs, cleaned } = await askedAnew({ analytics: true, marketing: true }, { taste: true });
    dialogs[0]?.answer(false);
    await settle();
    expect(cleaned).toEqual([Object.keys(services)]);
  });

  test("so does leaving them, and a choice in the center, of what it leaves out", async () => {
    const left = await askedAnew(ALL);
    left.dialogs[0]?.close();
    await settle();
    expect(left.cleaned).toEqual([Object.keys(services)]);

    const { dialogs, centers, cleaned } = await askedAnew(ALL);
    dialogs[0]?.choose();
    await settle();
    centers[0]?.save({ analytics: true, marketing: true }, { pixel: false });
    await settle();
    expect(cleaned).toEqual([["taste", "pixel"]]);
  });

  test("a yes to all cleans nothing, nor does a no to what was not asked before", async () => {
    const given = await askedAnew(ALL);
    given.dialogs[0]?.answer(true);
    await settle();
    expect(given.clean.asked).toBe(0);
    given.ghostlight.consent.reset();
    await settle();
    const asked = given.clean.asked;
    expect(given.dialogs).toHaveLength(1);
    given.dialogs[0]?.answer(false);
    await settle();
    expect(given.clean.asked).toBe(asked);
  });
});
