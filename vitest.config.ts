/** Unit tests: in Node, except the sdk's, which get a DOM. Packages of ours resolve to their sources, so nothing is built. */
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { cssText } from "./build/css-text.mjs";

const SOURCE = "@ghostlight/source";
const NEVER = ["**/node_modules/**", "**/dist/**", "test/browser/**", "test/proof/**/*.spec.ts"];

const text = cssText();

/** The build's style sheets as text, under ids that vite does not take for style sheets of its own. */
const sheets: Plugin = {
  name: text.name,
  enforce: "pre",
  resolveId: (source, importer) =>
    source.endsWith(".css") && importer ? `${fileURLToPath(new URL(source, `file://${importer}`))}.js` : null,
  load: (id) => (id.endsWith(".css.js") ? text.load(id.slice(0, -".js".length)) : null),
};

export default defineConfig({
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions] } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["packages/{rules,edge}/**/*.test.ts", "demo/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
          exclude: NEVER,
        },
      },
      {
        extends: true,
        plugins: [sheets],
        test: {
          name: "dom",
          environment: "jsdom",
          setupFiles: "packages/sdk/test/setup.ts",
          include: ["packages/sdk/src/**/*.test.{ts,tsx}"],
          exclude: NEVER,
        },
      },
    ],
  },
});
