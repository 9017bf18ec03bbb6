/** What the visitor says of the interests that were found. */
import type { AffinityPlan } from "../plan.ts";
import { asAtBirth } from "./affinity.ts";
import type { Ghost } from "./ghost.ts";
import { asText } from "./value.ts";

/** Values of one affinity that a visitor can rule out. */
const MUTED = 24;

/**
 * Not wanted: the score goes, and no event brings it back. Wanted: it may come back, and counts at once as much as the
 * best that there is, or as the most that one event adds.
 */
export function changeInterest(ghost: Ghost, plan: AffinityPlan, value: string, wanted: boolean): Ghost {
  const name = asText(value);
  if (name === undefined) return ghost;
  const { [name]: own, ...others } = ghost.affinities[plan.id] ?? {};
  const muted = (ghost.muted[plan.id] ?? []).filter((one) => one !== name);
  if (!wanted) {
    return {
      ...ghost,
      affinities: { ...ghost.affinities, [plan.id]: others },
      muted: { ...ghost.muted, [plan.id]: [...muted, name].slice(-MUTED) },
    };
  }
  const most = asAtBirth(Math.max(...Object.values(plan.weights)), plan, ghost.seen - ghost.born);
  const best = Math.max(most, own ?? 0, ...Object.values(others));
  const scores = { ...others, [name]: best };
  return {
    ...ghost,
    affinities: { ...ghost.affinities, [plan.id]: scores },
    muted: { ...ghost.muted, [plan.id]: muted },
  };
}
