/** When time alone takes somebody into a stage or a segment, or out of it. */
import { elapse, nextFlip } from "@ghostlight/rules";
import type { Person, World } from "../simulate/replay.ts";

/** How many instants to look at, one after another; each may change anything, so few change one thing. */
const MOST = 10_000;

/** ms since 1970; undefined: never, as far as it was looked. */
export function nextChange(
  { plan }: Pick<World, "plan">,
  { life, context }: Pick<Person, "life" | "context">,
  { kind, name }: { readonly kind: "stage" | "segment"; readonly name: string },
): number | undefined {
  let now = life;
  for (let step = 0; step < MOST; step++) {
    const flip = nextFlip(now);
    if (flip === Number.POSITIVE_INFINITY) return undefined;
    now = elapse(plan, now, flip, context);
    const change = now.transitions.find((one) => one.kind === kind && one.id === name);
    if (change) return change.at;
  }
  return undefined;
}
