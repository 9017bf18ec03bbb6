/** Which instants a window counts, and until when. */
import { type Ghost, SESSION_GAP } from "../ghost/ghost.ts";
import type { Window } from "../plan.ts";
import type { Calendar } from "../time/calendar.ts";
import { later } from "../time/span.ts";
import { NEVER } from "./outcome.ts";

/** An instant counts from `enter` on, and at `leave` no more; ms since 1970. */
export type Stay = readonly [enter: number, leave: number];

/** What a window is measured by. */
export interface Place {
  readonly ghost: Pick<Ghost, "session" | "seen">;
  readonly calendar: Calendar;
}

export function stayIn(window: Window | undefined, instant: number, { ghost, calendar }: Place): Stay {
  switch (window?.[0]) {
    case undefined:
      return [instant, NEVER];
    case "in":
      return [instant, later(instant, window[1])];
    case "days":
      return [instant, calendar.startOfDay(instant, window[1])];
    case "from":
      return [later(instant, window[1]), later(instant, window[2])];
    case "session":
      return [instant, instant < ghost.session.start ? instant : ghost.seen + SESSION_GAP];
  }
}
