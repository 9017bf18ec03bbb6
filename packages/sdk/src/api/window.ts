/** What a page's `window` holds: the queue before the script has loaded, Ghostlight afterwards. */
import type { Command, Ghostlight } from "./api.ts";

/** Commands and functions in the order in which they were pushed. */
export type Queue = (Command | ((ghostlight: Ghostlight) => unknown))[];

declare global {
  interface Window {
    ghostlight?: Ghostlight | Queue;
  }
}
