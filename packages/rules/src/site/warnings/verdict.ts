/** Whether a clause can hold at all, told from its words alone. */

import type { Json } from "../../condition/evaluate.ts";
import { canonical } from "../clause/canonical.ts";
import type { ClauseSource, RuleSource } from "../clause/source.ts";
import { isEventClause, type Leaf } from "../clause/visit.ts";
import { both, isEmpty, isWithin } from "./interval.ts";
import { contradictsItself, measuredBy } from "./measured.ts";

/** Undefined: sometimes, as far as can be told. */
export type Verdict = "never" | "always" | undefined;

type Segments = Readonly<Record<string, RuleSource>>;

/** `segments` must not read one another in a ring. */
export function verdictOf(clause: ClauseSource, segments: Segments): Verdict {
  if ("not" in clause) return opposite(verdictOf(clause.not, segments));
  if ("any" in clause) {
    const parts = clause.any.map((part) => verdictOf(part, segments));
    if (parts.includes("always")) return "always";
    return parts.every((part) => part === "never") ? "never" : undefined;
  }
  if ("all" in clause) {
    const parts = clause.all.map((part) => verdictOf(part, segments));
    if (parts.includes("never") || contradicts(joined(clause))) return "never";
    return parts.every((part) => part === "always") ? "always" : undefined;
  }
  if ("segment" in clause) {
    const read = Object.hasOwn(segments, clause.segment) ? segments[clause.segment] : undefined;
    return read && verdictOf(read.if, segments);
  }
  return ofLeaf(clause);
}

function opposite(verdict: Verdict): Verdict {
  return verdict && (verdict === "never" ? "always" : "never");
}

function ofLeaf(leaf: Leaf): Verdict {
  if ("fact" in leaf) return contradictsItself(leaf.fact) ? "never" : undefined;
  const measured = measuredBy(leaf);
  if (!measured) return undefined;
  if (isEmpty(measured.wanted, measured.whole)) return "never";
  const { possible, wanted, whole } = measured;
  // How long ago something was is only known of what was; how often, of everything.
  const always = isEventClause(leaf) && !leaf.first && !leaf.last && isWithin(possible, wanted, whole);
  if (always) return "always";
  if (!isEventClause(leaf) || !leaf.where || !contradictsItself(leaf.where)) return undefined;
  return isWithin({ ...possible, high: possible.low }, wanted, whole) ? "always" : "never";
}

/** What must hold together: the parts of an `all`, and of each `all` in it. */
function joined(clause: ClauseSource): readonly ClauseSource[] {
  return "all" in clause ? clause.all.flatMap(joined) : [clause];
}

function contradicts(parts: readonly ClauseSource[]): boolean {
  const texts = parts.map((part) => canonical(part as unknown as Json));
  const notBoth = parts.some((part) => "not" in part && texts.includes(canonical(part.not as unknown as Json)));
  const stages = new Set(parts.flatMap((part) => ("stage" in part ? [part.stage] : [])));
  if (notBoth || stages.size > 1) return true;
  const measured = parts.flatMap((part) =>
    "all" in part || "any" in part || "not" in part ? [] : (measuredBy(part) ?? []),
  );
  return measured.some((one) =>
    isEmpty(
      measured.filter(({ of }) => of === one.of).reduce((left, { wanted }) => both(left, wanted), one.wanted),
      one.whole,
    ),
  );
}
