/** Keeps calls, in memory only, until they may go on: none outlives the page. */
import type { EntryPart, Purpose } from "@ghostlight/rules";
import type { Call } from "./call.ts";

export interface Hold {
  /** Before a choice: keeps the page view where the site wants that, and drops everything else. */
  readonly undecided: (call: Call) => void;
  /** A call that may be used as soon as the engine is there. */
  readonly agreed: (call: Call) => void;
  /** Hands over what may be used, oldest first. A page view from before the choice is stamped with what was chosen. */
  readonly release: (purposes: readonly Purpose[]) => readonly Call[];
  readonly drop: () => void;
}

export function createHold(beforeChoice: EntryPart["beforeChoice"]): Hold {
  let view: Call | undefined;
  let calls: Call[] = [];
  const drop = (): void => {
    view = undefined;
    calls = [];
  };
  return {
    undecided(call) {
      if (call.type === "page" && beforeChoice === "page") view = call;
    },
    agreed: (call) => void calls.push(call),
    release(purposes) {
      const released = [...(view ? [{ ...view, purposes }] : []), ...calls];
      drop();
      return released;
    },
    drop,
  };
}
