/** The entry of every site. */
import type { WiredEntry } from "../create.ts";
import { takeOver } from "./take-over.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: WiredEntry;

takeOver(__GHOSTLIGHT_PART__);
