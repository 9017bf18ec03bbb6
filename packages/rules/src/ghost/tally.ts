/** Counts one event in one tally. */
import type { Json } from "../condition/condition.ts";
import { valueAt } from "../condition/path.ts";
import type { CounterPlan, Measure } from "../plan.ts";
import type { Tally } from "./ghost.ts";
import type { Signal } from "./signal.ts";
import { asAmount, asScalar } from "./value.ts";

type Value = string | number | boolean;

/** What is kept of one event: when it came, and its amount or value. */
type Kept = readonly [at: number, item: Json];

/** Late events fall into their place. The same tally, where the event has nothing that the counter measures. */
export function addToTally(
  tally: Tally | undefined,
  { of, keep }: Pick<CounterPlan, "of" | "keep">,
  { at, properties }: Pick<Signal, "at" | "properties">,
): Tally | undefined {
  const { n = 0, first = at, last = at, at: instants = [], of: items = [], value: before } = tally ?? {};
  const next = { n: n + 1, first: Math.min(first, at), last: Math.max(last, at) };
  const kept = instants.map((instant, index): Kept => [instant, items[index] ?? null]);
  if (!of) return { ...next, at: keep ? withItem(kept, [at, null]).map(instantOf).slice(-keep) : [] };
  const [kind, path] = of;
  const value = measure(kind, valueAt(properties, path));
  if (value === undefined) return tally;
  if (kind === "distinct") return { ...next, ...split(withDistinct(kept, value, at).slice(-keep)) };
  const amounts = kind === "sum" && keep ? split(withAmount(kept, Number(value), at, keep)) : { at: [] };
  return { ...next, ...amounts, value: join(kind, before, value, at, first, last) };
}

function measure(kind: Measure, value: unknown): Value | undefined {
  return kind === "sum" || kind === "max" || kind === "min" ? asAmount(value) : asScalar(value);
}

/** Where more would be kept than may be, the two oldest become one: nothing is lost, and it stays a little too long. */
function withAmount(kept: readonly Kept[], amount: number, at: number, keep: number): readonly Kept[] {
  const all = withItem(kept, [at, amount]);
  const [oldest, second, ...others] = all;
  if (!oldest || !second || all.length <= keep) return all;
  return [[second[0], Number(oldest[1]) + Number(second[1])], ...others];
}

/** Each value once, where it came last. */
function withDistinct(kept: readonly Kept[], value: Value, at: number): readonly Kept[] {
  const known = kept.find(([, item]) => item === value);
  return known && known[0] >= at
    ? kept
    : withItem(
        kept.filter((one) => one !== known),
        [at, value],
      );
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
  if (kind === "sum") return Number(before) + Number(value);
  return kind === "max" ? Math.max(Number(before), Number(value)) : Math.min(Number(before), Number(value));
}

const instantOf = ([at]: Kept): number => at;

/** In its place, behind what is as old. */
function withItem(kept: readonly Kept[], item: Kept): readonly Kept[] {
  return [...kept, item].sort(([a], [b]) => a - b);
}

function split(kept: readonly Kept[]): Pick<Tally, "at" | "of"> {
  return { at: kept.map(instantOf), of: kept.map(([, item]) => item) };
}
