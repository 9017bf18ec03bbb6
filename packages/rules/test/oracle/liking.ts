/** What a visitor likes, by adding up every event of the log as much as its age leaves of it. */
import { asText, at, satisfies } from "./compare.ts";
import { after } from "./span.ts";
import type { AffinityText, Entry, LikingText } from "./words.ts";

/** Scores that differ by less, relatively, are the same: numbers are no finer than that after years of halving. */
const SAME = 1e-9;

/** Values and what they score at `now`. */
export function scoresOf(affinity: AffinityText, log: readonly Entry[], now: number): Map<string, number> {
  const halfLife = after(0, affinity.halfLife);
  const scores = new Map<string, number>();
  for (const entry of log.filter((one) => one.at <= now)) {
    const weight = Object.hasOwn(affinity.weights, entry.name) ? (affinity.weights[entry.name] ?? 0) : 0;
    if (weight === 0) continue;
    for (const value of valuesOf(affinity.of, entry))
      scores.set(value, (scores.get(value) ?? 0) + weight * 0.5 ** ((now - entry.at) / halfLife));
  }
  return scores;
}

/** Of the event itself; of each of its products, where it names none. */
function valuesOf(path: string, { properties }: Entry): Set<string> {
  const own = asText(at(properties, path));
  const products = Array.isArray(properties.products) ? properties.products : [];
  const found = own === undefined ? products.map((product) => asText(at(product, path))) : [own];
  return new Set(found.filter((value) => value !== undefined));
}

export function likes(clause: LikingText, affinity: AffinityText, log: readonly Entry[], now: number): boolean {
  const scores = scoresOf(affinity, log, now);
  const score = scores.get(clause.of) ?? 0;
  const total = [...scores.values()].reduce((sum, one) => sum + one, 0);
  const share = total > 0 ? score / total : 0;
  if (clause.score) return satisfies(score, clause.score);
  if (clause.share) return satisfies(share, clause.share);
  if (clause.lift) return satisfies(share / (affinity.baseline?.[clause.of] ?? 1), clause.lift);
  return score > 0 && [...scores.values()].filter((one) => one > score * (1 + SAME)).length < (clause.top ?? 1);
}
