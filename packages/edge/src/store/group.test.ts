/** Whatever arrives together and whatever fails: each task gets its own result, and is done once or not at all. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createGroups } from "./group.ts";

/** Groups of numbers over a list that a failing group leaves as it was; turns come when the test says. */
function groupsOf(bad: (task: number) => boolean = () => false, most = 1_000) {
  const done: number[] = [];
  const commits: number[][] = [];
  const turns: (() => void)[] = [];
  const busy = { now: false, met: 0 };
  const groups = createGroups<number, string>({
    together(tasks) {
      if (busy.now) {
        busy.met++;
        throw new Error("busy");
      }
      commits.push([...tasks]);
      for (const task of tasks) if (bad(task)) throw new Error(`bad ${task}`);
      done.push(...tasks);
      return tasks.map((task) => `did ${task}`);
    },
    untried: (failure) => failure instanceof Error && failure.message === "busy",
    sizeOf: () => 1,
    most,
    soon: (run) => void turns.push(run),
  });
  const turn = () => turns.shift()?.();
  return { groups, done, commits, turns, turn, busy };
}

test("what arrives before the turn is done in one, in order, and each hears of its own", async () => {
  const { groups, commits, turns, turn } = groupsOf();
  const results = [1, 2, 3].map(groups.add);
  expect([commits, turns.length]).toEqual([[], 1]);
  turn();
  expect(await Promise.all(results)).toEqual(["did 1", "did 2", "did 3"]);
  const later = groups.add(4);
  turn();
  expect(await later).toBe("did 4");
  expect(commits).toEqual([[1, 2, 3], [4]]);
});

test("nobody hears of success before it is done", async () => {
  const { groups, turn } = groupsOf();
  const heard = vi.fn();
  const result = groups.add(1).then(heard);
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
  turn();
  await result;
  expect(heard).toHaveBeenCalledOnce();
});

test("one bad task fails alone", async () => {
  const { groups, done, turn } = groupsOf((task) => task === 2);
  const results = [1, 2, 3].map(groups.add);
  turn();
  expect((await Promise.allSettled(results)).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  await expect(results[1]).rejects.toThrow("bad 2");
  expect(done).toEqual([1, 3]);
});

test("a group that nobody could begin is not tried again task by task, but those who come later are", async () => {
  const { groups, commits, turn, busy } = groupsOf();
  busy.now = true;
  const results = [1, 2].map(groups.add);
  turn();
  for (const result of results) await expect(result).rejects.toThrow("busy");
  expect(busy.met).toBe(1);
  busy.now = false;
  const later = groups.add(3);
  turn();
  expect([await later, commits]).toEqual(["did 3", [[3]]]);
});

test("a group has an end; the rest has a turn of its own", async () => {
  const { groups, commits, turn, turns } = groupsOf(undefined, 2);
  const results = [1, 2, 3, 4, 5].map(groups.add);
  turn();
  expect([commits, turns.length]).toEqual([[[1, 2]], 1]);
  turn();
  turn();
  expect(await Promise.all(results)).toHaveLength(5);
  expect([commits, turns.length]).toEqual([[[1, 2], [3, 4], [5]], 0]);
});

test("a flush leaves nothing, neither waiting nor for the turn that was to come", async () => {
  const { groups, commits, turn } = groupsOf(undefined, 2);
  const results = [1, 2, 3].map(groups.add);
  groups.flush();
  turn();
  expect(await Promise.all(results)).toEqual(["did 1", "did 2", "did 3"]);
  expect(commits).toEqual([[1, 2], [3]]);
});

test("however tasks and turns alternate, each is done once, unless it is bad", async () => {
  const steps = fc.array(fc.oneof(fc.constant("turn" as const), fc.constant("flush" as const), fc.boolean()));
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (plan, most) => {
      const isBad: boolean[] = [];
      const { groups, done, turn } = groupsOf((task) => isBad[task] === true, most);
      const results: Promise<string>[] = [];
      for (const step of plan) {
        if (step === "turn") turn();
        else if (step === "flush") groups.flush();
        else {
          isBad.push(step);
          results.push(groups.add(isBad.length - 1));
        }
      }
      groups.flush();
      const told = (await Promise.allSettled(results)).map((one) => (one.status === "fulfilled" ? one.value : "bad"));
      expect(told).toEqual(isBad.map((bad, task) => (bad ? "bad" : `did ${task}`)));
      expect(done).toEqual(isBad.flatMap((bad, task) => (bad ? [] : [task])));
    }),
  );
});
