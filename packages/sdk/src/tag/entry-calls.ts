/** The entry of sites with tools that are called, such as the Meta pixel. */
import type { EntryPart } from "@ghostlight/rules";
import { createCaller } from "../signals/caller/apply.ts";
import { takeOver } from "./take-over.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: EntryPart;

takeOver(__GHOSTLIGHT_PART__, createCaller);
