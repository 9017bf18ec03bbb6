/** Unit tests: in Node, except the sdk's, which get a DOM. Packages of ours resolve to their sources, so nothing is built. */
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const SOURCE = "@ghostlight/source";
const NEVER = ["**/node_modules/**", "**/dist/**", "test/browser/**", "test/proof/**/*.spec.ts"];

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
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["packages/sdk/src/**/*.test.{ts,tsx}"],
          exclude: NEVER,
        },
      },
    ],
  },
});
