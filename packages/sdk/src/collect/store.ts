/**
 * Carries calls over from a page that closes to the next one. By `localStorage`, because only what is
 * synchronous is in time: a database transaction ends with its page.
 */
import type { Reporter } from "../env/report.ts";
import type { Call } from "./call.ts";

export interface Journal {
  /** Adds to what is there. */
  readonly write: (calls: readonly Call[]) => void;
  /** All calls, oldest first, which are then forgotten. */
  readonly take: () => readonly Call[];
  readonly erase: () => void;
}

/** Name of the entry. */
const KEY = "ghostlight";

/** Calls kept at most; the oldest go first. */
const KEPT = 100;

export function createJournal(note: Reporter["note"]): Journal {
  const attempt = <T>(run: () => T, otherwise: T): T => {
    try {
      return run();
    } catch (error) {
      note("journal-denied", error);
      return otherwise;
    }
  };
  const read = (): readonly Call[] => attempt(() => parseCalls(localStorage.getItem(KEY)), []);
  const erase = (): void => attempt(() => localStorage.removeItem(KEY), undefined);
  return {
    write(calls) {
      if (!calls.length) return;
      const all = [...read(), ...calls].slice(-KEPT);
      attempt(() => localStorage.setItem(KEY, JSON.stringify(all)), undefined);
    },
    take() {
      const calls = read();
      if (calls.length) erase();
      return calls;
    },
    erase,
  };
}

/** Whatever else the page's scripts may have put there is not ours. */
function parseCalls(text: string | null): readonly Call[] {
  const value: unknown = JSON.parse(text ?? "[]");
  return Array.isArray(value) ? value.filter(isCall) : [];
}

function isCall(value: Partial<Call> | null): value is Call {
  return (
    typeof value?.id === "string" &&
    (value.type === "track" || value.type === "page") &&
    typeof value.at === "number" &&
    typeof value.properties === "object" &&
    typeof value.page === "object" &&
    Array.isArray(value.purposes)
  );
}
