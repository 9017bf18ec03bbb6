/** What rules can read beside the ghost: what holds on this page, now, and the code that not every plan asks for. */
import type { likes } from "./clause/likes.ts";
import type { Holds } from "./condition/condition.ts";
import type { Calendar } from "./time/calendar.ts";

/** Code of which a page has what its plan asks for; see `usesOf`. `WHOLE` is all of it. */
export interface Judges {
  /** Says whether named values satisfy a condition. */
  readonly holds: Holds;
  /** Looks at clauses on what the visitor likes. */
  readonly likes: typeof likes;
}

export interface Context extends Judges {
  /** The purposes that may be pursued. */
  readonly purposes: readonly string[];
  /** Channels by which the visitor can be reached. */
  readonly channels: readonly string[];
  /** The one they would rather be reached by. */
  readonly preferred?: string | undefined;
  /** What the page tells, by name: language, device, path, campaign … */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly calendar: Calendar;
}
