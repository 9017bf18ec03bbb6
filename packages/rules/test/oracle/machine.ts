/** Stage and segments as time goes by: replayed instant by instant, each decided by a rescan. */
import { holds, type View } from "./holds.ts";
import { momentsOf } from "./moments.ts";
import type { Around, Entry, RulesText, RuleText } from "./words.ts";

export interface State {
  readonly stage: string;
  readonly segments: readonly string[];
}

export interface Change {
  readonly at: number;
  readonly kind: "stage" | "segment";
  readonly id: string;
  readonly entered: boolean;
}

/** What the oracle knows: the log that arrived so far, the instant it has come to, and all that changed on the way. */
export interface Past {
  readonly log: readonly Entry[];
  readonly now: number;
  readonly state: State;
  readonly changes: readonly Change[];
}

/** Nothing has come yet, and nothing was decided before `now`. */
export function begin(rules: RulesText, now: number, around: Around): Past {
  const nothing: State = { stage: "", segments: [] };
  return { log: [], now, state: decide(rules, [], now, around, nothing), changes: [] };
}

/** Time goes by, up to and with `now`; every instant at which something may change is looked at. */
export function wait(rules: RulesText, past: Past, now: number, around: Around): Past {
  const moments = momentsOf(rules, past.log, around.calendar).filter((at) => past.now < at && at <= now);
  return [...moments, now].reduce((one, at) => look(rules, one, Math.max(at, one.now), around), past);
}

/** An event arrives: first time goes by, then it counts. One that is late, or the same again, moves no time. */
export function hear(rules: RulesText, past: Past, entry: Entry, around: Around): Past {
  const then = wait(rules, past, Math.max(past.now, entry.at), around);
  if (past.log.some((other) => isSame(other, entry))) return then;
  return look(rules, { ...then, log: [...then.log, entry] }, then.now, around);
}

/** The same message, or an order told again. */
export function isSame(one: Entry, other: Entry): boolean {
  const order = one.properties.order_id;
  return one.id === other.id || (order !== undefined && one.name === other.name && order === other.properties.order_id);
}

function look(rules: RulesText, past: Past, now: number, around: Around): Past {
  const state = decide(rules, past.log, now, around, past.state);
  return { log: past.log, now, state, changes: [...past.changes, ...changesBetween(past.state, state, now)] };
}

/** Who is in holds `if`, or was in before and holds `stay`. */
export function decide(rules: RulesText, log: readonly Entry[], now: number, around: Around, was: State): State {
  const before: View = { rules, log, now, around, stage: "", isIn: () => false };
  const isOf = (view: View, rule: RuleText, wasIn: boolean): boolean =>
    holds(rule.if, view) || (wasIn && rule.stay !== undefined && holds(rule.stay, view));
  const stage = rules.stages.find(([id, rule]) => isOf(before, rule, was.stage === id))?.[0] ?? "new";
  const isIn = (segment: string): boolean => {
    const rule = rules.segments[segment];
    return rule !== undefined && isOf(view, rule, was.segments.includes(segment));
  };
  const view: View = { ...before, stage, isIn };
  return { stage, segments: Object.keys(rules.segments).filter(isIn) };
}

/** Leaving comes before entering. */
export function changesBetween(was: State, is: State, at: number): Change[] {
  const stages: Change[] =
    was.stage === is.stage
      ? []
      : [
          { at, kind: "stage", id: was.stage, entered: false },
          { at, kind: "stage", id: is.stage, entered: true },
        ];
  const left = was.segments.filter((id) => !is.segments.includes(id));
  const entered = is.segments.filter((id) => !was.segments.includes(id));
  return [
    ...stages,
    ...left.map((id): Change => ({ at, kind: "segment", id, entered: false })),
    ...entered.map((id): Change => ({ at, kind: "segment", id, entered: true })),
  ];
}
