/** Counts one event in one tally. */
import { valueAt } from "../condition/path.ts";
import type { CounterPlan, Measure } from "../plan.ts";
import type { Tally } from "./ghost.ts";
import type { Signal } from "./signal.ts";
import { asAmount, asScalar } from "./value.ts";

type Value = string | number | boolean;

/** Late events fall into their place. The same tally, where the event has nothing that the counter measures. */
export function addToTally(
  tally: Tally | undefined,
  { of, keep }: Pick<CounterPlan, "of" | "keep">,
  { at, properties }: Pick<Signal, "at" | "properties">,
): Tally | undefined {
  const measured = of && measure(of[0], valueAt(properties, of[1]));
  if (of && measured === undefined) return tally;
  const { n = 0, first = at, last = at } = tally ?? {};
  const next = { n: n + 1, first: Math.min(first, at), last: Math.max(last, at) };
  if (!of || measured === undefined)
    return { ...next, at: keep ? insert(tally?.at ?? [], at, at, tally?.at ?? []).slice(-keep) : [] };
  if (of[0] === "sum") return { ...next, ...withAmount(tally, Number(measured), at, keep) };
  if (of[0] === "distinct") return { ...next, ...withDistinct(tally, measured, at, keep) };
  return { ...next, at: [], value: choose(of[0], tally, measured, at) };
}

function measure(kind: Measure, value: unknown): Value | undefined {
  return kind === "sum" || kind === "max" || kind === "min" ? asAmount(value) : asScalar(value);
}

/** Where more would be kept than may be, the two oldest become one: nothing is lost, and it stays a little too long. */
function withAmount(
  tally: Tally | undefined,
  amount: number,
  at: number,
  keep: number,
): Partial<Tally> & Pick<Tally, "at"> {
  const value = Number(tally?.value ?? 0) + amount;
  if (!keep) return { at: [], value };
  const instants = insert(tally?.at ?? [], at, at, tally?.at ?? []);
  const amounts = insert(tally?.at ?? [], at, amount, (tally?.of ?? []) as readonly number[]);
  if (instants.length <= keep) return { at: instants, of: amounts, value };
  const [oldest = 0, second = 0, ...others] = amounts;
  return { at: instants.slice(1), of: [oldest + second, ...others], value };
}

/** Each value once, where it came last. */
function withDistinct(tally: Tally | undefined, value: Value, at: number, keep: number): Pick<Tally, "at" | "of"> {
  const { at: instants = [], of = [] } = tally ?? {};
  const known = of.indexOf(value);
  if (known >= 0 && (instants[known] ?? at) >= at) return { at: instants, of };
  const others = (_: unknown, index: number): boolean => index !== known;
  const rest = instants.filter(others);
  return {
    at: insert(rest, at, at, rest).slice(-keep),
    of: insert(rest, at, value, of.filter(others)).slice(-keep),
  };
}

function choose(kind: Measure, tally: Tally | undefined, value: Value, at: number): Value {
  const before = tally?.value as Value | undefined;
  if (!tally || before === undefined) return value;
  if (kind === "latest") return at >= tally.last ? value : before;
  if (kind === "first") return at < tally.first ? value : before;
  return kind === "max" ? Math.max(Number(before), Number(value)) : Math.min(Number(before), Number(value));
}

/** `item` put into `items` where `at` belongs among the instants beside them, behind what is as old. */
function insert<Item>(instants: readonly number[], at: number, item: Item, items: readonly Item[]): readonly Item[] {
  let index = instants.length;
  while (index && (instants[index - 1] ?? at) > at) index--;
  return [...items.slice(0, index), item, ...items.slice(index)];
}
