/** Counts one event in one tally. */
import type { Json } from "../condition/condition.ts";
import { valueAt } from "../condition/path.ts";
import type { CounterPlan, Measure } from "../plan.ts";
import type { Tally } from "./ghost.ts";
import type { Signal } from "./signal.ts";
import { asAmount, asScalar } from "./value.ts";

type Value = string | number | boolean;

/** Instants, oldest first, and what is kept with each: an amount or a value. */
type Kept = Required<Pick<Tally, "at" | "of">>;

/** Late events fall into their place. The same tally, where the event has nothing that the counter measures. */
export function addToTally(
  tally: Tally | undefined,
  { of, keep }: Pick<CounterPlan, "of" | "keep">,
  { at, properties }: Pick<Signal, "at" | "properties">,
): Tally | undefined {
  const { n = 0, first = at, last = at, at: instants = [], of: items = [], value: before } = tally ?? {};
  const next = { n: n + 1, first: Math.min(first, at), last: Math.max(last, at) };
  const kept = { at: instants, of: items };
  // Behind what is as old.
  const place = instants.findLastIndex((instant) => instant <= at) + 1;
  if (!of) return { ...next, at: keep ? instants.toSpliced(place, 0, at).slice(-keep) : [] };
  const [kind, path] = of;
  const value = measure(kind, valueAt(properties, path));
  if (value === undefined) return tally;
  if (kind === "distinct") return { ...next, ...withDistinct(kept, place, value, at, keep) };
  const amounts = kind === "sum" && keep ? withAmount(kept, place, Number(value), at, keep) : { at: [] };
  return { ...next, ...amounts, value: join(kind, before, value, at, first, last) };
}

function measure(kind: Measure, value: unknown): Value | undefined {
  return kind === "sum" || kind === "max" || kind === "min" ? asAmount(value) : asScalar(value);
}

/** Where more would be kept than may be, the two oldest become one: nothing is lost, and it stays a little too long. */
function withAmount(kept: Kept, place: number, amount: number, at: number, keep: number): Kept {
  const instants = kept.at.toSpliced(place, 0, at);
  const amounts = kept.of.toSpliced(place, 0, amount);
  return instants.length > keep
    ? { at: instants.slice(1), of: amounts.toSpliced(0, 2, Number(amounts[0]) + Number(amounts[1])) }
    : { at: instants, of: amounts };
}

/** Each value once, where it came last. */
function withDistinct(kept: Kept, place: number, value: Value, at: number, keep: number): Kept {
  const known = kept.of.indexOf(value);
  if ((kept.at[known] ?? Number.NEGATIVE_INFINITY) >= at) return kept;
  const put = <T>(list: readonly T[], item: T): readonly T[] =>
    // What is known is older, so that its place stays where it was.
    list
      .toSpliced(place, 0, item)
      .filter((_, index) => index !== known)
      .slice(-keep);
  return { at: put(kept.at, at), of: put(kept.of, value) };
}

/** What remains of two values of one measure; `first` and `last` are instants of what came before. */
function join(
  kind: Exclude<Measure, "distinct">,
  before: Json | undefined,
  value: Value,
  at: number,
  first: number,
  last: number,
): Json {
  if (before === undefined) return value;
  if (kind === "latest") return at >= last ? value : before;
  if (kind === "first") return at < first ? value : before;
  // To the millionth: 0.1 and 0.2 leave a remainder, which would keep a customer from what they have reached.
  if (kind === "sum") return Number((Number(before) + Number(value)).toFixed(6));
  return (kind === "max" ? Math.max : Math.min)(Number(before), Number(value));
}
