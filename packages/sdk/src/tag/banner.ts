/** The banner chunk, with one site's sentences in one language, and what opens and closes it. */
import { createLayers, type Layers, type LayersHost } from "../layers.ts";
import { type BannerScript, mountBanner } from "../ui/mount.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: BannerScript;

export const start = (host: LayersHost): Layers =>
  createLayers((banner) => mountBanner(__GHOSTLIGHT_PART__, banner), host);
