/**
 * For scripts of sites without an edge: a module takes the place of the one of its name in the folder above, wherever it
 * is there, so that the other scripts carry nothing for it.
 */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

export function local() {
  return {
    name: "local",
    resolveId(source, importer) {
      if (!source.startsWith(".") || !importer) return null;
      const asked = resolve(dirname(importer), source);
      const found = join(dirname(asked), "local", basename(asked));
      return existsSync(found) ? found : null;
    },
  };
}
