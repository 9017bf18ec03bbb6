import { describe, expect, test, vi } from "vitest";
import { ENTRY } from "../../test/site.ts";
import type { Choice } from "./choice.ts";
import { createConsent } from "./consent.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21);

function setUp(stored?: Choice) {
  const kept = { choice: stored, days: 0 };
  const store = {
    read: () => kept.choice,
    write: (choice: Choice | undefined, days: number) => Object.assign(kept, { choice, days }),
  };
  const clock = { now: START };
  const changed = vi.fn();
  return { kept, clock, changed, consent: createConsent(ENTRY, store, () => clock.now, changed) };
}

describe("at the start", () => {
  test("nothing is chosen and nobody is told", () => {
    const { consent, changed } = setUp();
    expect(consent.get()).toEqual({ chosen: false, purposes: [] });
    expect(changed).not.toHaveBeenCalled();
  });

  test("an earlier choice counts, in the order of the site", () => {
    const answers = { marketing: true, personalization: false, analytics: true };
    const { consent } = setUp({ day: START / DAY - 100, revision: 0, answers });
    expect(consent.get()).toEqual({ chosen: true, purposes: ["analytics", "marketing"] });
  });

  test("a purpose that the site does not ask about is never agreed to", () => {
    const answers = { analytics: false, personalization: false, marketing: false, resale: true };
    const { consent } = setUp({ day: START / DAY, revision: 0, answers });
    expect(consent.get().purposes).toEqual([]);
  });
});

describe("answering", () => {
  test("stores every answer with its day for as long as the grant, and tells once", () => {
    const { consent, kept, changed } = setUp();
    consent.set({ analytics: true, personalization: true });
    const answers = { analytics: true, personalization: true, marketing: false };
    expect(kept).toEqual({ choice: { day: START / DAY, revision: 0, answers }, days: 182 });
    expect(changed.mock.calls).toEqual([[{ chosen: true, purposes: ["analytics", "personalization"] }]]);
  });

  test("only a plain yes is a yes", () => {
    const { consent } = setUp();
    consent.set({ analytics: "yes", personalization: 1, marketing: true } as never);
    expect(consent.get().purposes).toEqual(["marketing"]);
  });

  test("what nobody asked is not stored", () => {
    const { consent, kept } = setUp();
    consent.set({ resale: true });
    expect(kept.choice?.answers).toEqual({ analytics: false, personalization: false, marketing: false });
  });

  test("a refusal is a choice too", () => {
    const { consent, changed } = setUp();
    consent.set({});
    expect(changed.mock.calls).toEqual([[{ chosen: true, purposes: [] }]]);
  });

  test("the same again renews the day and tells nobody", () => {
    const { consent, kept, clock, changed } = setUp();
    consent.set({ analytics: true });
    clock.now += 30 * DAY;
    consent.set({ analytics: true });
    expect(kept.choice?.day).toBe(START / DAY + 30);
    expect(changed).toHaveBeenCalledOnce();
  });

  test("the state is there already when somebody is told", () => {
    const { consent, changed } = setUp();
    changed.mockImplementation((state) => expect(consent.get()).toBe(state));
    consent.set({ analytics: true });
    expect(changed).toHaveBeenCalledOnce();
  });
});

describe("forgetting and looking again", () => {
  test("a reset forgets the choice", () => {
    const { consent, kept, changed } = setUp();
    consent.set({ analytics: true });
    consent.reset();
    expect(kept).toEqual({ choice: undefined, days: 0 });
    expect(changed).toHaveBeenLastCalledWith({ chosen: false, purposes: [] });
  });

  test("a grant that ran out is gone at the next look", () => {
    const { consent, clock, changed } = setUp();
    consent.set({ analytics: true });
    clock.now += 182 * DAY;
    consent.refresh();
    expect(changed).toHaveBeenLastCalledWith({ chosen: false, purposes: [] });
  });

  test("another tab's choice is taken over, once", () => {
    const { consent, kept, changed } = setUp();
    const answers = { analytics: true, personalization: false, marketing: false };
    kept.choice = { day: START / DAY, revision: 0, answers };
    consent.refresh();
    consent.refresh();
    expect(changed.mock.calls).toEqual([[{ chosen: true, purposes: ["analytics"] }]]);
  });
});
