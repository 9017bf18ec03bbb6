/** The chunk that clears what withdrawn services left. */
import type { CleanPart } from "@ghostlight/rules";
import { cleanTraces } from "../clean/apply.ts";
import type { Chunks } from "../create.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: CleanPart;

export const start: Chunks["clean"] = (gone, allowed, note) => cleanTraces(__GHOSTLIGHT_PART__, gone, allowed, note);
