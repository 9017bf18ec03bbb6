/** The same order, whether all fits into memory or hardly anything does. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Sortable } from "./run.ts";
import { createSorter, type Room } from "./sorter.ts";

const folder = mkdtempSync(join(tmpdir(), "ghostlight-sorter-"));
const files: string[] = [];
const scratch = {
  file() {
    files.push(join(folder, String(files.length)));
    return files.at(-1) ?? "";
  },
};

afterEach(() => {
  for (const file of files.splice(0)) rmSync(file, { force: true });
});

/** Many of a key, many at one instant; texts with what a line or a field could end at. */
const records: readonly Sortable[] = Array.from({ length: 3_000 }, (_, line) => ({
  key: JSON.stringify(["a", "b\n", "ü😀", "\t"][(line * 7) % 4] ?? ""),
  at: (line * 7_919) % 101 === 0 ? -1 : (line * 7_919) % 101,
  line,
  body: JSON.stringify({ text: `${"x".repeat(line % 90)}\t\n☃` }),
}));

const naive = [...records].sort(
  (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.at - b.at || a.line - b.line,
);

function sort(room: Room): readonly Sortable[] {
  const sorter = createSorter(scratch, room);
  for (const record of records) sorter.add(record);
  return [...sorter.sorted()];
}

test.each([
  ["in memory", { chunk: 1e9, runs: 100 }, 0],
  ["in some runs", { chunk: 50_000, runs: 100 }, 5],
  ["in runs that are merged on the way", { chunk: 5_000, runs: 4 }, 50],
])("%s", (_, room, least) => {
  expect(sort(room)).toEqual(naive);
  expect(files.length).toBeGreaterThanOrEqual(least);
  expect(least === 0 ? files.length : 0).toBe(0);
});

test("what was read is gone, also when nobody reads to the end", () => {
  sort({ chunk: 5_000, runs: 4 });
  expect(readdirSync(folder)).toEqual([]);
  const sorter = createSorter(scratch, { chunk: 5_000, runs: 100 });
  for (const record of records) sorter.add(record);
  expect(readdirSync(folder).length).toBeGreaterThan(10);
  for (const record of sorter.sorted()) {
    expect(record).toEqual(naive[0]);
    break;
  }
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(folder)).toBe(true);
});

test("a body longer than what is read at once comes back whole", () => {
  const sorter = createSorter(scratch, { chunk: 10, runs: 10 });
  const long = { key: '"k"', at: 1, line: 1, body: JSON.stringify("è".repeat(300_000)) };
  sorter.add(long);
  sorter.add({ ...long, line: 0 });
  expect([...sorter.sorted()]).toEqual([{ ...long, line: 0 }, long]);
});
