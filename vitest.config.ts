/** Unit tests: in Node, except the sdk's, which get a DOM. Packages of ours resolve to their sources, so nothing is built. */
import { availableParallelism } from "node:os";
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
    // Vitest leaves one core out: of the two of a small machine, half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Only what never ends is too late: a machine that is busy with others is no fault.
    testTimeout: 30_000,
    globalSetup: "test/proof/tell-cases.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          environment: "node",
          // They keep nothing: one process reads the modules once for many files.
          isolate: false,
          setupFiles: "test/proof/count-cases.ts",
          include: ["packages/rules/**/*.test.ts"],
          exclude: NEVER,
        },
      },
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          setupFiles: "test/proof/count-cases.ts",
          include: ["packages/edge/**/*.test.ts", "demo/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
          // A step of its own in `npm test`; on the command line --exclude does not reach projects.
          exclude: [...NEVER, "test/boundaries/**"],
        },
      },
      { extends: true, test: { name: "boundaries", environment: "node", include: ["test/boundaries/**/*.test.ts"] } },
      {
        extends: true,
        plugins: [sheets],
        test: {
          name: "dom",
          environment: "jsdom",
          // A DOM of its own for each file took five times as long as all tests; the set-up sweeps the one that they share.
          isolate: false,
          setupFiles: ["test/proof/count-cases.ts", "packages/sdk/test/setup.ts"],
          include: ["packages/sdk/src/**/*.test.{ts,tsx}"],
          exclude: NEVER,
        },
      },
    ],
  },
});
