/** Turns clauses as written into clauses as run, and collects the counters that they share. */
import type { Condition, Json } from "../condition/evaluate.ts";
import type { Clause, Comparison, CounterPlan } from "../plan.ts";
import type { ClauseSource, ComparisonSource, EventClauseSource } from "./clause-schema.ts";
import { parseDuration } from "./duration.ts";

/** What clauses are compiled against. */
export interface Compiler {
  readonly counters: readonly CounterPlan[];
  readonly compile: (source: ClauseSource) => Clause;
}

/** `segments` are the ids in the order of the plan. */
export function createCompiler(segments: readonly string[]): Compiler {
  const counters: CounterPlan[] = [];

  function counter(event: string, where: Condition | undefined, keep: number): number {
    const key = where ? `${event}|${canonical(where)}` : event;
    const index = counters.findIndex((one) => one.key === key);
    const known = counters[index];
    if (!known) return counters.push({ key, event, ...(where && { where }), keep }) - 1;
    counters[index] = { ...known, keep: Math.max(known.keep, keep) };
    return index;
  }

  function compileEvent(source: EventClauseSource): Clause {
    const { event, where, count, first, last, within, without } = source;
    if (without) {
      const absent = counter(without.event, without.where, 0);
      return ["without", counter(event, where, 0), absent, milliseconds(without.within)];
    }
    if (first) return ["first", counter(event, where, 0), ages(first)];
    if (last) return ["last", counter(event, where, 0), ages(last)];
    const numbers = { ...(count ?? { $gte: 1 }) } as Comparison;
    if (within === undefined) return ["count", counter(event, where, 0), numbers];
    const keep = Math.max(...Object.values(numbers)) + 1;
    return ["count", counter(event, where, keep), numbers, milliseconds(within)];
  }

  function compile(source: ClauseSource): Clause {
    if ("all" in source) return ["all", source.all.map(compile)];
    if ("any" in source) return ["any", source.any.map(compile)];
    if ("not" in source) return ["not", compile(source.not)];
    if ("segment" in source) return ["segment", segments.indexOf(source.segment)];
    if ("stage" in source) return ["stage", source.stage];
    return compileEvent(source);
  }

  return { counters, compile };
}

function ages(source: ComparisonSource<string>): Comparison {
  return Object.fromEntries(Object.entries(source).map(([operator, age]) => [operator, milliseconds(age)]));
}

/** Durations were checked with the file; an unreadable one here is a bug. */
function milliseconds(text: string): number {
  const length = parseDuration(text);
  if (length === undefined) throw new TypeError(`"${text}" is not a duration`);
  return length;
}

/** The same text for conditions that differ only in the order of their keys. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}
