/** Why a rule holds or does not: each clause with what it wanted, what there was, and when time will change the answer. */
import type { Outcome } from "../clause/outcome.ts";
import type { Context } from "../context.ts";
import type { Clause, CounterPlan, Plan } from "../plan.ts";
import type { Judging } from "./judging.ts";
import type { Life } from "./transition.ts";

/** One clause, looked at. */
export interface Explanation {
  /** Kind of the clause: `all`, `count`, `last`, `silent` … */
  readonly kind: string;
  readonly held: boolean;
  /** When that will change with no new event, as an ISO date; undefined: never. */
  readonly flips?: string;
  /** What it is about: what is counted, a segment, a stage, a value, a purpose. */
  readonly of?: unknown;
  /** What it wants: a comparison (spans in ms, or `[months]`), a condition, a window. */
  readonly wanted?: unknown;
  /** The number that was compared; an age in ms. */
  readonly actual?: number;
  /** Whether more came than is kept, so that the number is near the truth and no more. */
  readonly approximate?: true;
  readonly parts?: readonly Explanation[];
}

/** Of a segment, or of a stage, by its id; undefined where there is none of that name. */
export function why(
  judging: Judging,
  plan: Plan,
  life: Life,
  id: string,
  now: number,
  context: Context,
): Explanation | undefined {
  const { evaluateClause, readingOf, tallyOf } = judging;
  const rule = [...plan.segments, ...plan.stages].find(([name]) => name === id);
  if (!rule) return undefined;
  const reading = readingOf(plan, life, now, context);
  const explain = (clause: Clause): Explanation => {
    const { held, flip, actual }: Outcome = evaluateClause(clause, reading);
    return {
      kind: clause[0],
      held,
      ...(flip < Number.POSITIVE_INFINITY && { flips: new Date(flip).toISOString() }),
      ...(actual !== undefined && Number.isFinite(actual) && { actual }),
      ...(isApproximate(clause, plan, life, tallyOf) && { approximate: true as const }),
      ...said(clause, plan),
      ...(partsOf(clause).length && { parts: partsOf(clause).map(explain) }),
    };
  };
  const [, enter, stay] = rule;
  const entered = explain(enter);
  if (!stay) return entered;
  const held = rule[0] === life.ghost.stage[0] || Object.hasOwn(life.ghost.segments, id);
  return { kind: "kept", held, parts: [entered, explain(stay)] };
}

function partsOf(clause: Clause): readonly Clause[] {
  if (clause[0] === "all" || clause[0] === "any") return clause[1];
  return clause[0] === "not" ? [clause[1]] : [];
}

function said(clause: Clause, plan: Plan): Pick<Explanation, "of" | "wanted"> {
  const counter = (index: number): string | undefined => plan.counters[index]?.key;
  switch (clause[0]) {
    case "all":
    case "any":
    case "not":
      return {};
    case "count":
    case "sum":
    case "distinct":
      return { of: counter(clause[1]), wanted: { ...clause[2], ...(clause[3] && { window: clause[3] }) } };
    case "first":
    case "last":
      return { of: counter(clause[1]), wanted: clause[2] };
    case "without":
      return { of: counter(clause[1]), wanted: { without: counter(clause[2]), within: clause[3] } };
    case "silent":
    case "fact":
      return { wanted: clause[1] };
    case "segment":
      return { of: plan.segments[clause[1]]?.[0] };
    case "score":
    case "share":
    case "lift":
    case "top":
      return { of: { [plan.affinities[clause[1]]?.id ?? ""]: clause[2] }, wanted: clause[3] };
    case "stage":
    case "consent":
      return { of: clause[1] };
    case "channel":
      return { of: clause[1], ...(clause[2] && { wanted: "preferred" }) };
  }
}

/** Whether a window may have wanted instants that are not kept: more came, and fewer than can be are there, or it looks far back. */
function isApproximate(clause: Clause, plan: Plan, life: Life, tallyOf: Judging["tallyOf"]): boolean {
  const [kind, index, , window] = clause;
  if ((kind !== "count" && kind !== "sum" && kind !== "distinct") || !window) return false;
  const counter = plan.counters[index];
  const tally = counter && tallyOf(life.ghost, counter);
  if (!tally || tally.n <= tally.at.length) return false;
  return kind === "distinct" ? false : kind === "sum" || window[0] === "from" || isShort(counter, tally.at.length);
}

/** A counter that was told to keep more than it did so far. */
function isShort({ keep }: Pick<CounterPlan, "keep">, kept: number): boolean {
  return kept < keep;
}
