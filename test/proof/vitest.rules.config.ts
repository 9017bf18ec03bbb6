/** The tests of the rules alone, with chance that is the same in every run: a mutant must not live or die by luck. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/rules/**/*.test.ts"],
    exclude: [
      "**/node_modules/**",
      "**/dist/**",
      // It reads a style sheet of the sdk, which is not in the copy that is broken.
      "packages/rules/src/site/compile-theme.test.ts",
      // They take the time of expressions, and say nothing of the rules.
      "packages/rules/src/site/regex/**",
    ],
    setupFiles: ["packages/rules/test/fixed-chance.ts"],
    env: { GHOSTLIGHT_RUNS: "100" },
  },
});
