/** Notices the first element of a kind on a page: what is there for it need not be loaded before. */
import type { Guard } from "./guard.ts";

/** Runs once: now where there is an element that the selector fits, else as soon as there is. */
export function onFirst(selector: string, guard: Guard, run: () => void): void {
  const has = (node: Node): boolean =>
    (node instanceof Element && node.matches(selector)) ||
    ((node instanceof Element || node instanceof Document) && node.querySelector(selector) !== null);
  const observer = new MutationObserver(
    guard((records: readonly MutationRecord[]) => {
      if (!records.some(({ addedNodes }) => [...addedNodes].some(has))) return;
      observer.disconnect();
      run();
    }),
  );
  if (has(document)) run();
  else observer.observe(document, { childList: true, subtree: true });
}
