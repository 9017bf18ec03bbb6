/** The tests of the rules alone, with chance that is the same in every run: a mutant must not live or die by luck. */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Plain tests first: most mutants die of them, and the first death ends the run. */
class PlainFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(moduleId.includes("/rules/test/"));
    return files.sort((one, other) => isSlow(one) - isSlow(other) || one.moduleId.localeCompare(other.moduleId));
  }
}

export default defineConfig({
  test: {
    // Stryker starts a new thread for every mutant; in it the modules are read once, not once for each file.
    isolate: false,
    testTimeout: 30_000,
    sequence: { sequencer: PlainFirst },
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
    env: { GHOSTLIGHT_RUNS: "40" },
  },
});
