/** What a life is, and what happens in it. */
import type { Outcome } from "../clause/outcome.ts";
import type { Ghost } from "../ghost/ghost.ts";

/** A stage or a segment was entered or left. A change of stage is two. */
export interface Transition {
  /** ms since 1970: when it happened, which may be long before anybody looked. */
  readonly at: number;
  readonly kind: "stage" | "segment";
  readonly id: string;
  readonly entered: boolean;
  /**
   * What brought it about: an event; time alone; that something else is read beside the ghost, such as another page,
   * another consent or other rules; or that nothing was known before.
   */
  readonly cause: "event" | "time" | "context" | "start";
  /** Name of the event. */
  readonly event?: string;
}

export interface Life {
  readonly ghost: Ghost;
  /** By rule. */
  readonly outcomes: readonly Outcome[];
  /** What changed in the step that led here, oldest first. */
  readonly transitions: readonly Transition[];
}
