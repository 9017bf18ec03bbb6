/** The chunk that explains, with what one site calls its stages and segments in one language. */
import type { WhyPart } from "@ghostlight/rules";
import { aboutOf, type WhyChunk, whyOf, wish } from "../segments/why/why.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: WhyPart;

export const start: WhyChunk = {
  why: whyOf,
  about: (look) => aboutOf(__GHOSTLIGHT_PART__, look),
  interest: wish,
};
