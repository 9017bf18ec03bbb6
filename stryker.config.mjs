// @ts-check
/** Mutation tests of the rules that decide what a visitor sees: `npm run proof`, or alone `npx stryker run`. */

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    "packages/rules/src/{condition,clause,ghost,life,time}/**/*.ts",
    "packages/rules/src/site/{compile*,closure,segment-order,duration,purposes,uses}.ts",
    "packages/rules/src/site/clause/*.ts",
    "!**/*.test.ts",
  ],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/proof/vitest.rules.config.ts", related: false },
  // What the copy needs to run the tests; node_modules is linked.
  ignorePatterns: ["/*", "!/packages", "/packages/{sdk,edge}", "!/test", "!/package.json", "!/tsconfig.base.json"],
  concurrency: 2,
  coverageAnalysis: "perTest",
  timeoutMS: 5_000,
  dryRunTimeoutMinutes: 15,
  // What is only ever read while modules load would run every test; what tests reach as well is changed all the same.
  ignoreStatic: true,
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ["clear-text", "html"],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  htmlReporter: { fileName: "reports/mutation.html" },
  tempDirName: ".stryker-tmp",
  disableTypeChecks: false,
  allowConsoleColors: false,
};
