/** What a clause measures, and within which bounds it wants it. */
import type { Condition, Json } from "../../condition/evaluate.ts";
import { canonical } from "../clause/canonical.ts";
import type { ComparisonSource } from "../clause/source.ts";
import { isEventClause, type Leaf } from "../clause/visit.ts";
import { DURATION, parseSpan } from "../duration.ts";
import { type Bound, from, type Interval, narrow } from "./interval.ts";

export interface Measured {
  /** The same for clauses that measure the same. */
  readonly of: string;
  readonly wanted: Interval;
  /** All that can be. */
  readonly possible: Interval;
  readonly whole: boolean;
}

/** Undefined for a clause that measures nothing. */
export function measuredBy(leaf: Leaf): Measured | undefined {
  if ("silent" in leaf) return ages("silent", leaf.silent);
  if ("affinity" in leaf) {
    const { affinity, of, share, score, lift } = leaf;
    const name = (measure: string) => canonical([measure, affinity, of]);
    if (share) return numbers(name("share"), share, from(0, 1), false);
    if (score) return numbers(name("score"), score, from(0), false);
    return lift && numbers(name("lift"), lift, from(0), false);
  }
  if (!isEventClause(leaf) || leaf.without) return undefined;
  const { count, sum, distinct, first, last, event, ...rest } = leaf;
  const what = { ...rest, event: [...new Set([event].flat())].sort() };
  const name = (measure: string) => canonical([measure, JSON.parse(JSON.stringify(what))]);
  if (first) return ages(name("first"), first);
  if (last) return ages(name("last"), last);
  const [path, wanted] = Object.entries(sum ?? distinct ?? {})[0] ?? [];
  if (sum && wanted) return numbers(name(`sum ${path}`), wanted, from(Number.NEGATIVE_INFINITY), false);
  if (wanted) return numbers(name(`distinct ${path}`), wanted, from(0), true);
  return numbers(name("count"), count ?? { $gte: 1 }, from(0), true);
}

function numbers(of: string, wanted: ComparisonSource<number>, possible: Interval, whole: boolean): Measured {
  return { of, wanted: narrow(possible, wanted), possible, whole };
}

function ages(of: string, wanted: ComparisonSource<string>): Measured {
  const bounds = Object.fromEntries(
    Object.entries(wanted).map(([operator, text]): [string, Bound] => [operator, boundOf(text)]),
  );
  const possible = from(0);
  return { of, wanted: narrow(possible, bounds), possible, whole: false };
}

/** A month has 28 to 31 days. */
function boundOf(text: string): Bound {
  const span = parseSpan(DURATION.test(text) ? text : "1s") ?? 0;
  if (typeof span === "number") return span;
  return [span[0] * 28 * DAY, span[0] * 31 * DAY];
}

const DAY = 86_400_000;

/** Whether a condition wants of one value what no value is: more than 5 and less than 3. */
export function contradictsItself(condition: Condition): boolean {
  return Object.entries(condition).some(([key, wanted]) => {
    if (key === "$and") return Array.isArray(wanted) && wanted.some((one) => isRecord(one) && contradictsItself(one));
    if (key === "$or") {
      const some = Array.isArray(wanted) && wanted.length > 0;
      return some && wanted.every((one) => isRecord(one) && contradictsItself(one));
    }
    if (key.startsWith("$") || !isRecord(wanted)) return false;
    const compared = Object.entries(wanted).filter(
      ([operator, value]) => ["$eq", "$gt", "$gte", "$lt", "$lte"].includes(operator) && typeof value === "number",
    );
    const { low, high, above, below } = narrow(from(Number.NEGATIVE_INFINITY), Object.fromEntries(compared));
    return low > high || (low === high && (above || below)) || isNever(wanted.$in);
  });
}

function isNever(list: Json | undefined): boolean {
  return Array.isArray(list) && list.length === 0;
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
