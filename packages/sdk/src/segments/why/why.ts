/** Explains where the visitor stands, and what is found out about them. Comes when somebody asks: few pages ever do. */
import {
  type Context,
  changeInterest,
  type Explanation,
  type Judging,
  type Life,
  type Plan,
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
  readonly judging: Judging;
}

/** Who is looked at. */
export interface Looked {
  /** Undefined where nothing is known. */
  readonly look: () => Promise<Look | undefined>;
  readonly change: (to: (look: Look) => Life) => Promise<void>;
}

export interface Why {
  /** Of a segment or a stage, by its id; undefined where there is none of that name, or nothing is known. */
  readonly why: (id: string) => Promise<Explanation | undefined>;
  /** What is found out about the visitor, in words and in shares; undefined where nothing is known. */
  readonly about: () => Promise<About | undefined>;
  /** The visitor does, or does not, want to be known for a value of an affinity, by its id. */
  readonly interest: (affinity: string, value: string, wanted: boolean) => Promise<void>;
}

export function createWhy({ names }: WhyPart, { look, change }: Looked): Why {
  const explain = (seen: Look, id: string): Explanation | undefined =>
    why(seen.judging, seen.plan, seen.life, id, seen.now, seen.context);
  return {
    async why(id) {
      const seen = await look();
      return seen && explain(seen, id);
    },
    async about() {
      const seen = await look();
      if (!seen) return undefined;
      const reasons = Object.keys(seen.life.ghost.segments).map((id) => [id, reasonsOf(explain(seen, id))] as const);
      return {
        names,
        interests: interestsOf(seen.judging, seen.plan, seen.life),
        reasons: Object.fromEntries(reasons),
      };
    },
    interest: (id, value, wanted) =>
      change(({ plan, life, now, context, judging }) => {
        const affinity = plan.affinities.find((one) => one.id === id);
        return affinity
          ? judging.resumeLife(plan, changeInterest(life.ghost, affinity, value, wanted), now, context)
          : life;
      }),
  };
}
