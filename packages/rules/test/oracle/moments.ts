/** Every instant at which anything that rules say may change while no event comes. */
import { after } from "./span.ts";
import { visitEnds } from "./visits.ts";
import type { Days, Entry, RulesText } from "./words.ts";

const DURATION = /^\d+(s|m|h|d|w|mo|y)$/;
const YEAR = "365d";

/** All durations and numbers of days that stand anywhere in the rules; which clause they belong to does not matter. */
function spansIn(value: unknown, spans: { texts: Set<string>; days: Set<number> }): void {
  if (typeof value === "string" && DURATION.test(value)) spans.texts.add(value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === "days" && typeof item === "number") spans.days.add(item);
    spansIn(item, spans);
  }
}

/** In order, each once: all instants that are one of those spans, and a ms more, after an event; ends of visits and days. */
export function momentsOf(rules: RulesText, log: readonly Entry[], days: Days): number[] {
  const spans = { texts: new Set([YEAR]), days: new Set<number>() };
  spansIn([rules.stages, rules.segments, rules.audiences], spans);
  const moments = log.flatMap(({ at }) => [
    ...[...spans.texts].flatMap((text) => [after(at, text), after(at, text) + 1]),
    ...[...spans.days].map((shift) => days.startOfDay(at, shift)),
  ]);
  return [...new Set([...moments, ...visitEnds(log)])].sort((a, b) => a - b);
}
