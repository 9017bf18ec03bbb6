/** The chunk of what the page adds to collecting: the same for every site. */
import { createPlugins } from "../collect/plugins/plugins.ts";

export const start = createPlugins;
