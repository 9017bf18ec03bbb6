/** Shows that the last line of `npm test` is right, whatever went wrong. */
import { describe, expect, test } from "vitest";
import { readPlaywright, readVitest, summarize, total } from "./summary.mjs";

const unit = { passed: 10, failed: 0, skipped: 1 };

describe("reports", () => {
  test("of vitest", () => {
    const text = JSON.stringify({ numPassedTests: 10, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 });
    expect(readVitest(text)).toEqual({ passed: 10, failed: 2, skipped: 4 });
  });

  test("of Playwright, where flaky is failed", () => {
    const text = JSON.stringify({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(readPlaywright(text)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  test("without their numbers are refused", () => {
    expect(() => readVitest("{}")).toThrow("no counts");
    expect(() => readPlaywright('{"stats":{}}')).toThrow("no counts");
    expect(() => readVitest("")).toThrow();
  });
});

describe("the total", () => {
  test("sums the steps that have tests", () => {
    const results = [
      { name: "build", seconds: 1, ok: true },
      { name: "unit", seconds: 2, ok: true, counts: unit },
      { name: "browser", seconds: 3, ok: false, counts: { passed: 5, failed: 2, skipped: 0 } },
    ];
    expect(total(results)).toEqual({ passed: 15, failed: 2, skipped: 1 });
  });

  test("counts a failed step without a failed test as one", () => {
    expect(total([{ name: "build", seconds: 1, ok: false }])).toMatchObject({ passed: 0, failed: 1 });
    expect(total([{ name: "unit", seconds: 1, ok: false, counts: unit }])).toMatchObject({ passed: 10, failed: 1 });
  });
});

describe("the summary", () => {
  const lines = (ok: boolean) =>
    summarize([
      { name: "build", seconds: 12.34, ok },
      { name: "unit", seconds: 2, ok: true, counts: unit },
    ]).split("\n");

  test("ends with the counts, alone", () => {
    expect(lines(true).at(-1)).toBe("10 passed, 0 failed");
    expect(lines(false).at(-1)).toBe("10 passed, 1 failed");
    expect(summarize([]).split("\n").at(-1)).toBe("0 passed, 0 failed");
  });

  test("has a row for each step", () => {
    expect(lines(true).slice(0, 3)).toEqual([
      "build   12.3 s  ok",
      "unit     2.0 s  ok     10 passed, 0 failed, 1 skipped",
      "all     14.3 s",
    ]);
    expect(lines(false)[0]).toBe("build   12.3 s  FAILED");
  });
});
