/** Who reads what in a plan, directly and through others. */
import type { Condition } from "../condition/evaluate.ts";
import type { Clause, Plan, Rule } from "../plan.ts";
import { factMentions } from "./clause/mentions.ts";

type Rules = Pick<Plan, "stages" | "segments" | "audiences">;

/** `counters`: how many there are. */
export function closureOf(rules: Rules, counters: number): Pick<Plan, "readers" | "dependents" | "restless"> {
  const all = numbered(rules);
  const reads = all.map((clauses) => clauses.flatMap(leaves).flatMap((leaf) => rulesReadBy(leaf, rules)));
  const dependents = all.map((_, rule) => {
    const found = new Set<number>();
    const spread = (to: number): void => {
      reads.forEach((read, reader) => {
        if (!read.includes(to) || found.has(reader)) return;
        found.add(reader);
        spread(reader);
      });
    };
    spread(rule);
    return ascending(found);
  });
  const withDependents = (direct: readonly number[]) =>
    ascending(new Set(direct.flatMap((rule) => [rule, ...(dependents[rule] ?? [])])));
  const where = (holds: (leaf: Clause) => boolean) =>
    all.flatMap((clauses, rule) => (clauses.flatMap(leaves).some(holds) ? [rule] : []));
  return {
    readers: Array.from({ length: counters }, (_, counter) =>
      withDependents(where((leaf) => countersReadBy(leaf).includes(counter))),
    ),
    dependents: Object.fromEntries(dependents.flatMap((own, rule) => (own.length ? [[rule, own]] : []))),
    restless: withDependents(where(isRestless)),
  };
}

/** The clauses of each rule, as rules are numbered through. */
function numbered({ stages, segments, audiences }: Rules): (readonly Clause[])[] {
  const ofRule = ([, enter, stay]: Rule) => (stay ? [enter, stay] : [enter]);
  return [...stages.map(ofRule), ...segments.map(ofRule), ...audiences.map((one) => [one])];
}

/** The clauses that join no others. */
function leaves(clause: Clause): Clause[] {
  if (clause[0] === "all" || clause[0] === "any") return clause[1].flatMap(leaves);
  return clause[0] === "not" ? leaves(clause[1]) : [clause];
}

/** What comes after a stage in priority cannot change whether the visitor is in it. */
function rulesReadBy(leaf: Clause, { stages }: Rules): number[] {
  if (leaf[0] === "segment") return [stages.length + leaf[1]];
  const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index);
  if (leaf[0] === "stage") return upTo(stages.findIndex(([id]) => id === leaf[1]));
  return leaf[0] === "fact" && readsStage(leaf[1]) ? upTo(stages.length - 1) : [];
}

function readsStage(condition: Condition): boolean {
  return factMentions({ fact: condition }, "").some(({ name }) => name === "stage");
}

function countersReadBy(leaf: Clause): number[] {
  switch (leaf[0]) {
    case "count":
    case "sum":
    case "distinct":
    case "first":
    case "last":
      return [leaf[1]];
    case "without":
      return [leaf[1], leaf[2]];
    default:
      return [];
  }
}

function isRestless(leaf: Clause): boolean {
  switch (leaf[0]) {
    case "silent":
    case "fact":
    case "score":
    case "share":
    case "lift":
    case "top":
      return true;
    case "count":
    case "sum":
    case "distinct":
      return leaf[3]?.[0] === "session";
    default:
      return false;
  }
}

function ascending(rules: ReadonlySet<number>): number[] {
  return [...rules].sort((a, b) => a - b);
}
