/** The chunk that cleans, with what must not travel of one site. */
import type { RedactPart } from "@ghostlight/rules";
import { createRedactor } from "../collect/redact.ts";
import type { Chunks } from "../create.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: RedactPart;

export const start: Chunks["redact"] = () => createRedactor(__GHOSTLIGHT_PART__);
