/** The chunk that blocks what the page marked, with one site's sentences in one language on the placeholders. */
import type { EmbedsPart } from "@ghostlight/rules";
import type { Chunks } from "../create.ts";
import { createGate } from "../gate.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: EmbedsPart;

export const start: Chunks["embeds"] = (host) => createGate(__GHOSTLIGHT_PART__, host);
