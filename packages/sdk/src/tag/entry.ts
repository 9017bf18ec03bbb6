/** The entry of every site. */
import type { EntryScript } from "./chunks.ts";
import { takeOver } from "./take-over.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: EntryScript;

takeOver(__GHOSTLIGHT_PART__);
