/** What the visitor's groups rest on, as plainly as the rules can say it. */
import type { Explanation } from "@ghostlight/rules";

/** ms of a day. */
const DAY = 86_400_000;

/** Kinds of clauses whose figure is an age. */
const AGES = ["first", "last", "without", "silent"];

/** `Product Viewed: 3`, `Order Completed: 12 d`: what holds, with its figure; each once. */
export function reasonsOf(explanation: Explanation | undefined): readonly string[] {
  if (!explanation?.held) return [];
  const { kind, of, actual, parts = [] } = explanation;
  // What a `not` holds is that something is missing: of that there is nothing to tell.
  const inside = kind === "not" ? [] : parts.flatMap(reasonsOf);
  const figure = AGES.includes(kind) ? `${Math.floor((actual ?? 0) / DAY)} d` : Number(actual?.toFixed(2));
  const own = typeof of === "string" && actual !== undefined ? [`${of}: ${figure}`] : [];
  return [...new Set([...own, ...inside])];
}
