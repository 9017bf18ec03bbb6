/** The chunk that explains, with what one site calls its stages and segments in one language. */
import type { WhyPart } from "@ghostlight/rules";
import type { Chunks } from "../create.ts";
import { createWhy } from "../segments/why/why.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: WhyPart;

export const start: Chunks["why"] = (looked) => createWhy(__GHOSTLIGHT_PART__, looked);
