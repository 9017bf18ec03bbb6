/** The chunk of what the page adds to collecting: the same for every site. */
import { createPlugins } from "../collect/plugins/plugins.ts";

/** Knows no site: the edge puts no part here. */
export const start = createPlugins;
