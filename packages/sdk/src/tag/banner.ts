/** The banner chunk, with one site's sentences in one language, and what opens and closes it. */
import type { BannerPart } from "@ghostlight/rules";
import { createLayers, type Layers, type LayersHost } from "../layers.ts";
import { mountBanner } from "../ui/mount.tsx";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: BannerPart;

export const start = (host: LayersHost): Layers =>
  createLayers((banner) => mountBanner(__GHOSTLIGHT_PART__, banner), host);
