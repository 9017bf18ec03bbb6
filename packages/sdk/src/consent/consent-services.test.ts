/** Answers to single services: what is kept of them, and what the answers of a layer make of them. */
import type { Choice, EntryPart } from "@ghostlight/rules";
import { describe, expect, test, vi } from "vitest";
import { ENTRY } from "../../test/site.ts";
import { allow, answerAll, dismissAll } from "./answers.ts";
import { createConsent } from "./consent.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21);
const SERVICES = { pay: "necessary", stats: "analytics", heat: "analytics", pixel: "marketing" };

function setUp(over: Partial<EntryPart> = {}, stored?: Choice, gpc = false) {
  const kept: { choice: Choice | undefined } = { choice: stored };
  const store = {
    read: () => kept.choice,
    asWritten: () => `${JSON.stringify(kept.choice)}`,
    write: (choice: Choice | undefined) => Object.assign(kept, { choice }),
  };
  const changed = vi.fn();
  const entry = { ...ENTRY, services: SERVICES, ...over };
  const consent = createConsent(entry, store, gpc, () => START, changed);
  return { consent, changed, kept: () => kept.choice?.services, running: () => consent.get().services };
}
const stored = (answers: Choice["answers"], services: Choice["services"], revision = 0): Choice => ({
  day: START / DAY,
  revision,
  answers,
  services,
  gpc: false,
});

describe("setting", () => {
  test("keeps what differs from its purpose, and no more", () => {
    const { consent, kept, running } = setUp();
    consent.set({ analytics: true }, { stats: false, heat: true, pixel: false });
    expect(kept()).toEqual({ analytics: { stats: false } });
    expect(running()).toEqual(["pay", "heat"]);
    consent.set({}, { stats: true, pixel: false });
    expect(kept()).toEqual({ analytics: { stats: true } });
    expect(consent.get()).toMatchObject({ purposes: [], services: ["pay", "stats"] });
  });

  test("without services lets them follow their purposes again", () => {
    const { consent, kept, running } = setUp();
    consent.set({ analytics: true }, { stats: false });
    consent.set({ analytics: true });
    expect([kept(), running()]).toEqual([{}, ["pay", "stats", "heat"]]);
  });

  test("tells that one service changed", () => {
    const { consent, changed } = setUp();
    consent.set({ analytics: true });
    consent.set({ analytics: true }, { heat: false });
    expect(changed).toHaveBeenCalledTimes(2);
    expect(changed.mock.lastCall?.[0]).toMatchObject({ purposes: ["analytics"], services: ["pay", "stats"] });
  });

  test("takes only a plain yes or no for an answer, and nothing for what is not the site's to ask", () => {
    const { consent, kept, running } = setUp();
    consent.set({}, { stats: "yes", heat: 1, pay: false, other: true, constructor: true } as never);
    expect([kept(), running()]).toEqual([{}, ["pay"]]);
  });

  test("keeps none where the site has no room for them", () => {
    const { consent, kept, running } = setUp({ purposesOnly: true });
    consent.set({ analytics: true }, { stats: false, pixel: true });
    expect([kept(), running()]).toEqual([{}, ["pay", "stats", "heat"]]);
  });

  test("keeps a no also under a purpose that privacy control denies for now", () => {
    const { consent, kept, running } = setUp({ regime: "opt-out" }, undefined, true);
    consent.set({ analytics: true }, { pixel: false });
    expect(kept()).toEqual({ marketing: { pixel: false } });
    consent.set({ analytics: true }, { pixel: true });
    expect([kept(), running()]).toEqual([{ marketing: { pixel: true } }, ["pay", "stats", "heat", "pixel"]]);
  });
});

describe("one answer to all", () => {
  test.each([true, false])("resets every service: %s", (yes) => {
    const { consent, kept } = setUp();
    consent.set({ analytics: true }, { stats: false, pixel: true });
    answerAll(consent, yes);
    expect(kept()).toEqual({});
    expect(consent.get()).toMatchObject({ services: yes ? Object.keys(SERVICES) : ["pay"] });
  });

  test("of a question that is new leaves the services of the others", () => {
    const before = stored({ analytics: true, personalization: false }, { analytics: { stats: false } });
    const { consent, kept } = setUp({}, before);
    answerAll(consent, true);
    expect(kept()).toEqual({ analytics: { stats: false } });
    expect(consent.get()).toMatchObject({ chosen: true, services: ["pay", "heat", "pixel"] });
  });

  test("told and not objected leaves them too", () => {
    const { consent, kept } = setUp({ regime: "notice" }, stored({ analytics: true }, { analytics: { stats: false } }));
    dismissAll(consent);
    expect(kept()).toEqual({ analytics: { stats: false } });
  });
});

describe("always, from where one is missed", () => {
  test("allows that service alone", () => {
    const { consent, kept } = setUp();
    allow(consent, { purposes: [], services: ["stats"] });
    expect(kept()).toEqual({ analytics: { stats: true } });
    expect(consent.get()).toMatchObject({ chosen: false, purposes: [], services: ["pay", "stats"] });
  });

  test("takes back a no, which then is none", () => {
    const { consent, kept } = setUp();
    consent.set({ analytics: true }, { stats: false, heat: false });
    allow(consent, { purposes: [], services: ["stats"] });
    expect(kept()).toEqual({ analytics: { heat: false } });
  });

  test("renews no yes to earlier questions, and keeps every no", () => {
    const before = stored({ analytics: true }, { analytics: { stats: true, heat: false } }, 7);
    const { consent, running } = setUp({}, before);
    allow(consent, { purposes: [], services: ["pixel"] });
    expect(running()).toEqual(["pay", "pixel"]);
    consent.set({ analytics: true }, { heat: false });
    expect(running()).toEqual(["pay", "stats"]);
  });
});
