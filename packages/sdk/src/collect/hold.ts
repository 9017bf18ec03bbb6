/** Keeps the view of a page, in memory only, until its visitor has chosen. */
import type { EntryPart, Purpose } from "@ghostlight/rules";
import type { Call } from "./call.ts";

export interface Hold {
  /** Keeps the page view where the site wants that, and drops everything else. */
  readonly keep: (call: Call) => void;
  /** Hands it over, stamped with what was chosen. */
  readonly release: (purposes: readonly Purpose[]) => readonly Call[];
  readonly drop: () => void;
}

export function createHold(beforeChoice: EntryPart["beforeChoice"]): Hold {
  let view: Call | undefined;
  const drop = (): void => {
    view = undefined;
  };
  return {
    keep(call) {
      if (call.type === "page" && beforeChoice === "page") view = call;
    },
    release(purposes) {
      const released = view ? [{ ...view, purposes }] : [];
      drop();
      return released;
    },
    drop,
  };
}
