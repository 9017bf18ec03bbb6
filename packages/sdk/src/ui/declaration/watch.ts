/** Fills every place that asks for the cookie declaration, now and when it comes. */
import type { CenterPart } from "@ghostlight/rules";
import { mountDeclaration } from "./mount.tsx";

const PLACES = '[data-ghostlight="cookies"]';

export function watchDeclarations(part: CenterPart): void {
  const filled = new WeakSet<Element>();
  const fill = (): void => {
    const places = [...document.querySelectorAll(PLACES)].filter((place) => !filled.has(place));
    for (const place of places) filled.add(place);
    mountDeclaration(part, places);
  };
  fill();
  new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length)) fill();
  }).observe(document, { childList: true, subtree: true });
}
