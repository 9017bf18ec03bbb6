/** What the visitor turned out to like, for them to see. */
import type { Judging, Life, Plan } from "@ghostlight/rules";
import type { Interest } from "../../preferences/known.ts";

/** The strongest come first. */
export function interestsOf({ factsOf }: Pick<Judging, "factsOf">, plan: Plan, life: Life): readonly Interest[] {
  const shares = factsOf(plan, life.ghost).affinity;
  return Object.entries(shares as Readonly<Record<string, Readonly<Record<string, number>>>>)
    .flatMap(([affinity, values]) => Object.entries(values).map(([value, share]) => ({ affinity, value, share })))
    .sort((a, b) => b.share - a.share);
}
