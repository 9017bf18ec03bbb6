/** Logs what fails unexpectedly, and what fails again and again only now and then. */
import { describeFailure } from "./errors.ts";

/** ms for which the same failure is only counted: on a disk that is full, a log of each request would take what is left. */
const LULL = 60_000;

/** Different failures that are told apart; the oldest go first. */
const KNOWN = 100;

/** `what` was done as it failed, e.g. `POST /g/shop/e`; without data of visitors. */
export type LogFailure = (what: string, failure: unknown) => void;

/** `log` takes a line; `now` is in ms since 1970. */
export function createFailureLog(log: (line: string) => void, now: () => number): LogFailure {
  const known = new Map<string, { readonly since: number; again: number }>();
  return (what, failure) => {
    const text = describeFailure(failure);
    const at = now();
    const last = known.get(text);
    // A clock that was set back would else keep it silent for as long.
    if (last && Math.abs(at - last.since) < LULL) {
      last.again++;
      return;
    }
    known.delete(text);
    known.set(text, { since: at, again: 0 });
    const [oldest = ""] = known.keys();
    if (known.size > KNOWN) known.delete(oldest);
    log(`${what} failed: ${text}${last?.again ? `\n  and ${last.again} times more since it was told last` : ""}`);
  };
}
