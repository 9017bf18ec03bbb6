/** Wakes when time alone may have changed where the visitor stands. */
import type { Guard } from "../env/guard.ts";
import type { onShown } from "../env/page.ts";

/** Longest delay that a timer keeps (ms): browsers fire longer ones at once. https://html.spec.whatwg.org/#run-steps-after-a-timeout */
const LONGEST = 2 ** 31 - 1;

/** Calls back at `instant` (ms since 1970) by the clock `now`; the last call counts. Infinity: not at all. */
export type Wake = (instant: number) => void;

/** `wake` also runs whenever the page is looked at again: timers sleep with their page. */
export function createWake(now: () => number, guard: Guard, shown: typeof onShown, wake: () => void): Wake {
  let timer = 0;
  shown(guard(wake));
  return (instant) => {
    clearTimeout(timer);
    if (instant < Number.POSITIVE_INFINITY) {
      timer = setTimeout(guard(wake), Math.min(LONGEST, Math.max(0, instant - now())));
    }
  };
}
