/** What the page and the edge run of the rules. Pure, and free of dependencies. */
export {
  type Answer,
  type Choice,
  dayOf,
  formatChoice,
  isAlive,
  lifeOf,
  parseChoice,
  type ServiceAnswers,
} from "./choice.ts";
export { likes } from "./clause/likes.ts";
export type { Outcome } from "./clause/outcome.ts";
export { type Condition, evaluateCondition, type Json, type SavedGroups } from "./condition/evaluate.ts";
export { createLanguage } from "./condition/holds.ts";
export { RARE_OPERATORS } from "./condition/rare.ts";
export type { Context, Judges } from "./context.ts";
export type {
  AuditPart,
  BannerPart,
  BannerTexts,
  CenterPart,
  CenterTexts,
  Channel,
  CleanPart,
  CompiledExperience,
  CompiledSite,
  ConsentSignal,
  ConsentSignalCall,
  DebugPart,
  EmbedsPart,
  EnginePart,
  EntryPart,
  Purpose,
  RedactPart,
  Regime,
  ServiceText,
  Theme,
  Trace,
  WhyPart,
} from "./contract.ts";
export { createGhost, GHOST_LIFE, type Ghost, SESSION_GAP, type Session, type Tally } from "./ghost/ghost.ts";
export { changeInterest } from "./ghost/interests.ts";
export { reduceGhost } from "./ghost/reduce.ts";
export { reviveGhost } from "./ghost/revive.ts";
export { beginsSession } from "./ghost/session.ts";
export { IDENTIFIED, PAGE_VIEWED, type Signal } from "./ghost/signal.ts";
export { factsOf } from "./life/facts.ts";
export { JUDGING, type Judging } from "./life/judging.ts";
export { elapse, type Life, nextFlip, receive, resumeLife, type Transition } from "./life/life.ts";
export { type Standing, standingOf } from "./life/standing.ts";
export { type Explanation, why } from "./life/why.ts";
export type {
  AffinityPlan,
  AgeComparison,
  Clause,
  Comparison,
  CounterPlan,
  Plan,
  Rule,
  Span,
  Window,
} from "./plan.ts";
export { SNAPSHOT_BYTES } from "./snapshot.ts";
export { type Calendar, UTC } from "./time/calendar.ts";
export { WHOLE } from "./whole.ts";
