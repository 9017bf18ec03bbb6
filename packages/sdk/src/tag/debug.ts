/** The debug chunk, with the hosts that one site declares. */
import type { DebugPart } from "@ghostlight/rules";
import type { Chunks } from "../create.ts";
import { watchPage } from "../debug/watch.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: DebugPart;

export const start: Chunks["debug"] = (reporter, edge, on) => watchPage(__GHOSTLIGHT_PART__, reporter, edge, on);
