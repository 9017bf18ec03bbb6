/** Writes the cookie declaration into the page, in the page's own type: which service keeps what, and for how long. */
import type { CenterPart } from "@ghostlight/rules";
import { render } from "preact";
import { Declaration } from "./Declaration.tsx";

/** Fills each element, such as those with `data-ghostlight="cookies"`; returns what empties them again. */
export function mountDeclaration(part: CenterPart, elements: readonly Element[]): () => void {
  for (const element of elements) render(<Declaration {...part} />, element);
  return () => {
    for (const element of elements) render(null, element);
  };
}
