/** Turns clauses as written into clauses as run. */
import type { Clause, Comparison } from "../../plan.ts";
import { agesOf, compileEvent } from "./compile-event.ts";
import type { Counters } from "./counters.ts";
import type { AffinityClauseSource, ClauseSource, Size } from "./source.ts";

/** What clauses are compiled against. */
export interface Surroundings {
  readonly counters: Counters;
  /** Ids in the order of the plan. */
  readonly segments: readonly string[];
  readonly affinities: readonly string[];
  /** Path of an order's amount, and the least that the orders of a year come to, by size. */
  readonly revenue: string;
  readonly sizes: Readonly<Record<Size, number>>;
}

/** What the words for an order's value stand for. */
export const ORDER = "Order Completed";

/** Over how long the orders of a visitor are added up to tell how much they are worth. */
export const VALUE_WINDOW = "365d";

export function compileClause(source: ClauseSource, around: Surroundings): Clause {
  const inner = (part: ClauseSource) => compileClause(part, around);
  if ("all" in source) return ["all", source.all.map(inner)];
  if ("any" in source) return ["any", source.any.map(inner)];
  if ("not" in source) return ["not", inner(source.not)];
  if ("segment" in source) return ["segment", placeOf(source.segment, around.segments)];
  if ("stage" in source) return ["stage", source.stage];
  if ("fact" in source) return ["fact", source.fact];
  if ("silent" in source) return ["silent", agesOf(source.silent)];
  if ("affinity" in source) return compileAffinity(source, around);
  if ("consent" in source) return ["consent", source.consent];
  if ("channel" in source) return source.preferred ? ["channel", source.channel, 1] : ["channel", source.channel];
  if ("value" in source) {
    const { revenue, sizes } = around;
    const sum = { [revenue]: { $gte: sizes[source.value] } };
    return compileEvent({ event: ORDER, sum, within: VALUE_WINDOW }, around.counters);
  }
  return compileEvent(source, around.counters);
}

function compileAffinity(source: AffinityClauseSource, { affinities }: Surroundings): Clause {
  const { affinity, of, share, score, lift, top = 1 } = source;
  const at = placeOf(affinity, affinities);
  if (share) return ["share", at, of, share as Comparison];
  if (score) return ["score", at, of, score as Comparison];
  return lift ? ["lift", at, of, lift as Comparison] : ["top", at, of, top];
}

/** Names were checked with the file; an unknown one here is a bug. */
function placeOf(name: string, names: readonly string[]): number {
  const at = names.indexOf(name);
  if (at < 0) throw new TypeError(`there is no "${name}"`);
  return at;
}
