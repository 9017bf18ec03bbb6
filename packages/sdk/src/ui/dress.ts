/** For bundles, which know no site as they are built: the first layer with the style sheet of its layout. */
import type { BannerPart } from "@ghostlight/rules";
import { css as bar } from "./bar.css";
import { css as modal } from "./modal.css";
import type { BannerScript } from "./mount.ts";

const SHEETS = { box: {}, bar: { bar }, modal: { modal } };

/** `part` as a script of the edge would have it. */
export const dress = (part: BannerPart): BannerScript => ({ ...part, ...SHEETS[part.layout] });
