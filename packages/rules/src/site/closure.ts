/** Who reads what in a plan, directly and through others. */
import type { Condition } from "../condition/evaluate.ts";
import type { Clause, Plan, Rule } from "../plan.ts";
import { factsOfPage } from "./built-in-facts.ts";
import { factMentions } from "./clause/mentions.ts";

type Rules = Pick<Plan, "stages" | "segments" | "audiences">;

/** `counters`: how many there are. */
export function closureOf(rules: Rules, counters: number): Pick<Plan, "readers" | "dependents" | "restless"> {
  const read = leavesByRule(rules);
  const dependents = dependentsIn(read, rules);
  const direct: number[][] = Array.from({ length: counters }, () => []);
  read.forEach((own, rule) => {
    for (const counter of new Set(own.flatMap(countersReadBy))) direct[counter]?.push(rule);
  });
  return {
    readers: direct.map((own) => withDependents(own, dependents)),
    dependents: Object.fromEntries(dependents.flatMap((own, rule) => (own.length ? [[rule, own]] : []))),
    restless: thatRead(isRestless, read, dependents),
  };
}

/** Audiences, by their indexes, on which the page itself has a say: they read what it tells, directly or through others. */
export function audiencesOfPage(rules: Rules): readonly number[] {
  const before = rules.stages.length + rules.segments.length;
  const read = leavesByRule(rules);
  const isOfPage = (leaf: Clause): boolean => leaf[0] === "fact" && reads(leaf[1], factsOfPage);
  const found = thatRead(isOfPage, read, dependentsIn(read, rules));
  return found.flatMap((rule) => (rule < before ? [] : rule - before));
}

type Leaves = readonly (readonly Clause[])[];
type Dependents = readonly (readonly number[])[];

const leavesByRule = (rules: Rules): Leaves => numbered(rules).map((clauses) => clauses.flatMap(leaves));

/** By rule, those that read it, directly or through others, ascending. A file may hold thousands: each is looked at once. */
function dependentsIn(read: Leaves, rules: Rules): Dependents {
  const readers: number[][] = read.map(() => []);
  read.forEach((own, reader) => {
    for (const rule of new Set(own.flatMap((leaf) => rulesReadBy(leaf, rules)))) readers[rule]?.push(reader);
  });
  return readers.map((direct) => {
    const found = new Set(direct);
    // A set goes on to what is added while it is walked.
    for (const rule of found) for (const reader of readers[rule] ?? []) found.add(reader);
    return ascending(found);
  });
}

/** The rules that have such a clause, directly or through others. */
function thatRead(holds: (leaf: Clause) => boolean, read: Leaves, dependents: Dependents): readonly number[] {
  return withDependents(
    read.flatMap((own, rule) => (own.some(holds) ? [rule] : [])),
    dependents,
  );
}

const withDependents = (direct: readonly number[], dependents: Dependents): readonly number[] =>
  ascending(new Set(direct.flatMap((rule) => [rule, ...(dependents[rule] ?? [])])));

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
