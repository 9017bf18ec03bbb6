/** By which ways the visitor came, and how often. */
import type { Ghost } from "./ghost.ts";
import { amountOf, asText, largestBut } from "./value.ts";

/** Ways that a ghost remembers; the rarest goes first. */
const KEPT = 12;

export function addTouch(touches: Ghost["touches"], touch: string | undefined): Ghost["touches"] {
  const way = asText(touch);
  if (!way) return touches;
  const others = largestBut([way], touches).slice(0, KEPT - 1);
  return Object.fromEntries([...others, [way, amountOf(touches, way) + 1]]);
}
