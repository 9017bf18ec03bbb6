/** Named values that conditions read. */
import type { Json } from "../condition/evaluate.ts";
import type { Context } from "../context.ts";
import { shareOf } from "../ghost/affinity.ts";
import type { Ghost, Tally } from "../ghost/ghost.ts";
import { tallyOf } from "../ghost/reduce.ts";
import type { CounterPlan, Plan } from "../plan.ts";

/**
 * What the ghost comes to, by name: those of the plan, and `sessions touchpoints identified stage last_seen_at`,
 * `first_order_at last_order_at` (ISO dates), `affinity` (shares by affinity and value). What the page tells comes first.
 */
export function factsOf(plan: Plan, ghost: Ghost, context?: Pick<Context, "facts">): Readonly<Record<string, Json>> {
  const named = Object.entries(plan.facts).flatMap(([name, index]) => {
    const counter = plan.counters[index];
    return counter ? [[name, factOf(counter, tallyOf(ghost, counter))] as const] : [];
  });
  const orders = plan.counters[plan.facts.orders ?? -1];
  const ordered = orders && tallyOf(ghost, orders);
  const shares = plan.affinities.map((affinity) => {
    const values = Object.keys(ghost.affinities[affinity.id] ?? {});
    return [affinity.id, Object.fromEntries(values.map((value) => [value, shareOf(ghost, affinity, value)]))] as const;
  });
  return {
    ...Object.fromEntries(named),
    sessions: ghost.session.n,
    touchpoints: Object.values(ghost.touches).reduce((sum, count) => sum + count, 0),
    identified: ghost.identified,
    stage: ghost.stage[0],
    last_seen_at: ghost.session.n ? iso(ghost.seen) : null,
    first_order_at: ordered ? iso(ordered.first) : null,
    last_order_at: ordered ? iso(ordered.last) : null,
    affinity: Object.fromEntries(shares),
    ...(context?.facts as Readonly<Record<string, Json>>),
  };
}

function factOf({ of }: CounterPlan, tally: Tally | undefined): Json {
  if (!of) return tally?.n ?? 0;
  if (of[0] === "distinct") return tally?.at.length ?? 0;
  return tally?.value ?? (of[0] === "sum" ? 0 : null);
}

const iso = (instant: number): string => new Date(instant).toISOString();
