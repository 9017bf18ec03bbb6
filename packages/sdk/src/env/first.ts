/** Notices the first element of a kind on a page: what is there for it need not be loaded before. */
import type { Guard } from "./guard.ts";

/**
 * ms from a change of the page until it is looked at, so that a page which changes all the time is looked at no more often.
 * To look at each change as it comes took 7 ms of a slow phone while a short page was parsed.
 */
const LULL = 50;

/** Runs once: now where there is an element that the selector fits, else soon after there is. */
export function onFirst(selector: string, guard: Guard, run: () => unknown): void {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    setTimeout(look, LULL);
  });
  const look = guard(() =>
    document.querySelector(selector) ? run() : observer.observe(document, { childList: true, subtree: true }),
  );
  look();
}
