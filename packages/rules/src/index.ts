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
export { type Condition, evaluateCondition, type Json } from "./condition/evaluate.ts";
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
  Regime,
  ServiceText,
  Theme,
  Trace,
} from "./contract.ts";
export { createGhost, type Ghost, reviveGhost, type Tally } from "./ghost/ghost.ts";
export { PAGE_VIEWED, reduceGhost, type Signal } from "./ghost/reduce.ts";
export type { Clause, Comparison, CounterPlan, Plan } from "./plan.ts";
export { evaluatePlan, type Standing } from "./standing.ts";
