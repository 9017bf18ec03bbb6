/**
 * Carries calls over from a page that closes to the next one. By `localStorage`, because only what is synchronous is in
 * time: a database transaction ends with its page.
 */
import { parse } from "../env/json.ts";
import type { Reporter } from "../env/report.ts";
import { type Call, toJson } from "./call.ts";

/** Name of the entry. */
export const JOURNAL = "ghostlight";

/** Calls kept at most; the oldest go first. */
const KEPT = 500;

/** Writes it: most pages never have to read one. */
export interface Journal {
  /** Adds to what is there: the same once more, where a page is hidden twice. Who takes them knows, and most pages never have to. */
  readonly write: (calls: readonly Call[]) => void;
  readonly erase: () => void;
}

export function createJournal(note: Reporter["note"]): Journal {
  return {
    write(calls) {
      if (!calls.length) return;
      try {
        const all = [parse(localStorage.getItem(JOURNAL) ?? "[]"), calls].flat();
        localStorage.setItem(JOURNAL, toJson(all.slice(-KEPT)));
      } catch (error) {
        note("journal-denied", error);
      }
    },
    erase() {
      try {
        localStorage.removeItem(JOURNAL);
      } catch {
        // Denied here, so nothing of ours can lie here.
      }
    },
  };
}
