/** Which instants a window counts, and until when. */
import { SESSION_GAP } from "../ghost/ghost.ts";
import type { Window } from "../plan.ts";
import { later } from "../time/span.ts";
import type { Reading } from "./reading.ts";

/** An instant counts from `enter` on, and at `leave` no more; ms since 1970. */
export type Stay = readonly [enter: number, leave: number];

export function stayIn(window: Window, instant: number, { ghost, context }: Pick<Reading, "ghost" | "context">): Stay {
  switch (window[0]) {
    case "in":
      return [instant, later(instant, window[1])];
    case "days":
      return [instant, context.calendar.startOfDay(instant, window[1])];
    case "from":
      return [later(instant, window[1]), later(instant, window[2])];
    case "session":
      return [instant, instant < ghost.session.start ? instant : ghost.seen + SESSION_GAP];
  }
}
