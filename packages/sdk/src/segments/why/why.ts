/** Explains where the visitor stands, and what is found out about them. Comes when somebody asks: few pages ever do. */
import {
  type Context,
  changeInterest,
  type Explanation,
  type Life,
  type Plan,
  resumeLife,
  type WhyPart,
  why,
} from "@ghostlight/rules";
import type { About } from "../../preferences/known.ts";
import { interestsOf } from "./interests.ts";
import { reasonsOf } from "./reasons.ts";

/** A life as it is looked at. */
export interface Look {
  readonly plan: Plan;
  readonly life: Life;
  /** ms since 1970. */
  readonly now: number;
  readonly context: Context;
}

export interface WhyChunk {
  /** Of a segment or a stage, by its id; undefined where there is none of that name. */
  readonly why: (look: Look, id: string) => Explanation | undefined;
  readonly about: (look: Look) => About;
  /** What becomes of it once the visitor does, or does not, want to be known for a value of an affinity. */
  readonly interest: (look: Look, affinity: string, value: string, wanted: boolean) => Life;
}

export const whyOf: WhyChunk["why"] = ({ plan, life, now, context }, id) => why(plan, life, id, now, context);

export const wish: WhyChunk["interest"] = ({ plan, life, now, context }, id, value, wanted) => {
  const affinity = plan.affinities.find((one) => one.id === id);
  return affinity ? resumeLife(plan, changeInterest(life.ghost, affinity, value, wanted), now, context) : life;
};

export function aboutOf({ names }: WhyPart, look: Look): About {
  const reasons = Object.keys(look.life.ghost.segments).map((id) => [id, reasonsOf(whyOf(look, id))] as const);
  return { names, interests: interestsOf(look.plan, look.life), reasons: Object.fromEntries(reasons) };
}
