/** Clauses on events, with the counters that they need. */
import type { AgeComparison, Clause, Comparison, CounterPlan, Span, Window } from "../../plan.ts";
import { spanOf } from "../duration.ts";
import { type Counters, SUM_CAP } from "./counters.ts";
import type { ComparisonSource, EventClauseSource } from "./source.ts";
import { isDay } from "./window-schema.ts";

export function compileEvent(source: EventClauseSource, counters: Counters): Clause {
  const { count, sum, distinct, first, last, then, without } = source;
  const dates = datesOf(source);
  const counter = (keep: number, of?: CounterPlan["of"]): number => {
    const shape = { ...(dates && { dates }), ...(of && { of }), keep };
    if (!then) return counters.index(source, shape);
    const after = [counters.index(source, { keep: 0 }), spanOf(then.within)] as const;
    return counters.index(then, { ...shape, after });
  };
  if (without) {
    // In this order the keys of a plan stand as the clause reads.
    const here = counter(0);
    return ["without", here, counters.index(without, { keep: 0 }), spanOf(without.within)];
  }
  if (first) return ["first", counter(0), agesOf(first)];
  if (last) return ["last", counter(0), agesOf(last)];

  const window = windowOf(source);
  const kind = sum ? "sum" : distinct ? "distinct" : "count";
  const [path, operators] = Object.entries(sum ?? distinct ?? { "": count ?? { $gte: 1 } })[0] ?? ["", {}];
  const numbers = operators as Comparison;
  const keep = keepOf(kind, numbers, window);
  const at = counter(keep, kind === "count" ? undefined : [kind, path]);
  return window ? [kind, at, numbers, window] : [kind, at, numbers];
}

/** One more than is compared with is enough to tell: what is older than that was more than enough already. */
function keepOf(kind: "count" | "sum" | "distinct", numbers: Comparison, window: Window | undefined): number {
  const most = Math.floor(Math.max(0, ...Object.values(numbers))) + 1;
  if (kind === "distinct") return most;
  if (!window) return 0;
  return kind === "sum" || window[0] === "from" ? SUM_CAP : most;
}

export function agesOf(source: ComparisonSource<string>): AgeComparison {
  return Object.fromEntries(Object.entries(source).map(([operator, age]): [string, Span] => [operator, spanOf(age)]));
}

function windowOf({ within, between, session }: EventClauseSource): Window | undefined {
  if (session) return ["session"];
  if (typeof within === "string") return ["in", spanOf(within)];
  if (within) return ["days", within.days];
  if (!between || isDay(between[0])) return undefined;
  return ["from", spanOf(between[0]), spanOf(between[1])];
}

function datesOf({ between }: EventClauseSource): readonly [string, string] | undefined {
  return between && isDay(between[0]) ? between : undefined;
}
