/** Named values that conditions read. */
import type { Json } from "../condition/condition.ts";
import type { Context } from "../context.ts";
import { shareOf } from "../ghost/affinity.ts";
import type { Ghost, Tally } from "../ghost/ghost.ts";
import { tallyOf } from "../ghost/reduce.ts";
import { sumOf } from "../ghost/value.ts";
import type { CounterPlan, Plan } from "../plan.ts";

/**
 * What the ghost comes to, by name: those of the plan, and `sessions touchpoints identified stage last_seen_at`,
 * `first_order_at last_order_at` (ISO dates), `affinity` (shares by affinity and value). What the page tells comes first.
 */
export function factsOf(plan: Plan, ghost: Ghost, context?: Pick<Context, "facts">): Readonly<Record<string, Json>> {
  const tallyAt = (index: number | undefined): Tally | undefined => tallyOf(ghost, plan.counters[index ?? -1]);
  const named = Object.entries(plan.facts).map(
    ([name, index]) => [name, factOf(plan.counters[index], tallyAt(index))] as const,
  );
  const orders = tallyAt(plan.facts.orders);
  const shares = plan.affinities.map((affinity) => {
    const values = Object.keys(ghost.affinities[affinity.id] ?? {});
    return [affinity.id, Object.fromEntries(values.map((value) => [value, shareOf(ghost, affinity, value)]))] as const;
  });
  return {
    ...Object.fromEntries(named),
    sessions: ghost.session.n,
    touchpoints: sumOf(ghost.touches),
    identified: ghost.identified,
    stage: ghost.stage[0],
    last_seen_at: ghost.session.n ? iso(ghost.seen) : null,
    first_order_at: iso(orders?.first),
    last_order_at: iso(orders?.last),
    affinity: Object.fromEntries(shares),
    ...(context?.facts as Readonly<Record<string, Json>>),
  };
}

function factOf(counter: CounterPlan | undefined, tally: Tally | undefined): Json {
  const kind = counter?.of?.[0];
  if (!kind) return tally?.n ?? 0;
  if (kind === "distinct") return tally?.at.length ?? 0;
  return tally?.value ?? (kind === "sum" ? 0 : null);
}

function iso(instant: number | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString();
}
