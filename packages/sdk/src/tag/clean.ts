/** The chunk that clears what services of a withdrawn purpose left. */
import type { CleanPart, Purpose } from "@ghostlight/rules";
import { cleanTraces } from "../clean/apply.ts";
import type { Reporter } from "../env/report.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: CleanPart;

export const start = (gone: readonly Purpose[], note: Reporter["note"]): Promise<void> =>
  cleanTraces(__GHOSTLIGHT_PART__, gone, note);
