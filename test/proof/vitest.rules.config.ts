/** The tests of the rules alone, with chance that is the same in every run: a mutant must not live or die by luck. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/rules/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    setupFiles: ["packages/rules/test/fixed-chance.ts"],
    env: { GHOSTLIGHT_RUNS: "100" },
  },
});
