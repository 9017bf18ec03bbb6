/** Follows where the visitor stands: through events, through time, and in every tab. */
import {
  type Context,
  elapse,
  IDENTIFIED,
  type Life,
  PAGE_VIEWED,
  type Plan,
  receive,
  type Signal,
  type Standing,
  standingOf,
} from "@ghostlight/rules";
import type { Content } from "../collect/arguments.ts";
import type { Call } from "../collect/call.ts";
import { touchOf } from "../env/touch.ts";
import type { GhostStore } from "../ghost/store.ts";

export interface FollowHost {
  readonly plan: Plan;
  readonly store: Pick<GhostStore, "step">;
  readonly now: () => number;
  readonly context: () => Promise<Context>;
  /** Where the visitor stands, and what it rests on: each of its transitions is told in one tab only. */
  readonly show: (standing: Standing, life: Life, context: Context) => void;
  /** Tells the other tabs that something changed. */
  readonly tell: () => void;
}

export interface Follow {
  readonly take: (signal: Signal) => Promise<void>;
  /** Time went by, another tab told of a change, or consent is not what it was. */
  readonly lookAgain: () => Promise<void>;
  /** Makes something else of it. */
  readonly step: (change: (life: Life, context: Context) => Life) => Promise<void>;
  /** The latest look at it, where there was one. */
  readonly life: () => Life | undefined;
}

export function followVisitor({ plan, store, now, context, show, tell }: FollowHost): Follow {
  let latest: Life | undefined;
  /** The latest standing, as JSON. */
  let shown = "";

  async function step(change: (life: Life, context: Context) => Life): Promise<void> {
    const before = shown;
    const here = await context();
    latest = await store.step(plan, now(), here, (life) => change(life, here));
    const standing = standingOf(plan, latest);
    shown = JSON.stringify(standing);
    show(standing, latest, here);
    // The others need not look again at what did not change: else two tabs would wake each other for ever.
    if (latest.transitions.length || (before && before !== shown)) tell();
  }

  return {
    take: (signal) => step((life, here) => receive(plan, life, signal, here)),
    lookAgain: () => step((life, here) => elapse(plan, life, now(), here)),
    step,
    life: () => latest,
  };
}

/** The names under which rules know calls that are no `track`; of the others there is nothing to know. */
const NAMES: Readonly<Record<string, string>> = { page: PAGE_VIEWED, identify: IDENTIFIED, group: "Grouped" };

/** What rules see of a call, if anything. */
export function signalOf({ id, type, at, page }: Call, { event, properties }: Content): Signal | undefined {
  const name = event ?? NAMES[type];
  return name ? { id, name, at, properties: { ...page, ...properties }, touch: touchOf(page) } : undefined;
}
