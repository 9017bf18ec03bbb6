/** The entry of sites without tools that are called. */
import type { EntryPart } from "@ghostlight/rules";
import { takeOver } from "./take-over.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: EntryPart;

takeOver(__GHOSTLIGHT_PART__);
