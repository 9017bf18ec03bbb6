/** The banner chunk, with one site's sentences in one language. */
import type { BannerPart } from "@ghostlight/rules";
import { type BannerHost, mountBanner } from "../ui/mount.tsx";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: BannerPart;

export const start = (host: BannerHost): (() => void) => mountBanner(__GHOSTLIGHT_PART__, host);
