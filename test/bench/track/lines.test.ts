/** That no figure of a call stands without what it is compared with, the day and the versions. */
import { expect, test } from "vitest";
import { partOf } from "./lines.mjs";

const beside = [
  { name: "trackSelfDescribingEvent", median: 60, p95: 120 },
  { name: "trackStructEvent", median: 45, p95: 90 },
];
const cost = { name: "track", median: 15, p95: 32.5, calls: 4_000, ok: true, beside };
const STAMP = "2026-11-22, Chromium 1.2.3, tracker 4.5.6";

test("ours stands beside each of the others, with the ratio to it, never rounded in its favour", () => {
  const { lines, markdown, faults } = partOf(cost, STAMP);
  expect(faults).toEqual([]);
  expect(markdown.slice(2, 5)).toEqual([
    "| Ghostlight, `track()` | 15.0 µs | 32.5 µs | – |",
    "| Snowplow, `trackSelfDescribingEvent()` | 60.0 µs | 120.0 µs | 0.25 × |",
    "| Snowplow, `trackStructEvent()` | 45.0 µs | 90.0 µs | 0.34 × |",
  ]);
  for (const text of [lines, markdown]) expect(text.join("\n")).toContain(STAMP);
  expect(lines.join("\n")).toMatch(/trackStructEvent\(\): median 45\.0 µs, p95 90\.0 µs; ours 0\.34 ×/);
});

test("a broken promise is named, and said in the block", () => {
  const { lines, markdown, faults } = partOf({ ...cost, median: 20.5, ok: false }, STAMP);
  expect(faults).toEqual(["track(): median 20.5 µs, p95 32.5 µs of 4000 calls; at most 20 in the median"]);
  expect(lines[0]).toMatch(/^FAILS: /);
  expect(markdown.at(-1)).toContain("which does not hold");
});
