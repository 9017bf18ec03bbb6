/** What the visitor agreed to, and who is told when that changes. */
import {
  type Answer,
  dayOf,
  type EntryPart,
  lifeOf,
  type Purpose,
  type Regime,
  type ServiceAnswers,
} from "@ghostlight/rules";
import { type Decision, decide } from "./decide.ts";
import type { ChoiceStore } from "./store.ts";

/** What is allowed. */
export interface Permissions {
  /** The purposes that may be pursued: agreed to or, where the law has it so, not objected to. */
  readonly purposes: readonly Purpose[];
  /** Services that may run, by their ids: as the visitor answered for them, else as their purpose is. */
  readonly services: readonly string[];
}

export interface ConsentState extends Permissions {
  /** Whether every question that the site asks has an answer that still counts. */
  readonly chosen: boolean;
  /** The law in force for this visit. */
  readonly regime: Regime;
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc: boolean;
}

export interface Consent {
  /** What the site asks. */
  readonly entry: EntryPart;
  readonly get: () => ConsentState;
  /**
   * Answers by purpose; those left out are refused, but for what Global Privacy Control denies already: that stays
   * unanswered. `services`: answers by service, where they may differ from their purpose's; those left out follow it.
   */
  readonly set: (answers: Readonly<Partial<Record<Purpose, boolean>>>, services?: ServiceAnswers) => void;
  /** What it comes to, purpose by purpose. */
  readonly look: () => Decision;
  /** Stores these answers and no others; of those to services, the ones that differ from their purpose's. */
  readonly write: (answers: Readonly<Record<Purpose, Answer>>, services?: Decision["services"]) => void;
  /** Forgets the choice. */
  readonly reset: () => void;
  /** Looks again, after time went by or another tab chose. */
  readonly lookAgain: () => void;
}

/** Not as JSON, which libraries of the page may have changed. */
const summary = ({ chosen, purposes, services }: ConsentState): string => [chosen, purposes, services].join("|");

/** `changed` is called after each change, never for the state at the start. */
export function createConsent(
  entry: EntryPart,
  store: ChoiceStore,
  gpc: boolean,
  now: () => number,
  changed: (state: ConsentState, before: ConsentState) => void,
): Consent {
  const { purposes, revision, regime } = entry;
  const denied = gpc ? entry.sale : [];
  const look = () => decide(entry, store.read(), denied, now());
  const read = (): ConsentState => {
    const { inForce, open, allowed } = look();
    return { chosen: !open.length, purposes: inForce, services: allowed, regime, gpc };
  };
  let seen = "";
  const lookAgain = (): void => {
    // Looked up before each thing that is kept or sent: mostly nothing has changed, and a choice counts for whole days.
    const key = dayOf(now()) + store.asWritten();
    const before = state;
    if (seen !== key) state = read();
    seen = key;
    if (summary(before) !== summary(state)) changed(state, before);
  };
  const keep: ChoiceStore["write"] = (...choice) => {
    // Another tab may have chosen, unheard: only who knows that sees that something changes, and says so.
    lookAgain();
    store.write(...choice);
    lookAgain();
  };
  const write: Consent["write"] = (answers, wanted = {}) => {
    const services: Record<Purpose, Record<string, boolean>> = {};
    for (const [id, purpose] of Object.entries(entry.purposesOnly ? {} : entry.services)) {
      const yes = wanted[id];
      if (typeof yes === "boolean" && yes !== answers[purpose] && purposes.includes(purpose))
        services[purpose] = { ...services[purpose], [id]: yes };
    }
    keep({ day: dayOf(now()), revision, answers, services, gpc }, lifeOf(entry));
  };
  let state = read();
  return {
    entry,
    get: () => state,
    look,
    write,
    set(answers, services) {
      const given = purposes.flatMap((purpose) =>
        denied.includes(purpose) && answers[purpose] === undefined ? [] : [[purpose, answers[purpose] === true]],
      );
      write(Object.fromEntries(given), services);
    },
    reset: () => keep(undefined, 0),
    lookAgain,
  };
}
