/** Tells Ghostlight, before anything else, which time the demo's visitor has travelled to in this tab. */
import { readOffset } from "./clock-store.ts";
import { tell } from "./ghostlight.ts";

const offset = readOffset();
if (offset > 0) tell(["travel", offset]);
