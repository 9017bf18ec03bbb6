/** The choice of a consent tool that a site keeps, as if it were stored here. */
import { dayOf, type EntryPart } from "@ghostlight/rules";
import type { ConsentSource } from "../adapters/source.ts";
import type { ChoiceStore } from "./store.ts";

/** Of no site's questions. While nobody knows the answers, each is a no, and to earlier questions: those erase nothing. */
const UNKNOWN = -1;

/** A store that is read from the tool, as of now; what is written, and what the browser signals, is left to the tool. */
export function createSourcedStore(
  source: Pick<ConsentSource, "get">,
  { purposes, revision }: Pick<EntryPart, "purposes" | "revision">,
  now: () => number,
): ChoiceStore {
  return {
    asWritten() {
      const given = source.get();
      // Not as JSON, which libraries of the page may have changed.
      return `${given && Object.entries(given)}`;
    },
    read() {
      const given = source.get();
      const answers = Object.fromEntries(purposes.map((purpose) => [purpose, given?.[purpose] === true]));
      if (given === undefined) return undefined;
      return { day: dayOf(now()), revision: given ? revision : UNKNOWN, answers, services: {}, gpc: true };
    },
    write: () => undefined,
  };
}
