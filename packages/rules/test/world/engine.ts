/** The engine as a page runs it, on rules as a site file writes them. */
import {
  type Context,
  createGhost,
  elapse,
  type Life,
  type Plan,
  receive,
  resumeLife,
  standingOf,
  type Transition,
  WHOLE,
} from "../../src/index.ts";
import { compileRules, type RulesSource } from "../../src/site/compile-rules.ts";
import type { Change, State } from "../oracle/machine.ts";
import type { Around, Entry, RulesText } from "../oracle/words.ts";

/** Rules of the oracle are worded as those of the site file. `audiences`: see `compileRules`. */
export const compile = (rules: RulesText): { plan: Plan; audiences: readonly number[] } =>
  compileRules(rules as unknown as RulesSource);

/** The plan alone. */
export const planOf = (rules: RulesText): Plan => compile(rules).plan;

/** A life after a step, and all transitions since its beginning but those of the first look. */
export interface Run {
  readonly life: Life;
  readonly changes: readonly Change[];
}

/** With all code, but for what `around` has of it. */
export const contextOf = (around: Around): Context => ({ ...WHOLE, ...(around as unknown as Context) });

export const beginRun = (plan: Plan, born: number, around: Around): Run => ({
  life: resumeLife(plan, createGhost(born), born, contextOf(around)),
  changes: [],
});

export const receiveAll = (plan: Plan, run: Run, log: readonly Entry[], around: Around): Run =>
  log.reduce((one, entry) => advance(one, receive(plan, one.life, entry, contextOf(around))), run);

export const elapseTo = (plan: Plan, run: Run, now: number, around: Around): Run =>
  advance(run, elapse(plan, run.life, now, contextOf(around)));

/** Of another life, with what it brought. */
export const advance = ({ changes }: Run, life: Life): Run => ({
  life,
  changes: [...changes, ...life.transitions.map(changeOf)],
});

const changeOf = ({ at, kind, id, entered }: Transition): Change => ({ at, kind, id, entered });

/** Stage and segments, these in the order of their names. */
export function stateOf(plan: Plan, life: Life): State {
  const { stage, segments } = standingOf(plan, life);
  return { stage, segments: [...segments].sort() };
}

/** Changes in an order that does not depend on that of the rules: by instant and id, each rule's own in turn. */
export const ordered = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => a.at - b.at || (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : a.id === b.id ? 0 : 1));

export const sortedState = ({ stage, segments }: State): State => ({ stage, segments: [...segments].sort() });
