/** What rules can read beside the ghost: what holds on this page, now. */
import type { Calendar } from "./time/calendar.ts";

export interface Context {
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
