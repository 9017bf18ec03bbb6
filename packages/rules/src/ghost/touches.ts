/** By which ways the visitor came, and how often. */
import type { Ghost } from "./ghost.ts";
import { asText } from "./value.ts";

/** Ways that a ghost remembers; the rarest goes first. */
const KEPT = 12;

export function addTouch(touches: Ghost["touches"], touch: string | undefined): Ghost["touches"] {
  const way = asText(touch);
  if (way === undefined) return touches;
  const counts = new Map(Object.entries(touches));
  const count = (counts.get(way) ?? 0) + 1;
  counts.delete(way);
  const others = [...counts].sort(([, a], [, b]) => b - a).slice(0, KEPT - 1);
  return Object.fromEntries([...others, [way, count]]);
}
