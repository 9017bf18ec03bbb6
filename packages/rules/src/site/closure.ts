/** Who reads what in a plan, directly and through others. */
import type { Condition } from "../condition/evaluate.ts";
import type { Clause, Plan, Rule } from "../plan.ts";
import { factsOfPage } from "./built-in-facts.ts";
import { factMentions } from "./clause/mentions.ts";

type Rules = Pick<Plan, "stages" | "segments" | "audiences">;

/** `counters`: how many there are. */
export function closureOf(rules: Rules, counters: number): Pick<Plan, "readers" | "dependents" | "restless"> {
  const dependents = dependentsIn(rules);
  const readersWhere = (holds: (leaf: Clause) => boolean) => thatRead(holds, rules, dependents);
  return {
    readers: Array.from({ length: counters }, (_, counter) =>
      readersWhere((leaf) => countersReadBy(leaf).includes(counter)),
    ),
    dependents: Object.fromEntries(dependents.flatMap((own, rule) => (own.length ? [[rule, own]] : []))),
    restless: readersWhere(isRestless),
  };
}

/** Audiences, by their indexes, on which the page itself has a say: they read what it tells, directly or through others. */
export function audiencesOfPage(rules: Rules): readonly number[] {
  const before = rules.stages.length + rules.segments.length;
  const found = thatRead((leaf) => leaf[0] === "fact" && reads(leaf[1], factsOfPage), rules, dependentsIn(rules));
  return found.flatMap((rule) => (rule < before ? [] : rule - before));
}

/** By rule, those that read it, directly or through others, ascending. */
function dependentsIn(rules: Rules): readonly (readonly number[])[] {
  const all = numbered(rules);
  const read = all.map((clauses) => clauses.flatMap(leaves).flatMap((leaf) => rulesReadBy(leaf, rules)));
  return all.map((_, rule) => {
    const found = new Set<number>();
    const spread = (to: number): void => {
      read.forEach((one, reader) => {
        if (!one.includes(to) || found.has(reader)) return;
        found.add(reader);
        spread(reader);
      });
    };
    spread(rule);
    return ascending(found);
  });
}

/** The rules that have such a clause, directly or through others. */
function thatRead(
  holds: (leaf: Clause) => boolean,
  rules: Rules,
  dependents: readonly (readonly number[])[],
): readonly number[] {
  const direct = numbered(rules).flatMap((clauses, rule) => (clauses.flatMap(leaves).some(holds) ? [rule] : []));
  return ascending(new Set(direct.flatMap((rule) => [rule, ...(dependents[rule] ?? [])])));
}

/** The clauses of each rule, as rules are numbered through. */
function numbered({ stages, segments, audiences }: Rules): (readonly Clause[])[] {
  const ofRule = ([, enter, stay]: Rule) => (stay ? [enter, stay] : [enter]);
  return [...stages.map(ofRule), ...segments.map(ofRule), ...audiences.map((one) => [one])];
}

/** All clauses of a plan that join no others. */
export function leavesOf(rules: Rules): readonly Clause[] {
  return numbered(rules).flat().flatMap(leaves);
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
  return leaf[0] === "fact" && reads(leaf[1], ["stage"]) ? upTo(stages.length - 1) : [];
}

function reads(condition: Condition, facts: readonly string[]): boolean {
  return factMentions({ fact: condition }, "").some(({ name }) => facts.includes(name));
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
