/** Spans and ages in words. */
import { expect, test } from "vitest";
import { ageInWords, spanInWords } from "./spans.ts";

const DAY = 86_400_000;

test.each([
  [1_000, "1 second"],
  [30 * 60_000, "30 minutes"],
  [36 * 3_600_000, "1 day 12 hours"],
  [30 * DAY, "30 days"],
  [90_061_000, "1 day 1 hour 1 minute 1 second"],
  [[1], "1 month"],
  [[6], "6 months"],
  [[12], "1 year"],
  [[18], "18 months"],
  [[24], "2 years"],
])("%j lasts %s", (span, words) => {
  expect(spanInWords(span)).toBe(words);
});

test.each([
  [0, "0 ms"],
  [999, "999 ms"],
  [1_999, "1 second"],
  [45 * DAY + 3 * 3_600_000 + 59 * 60_000, "45 days 3 hours"],
  [1_500 * DAY, "1,500 days"],
])("%i ms is %s", (ms, words) => {
  expect(ageInWords(ms)).toBe(words);
});
