/** Keeps the choice in its cookie; where cookies are denied, for this page view only. */
import { type Choice, formatChoice, parseChoice } from "@ghostlight/rules";
import { readCookie, writeCookie } from "../env/cookie.ts";
import type { Reporter } from "../env/report.ts";

export interface ChoiceStore {
  /** A text that is another whenever the choice is: less work than to read the choice itself. */
  readonly asWritten: () => string;
  readonly read: () => Choice | undefined;
  /** `days`: how long it lasts. Undefined, and 0, forgets the choice. */
  readonly write: (choice: Choice | undefined, days: number) => void;
}

/** `domain`: where the cookie also counts on subdomains. */
export function createChoiceStore(note: Reporter["note"], domain?: string): ChoiceStore {
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
  const asWritten = (): string => memory ?? attempt(() => readCookie()) ?? "";
  return {
    asWritten,
    read: () => parseChoice(asWritten()),
    write(choice, days) {
      const text = choice ? formatChoice(choice) : "";
      attempt(() => writeCookie(text, days, domain));
      memory = undefined;
      if (asWritten() !== text) memory = text;
    },
  };
}
