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
  /** What the cookie should say, where it does not. */
  let memory: string | undefined;
  let denied = false;
  const attempt = <T>(run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      if (!denied) note("cookie-denied", error);
      denied = true;
      return undefined;
    }
  };
  const readText = (): string => attempt(() => readCookie(COOKIE)) ?? "";
  return {
    read: () => parseChoice(memory ?? readText()),
    write(choice, days) {
      const text = choice ? formatChoice(choice) : "";
      attempt(() => writeCookie(COOKIE, text, choice ? days : 0));
      memory = readText() === text ? undefined : text;
    },
  };
}
