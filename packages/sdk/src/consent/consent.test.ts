import type { Choice, EntryPart } from "@ghostlight/rules";
import { describe, expect, test, vi } from "vitest";
import { ENTRY } from "../../test/site.ts";
import { allow, answerAll, dismissAll } from "./answers.ts";
import { createConsent } from "./consent.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21);

const OPT_IN = { services: [], regime: "opt-in" as const, gpc: false };

function setUp(stored?: Choice, gpc = false, over: Partial<EntryPart> = {}) {
  const kept = { choice: stored, days: 0 };
  const read = vi.fn(() => kept.choice);
  const store = {
    read,
    asWritten: () => `${JSON.stringify(kept.choice)}`,
    write: (choice: Choice | undefined, days: number) => Object.assign(kept, { choice, days }),
  };
  const clock = { now: START };
  const changed = vi.fn();
  const was = vi.fn();
  return {
    kept,
    clock,
    read,
    changed,
    was,
    consent: createConsent(
      { ...ENTRY, ...over },
      store,
      gpc,
      () => clock.now,
      (state, before) => {
        changed(state);
        was(before);
      },
    ),
  };
}

test("to look again where nothing has changed reads no choice, and the next day reads it once", () => {
  const { consent, read, clock, kept, changed } = setUp();
  consent.lookAgain();
  read.mockClear();
  consent.lookAgain();
  consent.lookAgain();
  expect(read).not.toHaveBeenCalled();
  clock.now += DAY;
  consent.lookAgain();
  consent.lookAgain();
  expect(read).toHaveBeenCalledTimes(1);
  kept.choice = { day: START / DAY, revision: 0, answers: { analytics: true }, services: {}, gpc: false };
  consent.lookAgain();
  expect([read.mock.calls.length, changed.mock.calls.length]).toEqual([2, 1]);
});

describe("at the start", () => {
  test("nothing is chosen and nobody is told", () => {
    const { consent, changed } = setUp();
    expect(consent.get()).toEqual({ chosen: false, purposes: [], ...OPT_IN });
    expect(changed).not.toHaveBeenCalled();
  });

  test("an earlier choice counts, in the order of the site", () => {
    const answers = { marketing: true, personalization: false, analytics: true };
    const { consent } = setUp({ day: START / DAY - 100, revision: 0, answers, services: {}, gpc: false });
    expect(consent.get()).toEqual({ chosen: true, purposes: ["analytics", "marketing"], ...OPT_IN });
  });

  test("a purpose that the site does not ask about is never agreed to", () => {
    const answers = { analytics: false, personalization: false, marketing: false, resale: true };
    const { consent } = setUp({ day: START / DAY, revision: 0, answers, services: {}, gpc: false });
    expect(consent.get().purposes).toEqual([]);
  });
});

describe("answering", () => {
  test("stores every answer with its day for as long as the grant, and tells once", () => {
    const { consent, kept, changed } = setUp();
    consent.set({ analytics: true, personalization: true });
    const answers = { analytics: true, personalization: true, marketing: false };
    expect(kept).toEqual({ choice: { day: START / DAY, revision: 0, answers, services: {}, gpc: false }, days: 182 });
    expect(changed.mock.calls).toEqual([[{ chosen: true, purposes: ["analytics", "personalization"], ...OPT_IN }]]);
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
    expect(changed.mock.calls).toEqual([[{ chosen: true, purposes: [], ...OPT_IN }]]);
  });

  test("tells what it was before", () => {
    const { consent, was } = setUp();
    const before = consent.get();
    consent.set({ analytics: true });
    const between = consent.get();
    consent.set({});
    expect(was.mock.calls).toEqual([[before], [between]]);
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
    expect(changed).toHaveBeenLastCalledWith({ chosen: false, purposes: [], ...OPT_IN });
  });

  test("a grant that ran out is gone at the next look", () => {
    const { consent, clock, changed } = setUp();
    consent.set({ analytics: true });
    clock.now += 182 * DAY;
    consent.lookAgain();
    expect(changed).toHaveBeenLastCalledWith({ chosen: false, purposes: [], ...OPT_IN });
  });

  test("the same answer as before is told of where another tab had answered otherwise meanwhile, unheard", () => {
    const { consent, kept, changed } = setUp();
    consent.set({ analytics: true });
    changed.mockClear();
    kept.choice = undefined;
    consent.set({ analytics: true });
    expect(changed.mock.calls.map(([{ purposes }]) => purposes)).toEqual([[], ["analytics"]]);
  });

  test("another tab's choice is taken over, once", () => {
    const { consent, kept, changed } = setUp();
    const answers = { analytics: true, personalization: false, marketing: false };
    kept.choice = { day: START / DAY, revision: 0, answers, services: {}, gpc: false };
    consent.lookAgain();
    consent.lookAgain();
    expect(changed.mock.calls).toEqual([[{ chosen: true, purposes: ["analytics"], ...OPT_IN }]]);
  });
});

describe("one answer to what is open", () => {
  const ALL = ["analytics", "personalization", "marketing"];

  test.each([
    [true, ALL],
    [false, []],
  ])("%s, at first, is for all", (yes, granted) => {
    const { consent } = setUp();
    answerAll(consent, yes);
    expect(consent.get()).toMatchObject({ chosen: true, purposes: granted });
  });

  test("is for a new purpose alone, where the others were answered", () => {
    const stored = {
      day: START / DAY,
      revision: 0,
      answers: { analytics: true, personalization: false },
      services: {},
      gpc: false,
    };
    const { consent } = setUp(stored);
    expect(consent.get()).toMatchObject({ chosen: false, purposes: ["analytics"] });
    answerAll(consent, false);
    expect(consent.get()).toMatchObject({ chosen: true, purposes: ["analytics"] });
  });

  test("is for all again, where all were answered", () => {
    const { consent } = setUp();
    consent.set({ analytics: true });
    answerAll(consent, true);
    expect(consent.get().purposes).toEqual(ALL);
    answerAll(consent, false);
    expect(consent.get().purposes).toEqual([]);
  });

  test("leaves unanswered what privacy control denies", () => {
    const { consent, kept } = setUp(undefined, true);
    answerAll(consent, true);
    expect(consent.get()).toMatchObject({ chosen: true, purposes: ["analytics", "personalization"], gpc: true });
    expect(kept.choice).toMatchObject({ answers: { analytics: true, personalization: true }, gpc: true });
  });

  test("leaves nothing unanswered where the site marks nothing as sale", () => {
    const { consent } = setUp(undefined, true, { sale: [] });
    expect(consent.look().open).toEqual(ALL);
    answerAll(consent, true);
    expect(consent.get().purposes).toEqual(ALL);
  });

  test("without privacy control is no word on what it would deny, and a later one with it is", () => {
    const all = { analytics: true, personalization: true, marketing: true };
    const { consent, kept } = setUp({ day: START / DAY, revision: 0, answers: all, services: {}, gpc: false }, true);
    expect(consent.get()).toMatchObject({ chosen: true, purposes: ["analytics", "personalization"] });
    // What else is answered carries the old yes along as little.
    answerAll(consent, true);
    expect(consent.get().purposes).toEqual(["analytics", "personalization"]);
    consent.set(all);
    expect([consent.get().purposes, kept.choice?.gpc]).toEqual([ALL, true]);
  });

  test("an explicit yes to it counts, and is kept by the next answer", () => {
    const { consent } = setUp(undefined, true);
    consent.set({ analytics: true, personalization: true, marketing: true });
    expect(consent.get().purposes).toEqual(ALL);
    answerAll(consent, true);
    expect(consent.get().purposes).toEqual(ALL);
  });

  test("objects, where the law opts everybody in", () => {
    const { consent } = setUp(undefined, false, { regime: "opt-out" });
    expect(consent.get()).toMatchObject({ chosen: false, purposes: ALL });
    answerAll(consent, false);
    expect(consent.get()).toMatchObject({ chosen: true, purposes: [] });
  });
});

describe("dismissing", () => {
  test("leaves everything as the law has it, and is not asked again", () => {
    const { consent, kept, changed } = setUp(undefined, false, { regime: "notice" });
    dismissAll(consent);
    expect(changed).toHaveBeenCalledOnce();
    expect(consent.get()).toMatchObject({ chosen: true, purposes: ENTRY.purposes });
    expect(kept).toMatchObject({
      choice: { answers: { analytics: null, personalization: null, marketing: null } },
      days: 396,
    });
  });

  test("keeps an objection that was made before", () => {
    const { consent } = setUp(undefined, false, { regime: "opt-out" });
    consent.set({ analytics: true, personalization: true });
    dismissAll(consent);
    expect(consent.get().purposes).toEqual(["analytics", "personalization"]);
  });
});

describe("a yes to one purpose, from where it is missed", () => {
  test("answers that one alone; the others are still asked", () => {
    const { consent, kept } = setUp();
    allow(consent, { purposes: ["marketing"], services: [] });
    expect(consent.get()).toMatchObject({ chosen: false, purposes: ["marketing"] });
    expect(kept.choice?.answers).toEqual({ marketing: true });
  });

  test("leaves what was answered", () => {
    const { consent } = setUp();
    consent.set({ analytics: true });
    allow(consent, { purposes: ["marketing"], services: [] });
    expect(consent.get()).toMatchObject({ chosen: true, purposes: ["analytics", "marketing"] });
  });

  test("renews no yes to earlier questions", () => {
    const answers = { analytics: true, personalization: false };
    const { consent } = setUp({ day: START / DAY, revision: 7, answers, services: {}, gpc: false });
    allow(consent, { purposes: ["marketing"], services: [] });
    expect(consent.get()).toMatchObject({ chosen: false, purposes: ["marketing"] });
  });
});
