/** What the visitor agreed to, and who is told when that changes. */
import { type Answer, dayOf, type EntryPart, lifeOf, type Purpose, type Regime } from "@ghostlight/rules";
import { type Decision, decide } from "./decide.ts";
import type { ChoiceStore } from "./store.ts";

export interface ConsentState {
  /** Whether every question that the site asks has an answer that still counts. */
  readonly chosen: boolean;
  /** The purposes that may be pursued: agreed to or, where the law has it so, not objected to. */
  readonly purposes: readonly Purpose[];
  /** The law in force for this visit. */
  readonly regime: Regime;
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc: boolean;
}

export interface Consent {
  readonly get: () => ConsentState;
  /**
   * Answers by purpose; those left out are refused, but for what Global Privacy Control denies already: that stays
   * unanswered.
   */
  readonly set: (answers: Readonly<Record<Purpose, boolean>>) => void;
  /** What it comes to, purpose by purpose. */
  readonly look: () => Decision;
  /** Stores these answers and no others. */
  readonly write: (answers: Readonly<Record<Purpose, Answer>>) => void;
  /** Whether there is an answer, but to earlier questions: what rests on it waits for the new one. */
  readonly isOutdated: () => boolean;
  /** Forgets the choice. */
  readonly reset: () => void;
  /** Looks again, after time went by or another tab chose. */
  readonly refresh: () => void;
}

/** `changed` is called after each change, never for the state at the start. */
export function createConsent(
  entry: EntryPart,
  store: ChoiceStore,
  gpc: boolean,
  now: () => number,
  changed: (state: ConsentState) => void,
): Consent {
  const { purposes, revision, regime, sale } = entry;
  const look = () => decide(entry, store.read(), gpc, now());
  const read = (): ConsentState => {
    const { granted, open } = look();
    return { chosen: !open.length, purposes: granted, regime, gpc };
  };
  const refresh = (): void => {
    const before = state;
    state = read();
    if (JSON.stringify(before) !== JSON.stringify(state)) changed(state);
  };
  const write: Consent["write"] = (answers) => {
    store.write({ day: dayOf(now()), revision, answers }, lifeOf(entry));
    refresh();
  };
  let state = read();
  return {
    get: () => state,
    look,
    write,
    set(answers) {
      const left = (purpose: Purpose): boolean => gpc && sale.includes(purpose) && answers[purpose] === undefined;
      const given = purposes.filter((purpose) => !left(purpose)).map((purpose) => [purpose, answers[purpose] === true]);
      write(Object.fromEntries(given));
    },
    isOutdated: () => look().outdated,
    reset() {
      store.write(undefined, 0);
      refresh();
    },
    refresh,
  };
}
