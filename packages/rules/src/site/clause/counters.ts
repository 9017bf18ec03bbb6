/** Collects the counters that clauses share. */
import type { Condition } from "../../condition/evaluate.ts";
import type { CounterPlan, Span } from "../../plan.ts";
import { canonical } from "./canonical.ts";
import type { EventSource } from "./source.ts";

/** Pairs of instant and amount that a sum keeps for a window, and instants that a window between two ages keeps. */
export const SUM_CAP = 64;

export interface Counters {
  readonly plans: readonly CounterPlan[];
  /** By event name: which counters it touches, ascending. */
  readonly events: () => Readonly<Record<string, readonly number[]>>;
  /** Index of the counter that counts this; made where there is none, kept at least as long as asked. */
  readonly index: (source: EventSource, extra: Omit<CounterPlan, "key" | "where">) => number;
}

export function createCounters(): Counters {
  const plans: CounterPlan[] = [];
  const indexes = new Map<string, number>();
  const touched = new Map<string, number[]>();

  function index({ event, where }: EventSource, extra: Omit<CounterPlan, "key" | "where">): number {
    const events = [...new Set([event].flat())].sort();
    const key = keyOf(events, where, extra, plans);
    const at = indexes.get(key) ?? plans.length;
    const known = plans[at];
    if (known) {
      plans[at] = { ...known, keep: Math.max(known.keep, extra.keep) };
      return at;
    }
    indexes.set(key, at);
    for (const name of events) touched.set(name, [...(touched.get(name) ?? []), at]);
    plans.push({ key, ...(where && Object.keys(where).length && { where }), ...extra });
    return at;
  }

  return { plans, events: () => Object.fromEntries(touched), index };
}

/**
 * Names what is counted and nothing of the clause that asks, so that a ghost's tally outlives a change of the others:
 * the events, then what narrows them, each part told from the others by how it begins.
 */
function keyOf(
  events: readonly string[],
  where: Condition | undefined,
  { dates, after, of }: Omit<CounterPlan, "key" | "where">,
  plans: readonly CounterPlan[],
): string {
  const [only = ""] = events;
  const name = events.length > 1 ? canonical(events) : plain(only) ? only : JSON.stringify(only);
  return [
    name,
    ...(where && Object.keys(where).length ? [canonical(where)] : []),
    ...(dates ? [`on ${dates.join("/")}`] : []),
    ...(after ? [`after ${inText(after[1])} ${JSON.stringify(plans[after[0]]?.key)}`] : []),
    ...(of ? [`${of[0]} ${JSON.stringify(of[1])}`] : []),
  ].join("|");
}

/** Whether a name cannot be taken for a key with parts, for a list or for a name in quotes. */
function plain(name: string): boolean {
  return !/\||^["[]/.test(name);
}

function inText(span: Span): string {
  return typeof span === "number" ? String(span) : `${span[0]}mo`;
}
