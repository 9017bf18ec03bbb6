/** Named facts, each computed from the whole log. */
import { asAmount, asScalar, at, kindsOf, totalOf } from "./compare.ts";
import { isNamed } from "./counted.ts";
import { visitsOf } from "./visits.ts";
import type { Around, Entry, FactText, RulesText } from "./words.ts";

/** What conditions on facts see at `now`: what surrounds the visitor, and what their events come to. */
export function factsAt(rules: RulesText, log: readonly Entry[], now: number, around: Around): Record<string, unknown> {
  // In order of time; what came at the same instant, in order of arrival.
  const past = log.filter((entry) => entry.at <= now).sort((a, b) => a.at - b.at);
  const visits = visitsOf(past, now);
  const facts: Record<string, FactText> = {
    orders: { event: "Order Completed" },
    revenue: { event: "Order Completed", sum: rules.revenue },
    ...rules.facts,
  };
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, factOf(fact, past)])),
    sessions: visits.length,
    touchpoints: visits.filter(({ entries }) => entries[0]?.touch !== undefined).length,
    identified: past.some(({ name }) => name === "Identified"),
    ...around.facts,
  };
}

function factOf(fact: FactText, past: readonly Entry[]): unknown {
  const events = past.filter((entry) => isNamed(fact, entry));
  const path = fact.sum ?? fact.distinct ?? fact.latest ?? fact.first ?? fact.max ?? fact.min;
  if (path === undefined) return events.length;
  const values = events.map((entry) => at(entry.properties, path));
  if (fact.sum !== undefined) return totalOf(values);
  if (fact.distinct !== undefined) return kindsOf(values);
  const [scalars, amounts] = [values.map(asScalar), values.map(asAmount)].map(known);
  if (fact.latest !== undefined) return scalars?.at(-1) ?? null;
  if (fact.first !== undefined) return scalars?.[0] ?? null;
  const numbers = (amounts ?? []).map(Number);
  if (numbers.length === 0) return null;
  return fact.max === undefined ? Math.min(...numbers) : Math.max(...numbers);
}

const known = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== undefined);
