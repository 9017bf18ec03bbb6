/** Whether one clause cannot hold without another, as far as their words alone tell. */
import type { Json } from "../../condition/evaluate.ts";
import { canonical } from "../clause/canonical.ts";
import type { ClauseSource, EventClauseSource } from "../clause/source.ts";
import { isEventClause, type Leaf } from "../clause/visit.ts";
import { isWithin } from "./interval.ts";
import { type Measured, measuredBy } from "./measured.ts";

/** False where it cannot be told. */
export function implies(a: ClauseSource, b: ClauseSource): boolean {
  if (canonical(a as unknown as Json) === canonical(b as unknown as Json)) return true;
  if ("any" in a) return a.any.every((part) => implies(part, b));
  if ("all" in b) return b.all.every((part) => implies(a, part));
  if ("any" in b && b.any.some((part) => implies(a, part))) return true;
  if ("all" in a) return a.all.some((part) => implies(part, b));
  if ("not" in a) return "not" in b && implies(b.not, a.not);
  return !("any" in b || "not" in b) && leafImplies(a, b);
}

function leafImplies(a: Leaf, b: Leaf): boolean {
  const [measured, wanted] = [measuredBy(a), measuredBy(b)];
  if (!measured || !wanted) return false;
  if (measured.of === wanted.of) return isWithin(measured.wanted, wanted.wanted, measured.whole);
  return isEventClause(a) && isEventClause(b) && countsLess(a, b) && holdsAtLeast(measured, wanted);
}

/** Whether what `a` counts in a window, `b` counts without one. */
function countsLess(a: EventClauseSource, b: EventClauseSource): boolean {
  const { within, between, session, ...whole } = a;
  const counts = [a, b].every(
    ({ sum, distinct, first, last, without }) => !(sum ?? distinct ?? first ?? last ?? without),
  );
  return counts && measuredBy({ ...whole, count: { $gte: 1 } })?.of === measuredBy(b)?.of;
}

/** Whether so many in a window are enough for all time: only where nothing is too many. */
function holdsAtLeast(a: Measured, b: Measured): boolean {
  const open = { ...a.wanted, high: Number.POSITIVE_INFINITY, below: false, holes: [] };
  return isWithin(open, b.wanted, true);
}
