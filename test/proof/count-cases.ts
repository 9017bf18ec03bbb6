/** Counts the random cases that properties passed, file by file, for {@link file://./tell-cases.ts} to tell their sum. */
import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, inject } from "vitest";

const passed: number[] = [];

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  reporter(details) {
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    passed.push(details.numRuns);
  },
});

afterAll(() => {
  if (passed.length) appendFileSync(inject("cases"), `${passed.join("\n")}\n`);
});
