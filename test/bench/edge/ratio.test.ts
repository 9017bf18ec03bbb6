/** What rounds come to, and that a promise which is not kept is seen. */
import { expect, test } from "vitest";
import { getLines, ingestLines } from "./lines.mjs";
import { judge, median, medianRatio } from "./ratio.mjs";

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
  [[], Number.NaN],
])("the median of %j is %d", (values, middle) => {
  expect(median(values)).toBe(middle);
});

test("a round in which the machine was slow for both changes nothing", () => {
  expect(medianRatio([90, 9, 100], [100, 10, 100])).toBe(0.9);
  // By the medians alone it would be 0.5.
  expect(medianRatio([10, 50, 90], [10, 100, 100])).toBe(0.9);
});

test("rounds without a partner are a mistake", () => {
  expect(() => medianRatio([1, 2], [1])).toThrow(/Each round/);
});

test.each([
  [0.8, true],
  [1.3, true],
  [0.799, false],
  [Number.NaN, false],
])("a ratio of %d keeps a promise of 0.8: %s", (ratio, kept) => {
  const { ok, line } = judge({ what: "GET", ratio, least: 0.8 });
  expect(ok).toBe(kept);
  expect(line.endsWith("FAILED")).toBe(!kept);
});

test("a broken promise is not rounded up to a kept one", () => {
  expect(judge({ what: "GET", ratio: 0.7999, least: 0.8 })).toEqual({
    ok: false,
    text: "GET: 0.79 × (at least 0.80)",
    line: "GET: 0.79 × (at least 0.80)  FAILED",
  });
});

test("a ratio is shown alike in the table and beside its promise, and never in our favour", () => {
  const row = { what: "script", bytes: 0, ours: 9, bare: 10, ratio: 0.7251, cpu: 1.251, server: 0.9, sender: 0.4 };
  const [found = ""] = getLines([{ ...row, slices: 9, crowd }], { rounds: 1, requests: 1, connections: 1 }).slice(-1);
  expect(found).toContain("  0.72 ×  1.26 × the processor time");
  expect(judge({ what: "script", ratio: 0.7251, least: 0.8 }).line).toContain("0.72 ×");
  const raw = { ...ingest.raw, together: way(1_250, 0.669) };
  const lines = ingestLines([{ ...ingest, raw }], { rounds: 1, connections: 16, memory: false });
  expect(lines.find((line) => line.endsWith("judged"))).toContain("0.66 ×");
  expect(judge({ what: "ingest", ratio: 0.669, least: 0.6 }).line).toContain("0.66 ×");
});

const way = (rate: number, ratio: number) => ({ rate, ratio });
const crowd = { others: [0.02, Number.NaN], again: 0 };
const ingest = {
  crowd,
  batch: 10,
  ours: 1_000,
  raw: { alone: way(500, 2), together: way(1_250, 0.8), statement: way(1_000, 1) },
  hardest: "together" as const,
  sender: 0.25,
  slices: 9,
  server: 0.9,
};

test("of the ways into the store only the fastest is marked as judged", () => {
  const lines = ingestLines([ingest], { rounds: 1, connections: 16, memory: false });
  expect(lines.filter((line) => line.endsWith("judged"))).toHaveLength(1);
  expect(lines.find((line) => line.endsWith("judged"))).toMatch(/1,250 events\/s by .* one commit a batch +0\.80 ×/);
  expect(lines.join()).not.toContain("memory");
  expect(ingestLines([], { rounds: 1, connections: 16, memory: true }).join()).toContain("in memory");
});

test("where the system does not tell how busy a process is, nothing is said of it", () => {
  const row = {
    crowd,
    what: "script",
    bytes: 4_587,
    ours: 9,
    bare: 10,
    ratio: 0.9,
    cpu: Number.NaN,
    server: Number.NaN,
    sender: 0.4,
    slices: 9,
  };
  const lines = getLines([row, { ...row, cpu: 1.1, server: 0.7 }], { rounds: 1, requests: 1, connections: 1 });
  expect(lines.join("\n")).not.toContain("NaN");
  expect(lines.at(-1)).toContain("edge 70 % of a core");
});

test("a machine that was busy with others is told of right below the row", () => {
  const busy = { ...ingest, crowd: { others: [0.3], again: 2 } };
  const lines = ingestLines([ingest, busy], { rounds: 1, connections: 16, memory: false });
  expect(lines.filter((line) => line.includes("busy with others"))).toHaveLength(1);
  expect(lines.at(-4)).toContain("the machine was busy with others: 30 % of its time in 1 of 1 slices");
});
