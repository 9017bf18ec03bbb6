/** Keeps the choice in its cookie; where cookies are denied, for this page view only. */
import { readCookie, writeCookie } from "../env/cookie.ts";
import type { Reporter } from "../env/report.ts";
import { type Choice, formatChoice, parseChoice } from "./choice.ts";

/** Name of the cookie. Neutral on purpose: filter lists hide what is named after consent. */
export const COOKIE = "ghostlight";

export interface ChoiceStore {
  readonly read: () => Choice | undefined;
  /** `days`: how long it lasts. Undefined forgets the choice. */
  readonly write: (choice: Choice | undefined, days: number) => void;
}

export function createChoiceStore(note: Reporter["note"]): ChoiceStore {
  let memory: Choice | undefined;
  const attempt = <T>(run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      note("cookie-denied", error);
      return undefined;
    }
  };
  return {
    read: () => parseChoice(attempt(() => readCookie(COOKIE))) ?? memory,
    write(choice, days) {
      attempt(() => writeCookie(COOKIE, choice ? formatChoice(choice) : "", choice ? days : 0));
      memory = attempt(() => readCookie(COOKIE)) ? undefined : choice;
    },
  };
}
