/** Notices the first element of a kind on a page: what is there for it need not be loaded before. */
import type { Guard } from "./guard.ts";

/** Runs once: now where there is an element that the selector fits, else as soon as there is. */
export function onFirst(selector: string, guard: Guard, run: () => void): void {
  // Not the node's own: the fields of a form can stand in for its methods.
  const { matches, querySelector } = Element.prototype;
  const has = (node: Node): boolean =>
    node instanceof Element && (matches.call(node, selector) || !!querySelector.call(node, selector));
  const observer = new MutationObserver(
    guard((records: readonly MutationRecord[]) => {
      if (!records.some(({ addedNodes }) => [...addedNodes].some(has))) return;
      observer.disconnect();
      run();
    }),
  );
  if (document.querySelector(selector)) run();
  else observer.observe(document, { childList: true, subtree: true });
}
