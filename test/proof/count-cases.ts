/**
 * Counts the random cases that properties passed, file by file, for {@link file://./tell-cases.ts} to tell their sum.
 * Chance is the same in every run, so that nothing lands or fails by luck; `npm run proof` searches with the day's seed.
 */
import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, inject } from "vitest";

const passed: number[] = [];

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env.GHOSTLIGHT_SEED ?? 1),
  reporter(details) {
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    passed.push(details.numRuns);
  },
});

afterAll(() => {
  if (passed.length) appendFileSync(inject("cases"), `${passed.join("\n")}\n`);
});
