/** What the visitor agreed to, and who is told when that changes. */
import type { EntryPart, Purpose } from "@ghostlight/rules";
import { type Choice, dayOf, isCurrent } from "./choice.ts";
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
  const read = (): ConsentState => {
    const choice = store.read();
    return choice && isAnswer(choice) ? { chosen: true, purposes: granted(choice) } : NONE;
  };
  const isAnswer = (choice: Choice): boolean => isCurrent(choice, entry, now());
  const granted = ({ answers }: Choice): Purpose[] => entry.purposes.filter((purpose) => answers[purpose]);
  const refresh = (): void => {
    const before = state;
    state = read();
    if (JSON.stringify(before) !== JSON.stringify(state)) changed(state);
  };
  let state = read();
  return {
    get: () => state,
    set(answers) {
      const asked = entry.purposes.map((purpose) => [purpose, answers[purpose] === true]);
      const choice = { day: dayOf(now()), revision: entry.revision, answers: Object.fromEntries(asked) };
      store.write(choice, entry.grantDays);
      refresh();
    },
    reset() {
      store.write(undefined, 0);
      refresh();
    },
    refresh,
  };
}

const NONE: ConsentState = { chosen: false, purposes: [] };
