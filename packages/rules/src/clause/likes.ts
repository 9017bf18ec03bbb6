/** Clauses on what the visitor likes: a page has this where its plan asks for one of them. */
import { rankOf, scoreOf, type shareOf } from "../ghost/affinity.ts";
import type { Ghost } from "../ghost/ghost.ts";
import type { Clause, Plan } from "../plan.ts";
import type { compares, turning } from "./compare.ts";
import { always, type Outcome } from "./outcome.ts";

export type AffinityClause = Extract<Clause, readonly ["score" | "share" | "lift" | "top", ...unknown[]]>;

/** `now`: ms since 1970. The last two are in every page anyway, and this need not bring them along. */
export function likes(
  clause: AffinityClause,
  { plan, ghost, now }: { readonly plan: Plan; readonly ghost: Ghost; readonly now: number },
  holds: typeof compares,
  turn: typeof turning,
  part: typeof shareOf,
): Outcome {
  const [kind, index, value] = clause;
  const affinity = plan.affinities[index];
  if (!affinity) return always(false);
  if (clause[0] === "top") {
    const rank = rankOf(ghost, affinity, value);
    return always(rank <= clause[3], rank);
  }
  const wanted = clause[3];
  if (kind === "score") {
    const score = (at: number): number => scoreOf(ghost, affinity, value, at);
    const actual = score(now);
    // Where it halves its way down to a bound; to the ms on either side, for the logarithm is not exact.
    const turns = Object.values(wanted).flatMap((bound) => {
      const at = Math.floor(now + affinity.halfLife * Math.log2(actual / bound));
      return [at - 1, at, at + 1, at + 2];
    });
    return { ...turn((at) => holds(score(at), wanted), turns, now), actual };
  }
  const share = part(ghost, affinity, value);
  const actual = kind === "share" ? share : share / (affinity.baseline[value] ?? Number.NaN);
  return always(holds(actual, wanted), actual);
}
