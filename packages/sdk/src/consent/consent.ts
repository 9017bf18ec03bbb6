/** What the visitor agreed to, and who is told when that changes. */
import type { EntryPart, Purpose } from "@ghostlight/rules";
import { dayOf, isAlive } from "./choice.ts";
import type { ChoiceStore } from "./store.ts";

export interface ConsentState {
  /** Whether every question that the site asks has an answer that still counts. */
  readonly chosen: boolean;
  /** The purposes agreed to. */
  readonly purposes: readonly Purpose[];
}

export interface Consent {
  readonly get: () => ConsentState;
  /** Answers by purpose; those left out are refused. */
  readonly set: (answers: Readonly<Record<Purpose, boolean>>) => void;
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
  now: () => number,
  changed: (state: ConsentState) => void,
): Consent {
  const { purposes, revision, grantDays } = entry;
  const alive = () => {
    const choice = store.read();
    return choice && isAlive(choice, grantDays, now()) ? choice : undefined;
  };
  const read = (): ConsentState => {
    const choice = alive();
    const answers = choice?.revision === revision ? choice.answers : {};
    return {
      // Where nothing is asked, nothing is left to choose.
      chosen: purposes.every((purpose) => answers[purpose] !== undefined),
      purposes: purposes.filter((purpose) => answers[purpose]),
    };
  };
  const refresh = (): void => {
    const before = state;
    state = read();
    if (JSON.stringify(before) !== JSON.stringify(state)) changed(state);
  };
  let state = read();
  return {
    get: () => state,
    isOutdated: () => (alive()?.revision ?? revision) !== revision,
    set(answers) {
      const asked = purposes.map((purpose) => [purpose, answers[purpose] === true]);
      store.write({ day: dayOf(now()), revision, answers: Object.fromEntries(asked) }, grantDays);
      refresh();
    },
    reset() {
      store.write(undefined, 0);
      refresh();
    },
    refresh,
  };
}
