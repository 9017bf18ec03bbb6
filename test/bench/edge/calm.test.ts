/** That a round on a machine which others keep busy is taken again, and that it is said where that did not help. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { coreSeconds, othersSeconds } from "./busy.mjs";
import { crowdLines, othersShare, TRIES, takenOf, takeRounds } from "./calm.mjs";

/** Rounds of which others took these shares, one try after the other. */
function taken(others: readonly number[], rounds: number) {
  const run = vi.fn(async (round: number) => `${round}:${run.mock.calls.length}`);
  const watch = async <Result>(one: () => Promise<Result>) => ({
    result: await one(),
    others: others[run.mock.calls.length - 1] ?? Number.NaN,
  });
  return takeRounds({ rounds, run, watch });
}

test("calm rounds are taken once each", async () => {
  expect(await taken([0, 0.02, 0.05], 3)).toEqual({ seen: ["0:1", "1:2", "2:3"], others: [0, 0.02, 0.05], again: 0 });
});

test("a round beside others is taken again, in the same turn, and counts once it was calm", async () => {
  expect(await taken([0.5, 0.4, 0.01, 0.3, 0], 2)).toEqual({ seen: ["0:3", "1:5"], others: [0.01, 0], again: 3 });
});

test("of tries that were all beside others, the calmest counts", async () => {
  const { seen, others, again } = await taken([0.5, 0.3, 0.4, 0], 2);
  expect([seen, others, again]).toEqual([["0:2", "1:4"], [0.3, 0], TRIES - 1]);
});

test("where the system does not tell, nothing is taken again, and nothing is said", async () => {
  const { others, again } = await taken([], 4);
  expect([others.length, again, crowdLines({ others, again })]).toEqual([4, 0, []]);
});

test("once the time is up, no round is taken again, and there are enough of them", async () => {
  const run = vi.fn(async () => {});
  const now = vi.fn(() => run.mock.calls.length * 30_000);
  const watch = async <Result>(one: () => Promise<Result>) => ({ result: await one(), others: 0.9 });
  const { seen, again } = await takeRounds({ rounds: 9, run, watch, now });
  expect([seen.length, again]).toEqual([3, 1]);
});

test("what was busy all the same is said beside the figures, and so is what was taken again", () => {
  expect(crowdLines({ others: [0.01, 0.02], again: 0 })).toEqual([]);
  expect(crowdLines({ others: [0.01, 0.02], again: 3 }).join()).toMatch(
    /busy with others; slices taken again until it was not: 3$/,
  );
  expect(crowdLines({ others: [0.01, 0.5, 0.3], again: 4 }).join()).toMatch(
    /^ +the machine was busy with others: 40 % of its time in 2 of 3 slices; slices taken again: 4$/,
  );
});

const STAT = "cpu  100 20 30 800 40 5 5 10 7 3\ncpu0 1 2 3 4 5 6 7 8 9 10\n";

test("others are other processes, and what the machine's host withheld", () => {
  const before = takenOf(STAT, 0.5);
  expect(before).toEqual({ others: 0.6, total: 10.1 });
  expect(othersShare(before, { others: 1.1, total: 12.1 })).toBeCloseTo(0.25);
  // One may end whose time nobody takes over.
  expect(othersShare(before, { others: 0.3, total: 12.1 })).toBe(0);
});

test("a system that tells nothing of itself is not known to be calm or busy", () => {
  expect(takenOf("", Number.NaN)).toEqual({ others: Number.NaN, total: Number.NaN });
  expect(othersShare(takenOf(STAT, 0), takenOf("", 0))).toBeNaN();
});

test.runIf(existsSync("/proc/stat"))(
  "what a process took counts, of a child that ended too, and of ours it does not",
  () => {
    const all = () => readdirSync("/proc").map(Number).filter(Number.isInteger);
    const mine = all().filter((pid) => pid !== process.pid);
    const before = othersSeconds(mine);
    const own = coreSeconds(process.pid);
    execFileSync(process.execPath, ["-e", "while (process.cpuUsage().user < 300_000);"]);
    // Besides these two, only what processes took that came meanwhile.
    expect(othersSeconds(mine) - before - (coreSeconds(process.pid) - own)).toBeGreaterThan(0.2);
    expect(othersSeconds(all())).toBeLessThan(0.1);
  },
);
