/**
 * What a visitor turns out to like. A score halves with time; it is kept as if all were still at the ghost's birth, so
 * that adding to one never touches the others, and the order of events does not matter: forward decay, Cormode et al.
 * 2009, https://doi.org/10.1109/ICDE.2009.65
 */
import { valueAt } from "../condition/path.ts";
import type { AffinityPlan } from "../plan.ts";
import type { Ghost } from "./ghost.ts";
import type { Signal } from "./signal.ts";
import { amountOf, asText, largestBut, sumOf } from "./value.ts";

/** Scores that differ by less, relatively, are the same: numbers are no finer than that after years of halving. */
const SAME = 1e-9;

/** Half-lives that a number can tell apart; a clock that was decades ahead must not make all of them infinite. */
const MOST = 900;

type Scores = Readonly<Record<string, number>>;

const scoresOf = ({ affinities }: Pick<Ghost, "affinities">, { id }: AffinityPlan): Scores => affinities[id] ?? {};

/** The affinities after an event. */
export function addAffinities(ghost: Ghost, plans: readonly AffinityPlan[], signal: Signal): Ghost["affinities"] {
  const changed = plans.flatMap((plan) => {
    const weight = amountOf(plan.weights, signal.name);
    const muted = ghost.muted[plan.id] ?? [];
    const values = weight ? valuesOf(plan, signal).filter((value) => !muted.includes(value)) : [];
    if (!values.length) return [];
    const added = asAtBirth(weight, plan, signal.at - ghost.born);
    const scores = scoresOf(ghost, plan);
    // What came now stays, however little it is yet: else nothing new would ever find a place among old favourites.
    const now = values.map((value) => [value, amountOf(scores, value) + added] as const);
    const kept = [...now, ...largestBut(values, scores)].slice(0, plan.keep);
    return [[plan.id, Object.fromEntries(kept)] as const];
  });
  return { ...ghost.affinities, ...Object.fromEntries(changed) };
}

/** What a weight counts, `age` ms after the ghost's birth, where all scores are kept as of then. */
export function asAtBirth(weight: number, { halfLife }: AffinityPlan, age: number): number {
  return weight * 2 ** Math.min(MOST, age / halfLife);
}

/** The score at an instant, ms since 1970. */
export function scoreOf(
  ghost: Pick<Ghost, "affinities" | "born">,
  plan: AffinityPlan,
  value: string,
  at: number,
): number {
  return amountOf(scoresOf(ghost, plan), value) * 2 ** ((ghost.born - at) / plan.halfLife);
}

/** Part of the sum of all scores, 0 to 1. Time alone does not change it: all halve alike. */
export function shareOf(ghost: Pick<Ghost, "affinities">, plan: AffinityPlan, value: string): number {
  const scores = scoresOf(ghost, plan);
  const sum = sumOf(scores);
  return sum && amountOf(scores, value) / sum;
}

/** 1 for the best; Infinity for one without a score. */
export function rankOf(ghost: Pick<Ghost, "affinities">, plan: AffinityPlan, value: string): number {
  const scores = scoresOf(ghost, plan);
  const own = amountOf(scores, value);
  return own ? Object.values(scores).filter((score) => score > own * (1 + SAME)).length + 1 : Number.POSITIVE_INFINITY;
}

/** The value that an event names, or those of its products, each once. */
function valuesOf({ path }: AffinityPlan, { properties }: Signal): readonly string[] {
  const { products } = properties;
  const own = asText(valueAt(properties, path));
  const found =
    own === undefined && Array.isArray(products) ? products.map((one) => asText(valueAt(one, path))) : [own];
  return [...new Set(found.filter((value) => value !== undefined))];
}
