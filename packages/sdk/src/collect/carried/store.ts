/** Takes the calls that earlier pages left: whatever else the page's scripts may have put there is not ours. */
import type { Reporter } from "../../env/report.ts";
import { isVerb } from "../arguments.ts";
import type { Call } from "../call.ts";
import { JOURNAL, type Journal } from "../store.ts";

export interface Carried {
  /** All calls, each once, oldest first, which are then forgotten. */
  readonly take: () => readonly Call[];
  /** A call is done with after all: its page was hidden and lived on. */
  readonly settle: (id: string) => void;
}

/** `parse`: as JSON was before the page could replace it. */
export function createCarried(journal: Journal, parse: typeof JSON.parse, note: Reporter["note"]): Carried {
  function take(): Call[] {
    try {
      const text = localStorage.getItem(JOURNAL);
      if (text === null) return [];
      journal.erase();
      const byId = new Map([parse(text)].flat().flatMap((call) => (isCall(call) ? [[call.id, call]] : [])));
      return [...byId.values()];
    } catch (error) {
      note("journal-denied", error);
      return [];
    }
  }
  return { take, settle: (id) => journal.write(take().filter((call) => call.id !== id)) };
}

function isCall(value: Partial<Call> | null): value is Call {
  return (
    typeof value?.id === "string" &&
    isVerb(value.type) &&
    typeof value.args === "string" &&
    Array.isArray(value.purposes)
  );
}
