/** Which code a plan asks for, of that which not every page has. */
import type { AffinityClause } from "../clause/likes.ts";
import { RARE_OPERATORS } from "../condition/rare.ts";
import type { Plan } from "../plan.ts";
import { factsOfPage } from "./built-in-facts.ts";
import { leavesOf } from "./closure.ts";

const LIKES: Readonly<Record<AffinityClause[0], true>> = { score: true, share: true, lift: true, top: true };

export interface Uses {
  /** One of the operators that few sites use. */
  readonly operators: boolean;
  /** Clauses on what the visitor likes. */
  readonly likes: boolean;
  /** Clauses on where the visitor can be reached. */
  readonly reach: boolean;
  /** Conditions on what the page tells of itself. */
  readonly pageFacts: boolean;
}

/** Of a plan that was compiled from a checked site: there, whatever starts with `$` is an operator or joins conditions. */
export function usesOf(plan: Plan): Uses {
  const leaves = leavesOf(plan);
  const ofFacts = leaves.map((leaf) => (leaf[0] === "fact" ? leaf[1] : undefined)).flatMap(namesIn);
  const ofEvents = plan.counters.map(({ where }) => where).flatMap(namesIn);
  return {
    operators: [...ofEvents, ...ofFacts].some((name) => Object.hasOwn(RARE_OPERATORS, name)),
    likes: leaves.some(([kind]) => Object.hasOwn(LIKES, kind)),
    reach: leaves.some(([kind]) => kind === "channel"),
    pageFacts: ofFacts.some((name) => factsOfPage.includes(name.split(".")[0] ?? name)),
  };
}

/** The keys at any depth. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(namesIn)];
}
