/** Style sheets as text: `import { css } from "./banner.css"` gives the minified sheet. For rollup and for vitest. */
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

export function cssText() {
  return {
    name: "css-text",
    enforce: "pre",
    load(id) {
      if (!id.endsWith(".css")) return null;
      const { code } = transformSync(readFileSync(id, "utf8"), { loader: "css", minify: true });
      return { code: `export const css = ${JSON.stringify(code.trim())};`, map: { mappings: "" } };
    },
  };
}
