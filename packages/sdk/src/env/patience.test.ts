import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onceWithin } from "./patience.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("runs with what comes in time, and not again when the time is over", async () => {
  const run = vi.fn();
  onceWithin(1_000, Promise.resolve(5), run);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(run.mock.calls).toEqual([[5]]);
});

test("runs with nothing when the time is over, and not again for what comes then", async () => {
  const run = vi.fn();
  let bring = (_: number): void => {};
  const coming = new Promise<number>((resolve) => {
    bring = resolve;
  });
  onceWithin(1_000, coming, run);
  await vi.advanceTimersByTimeAsync(999);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  bring(5);
  await vi.advanceTimersByTimeAsync(1);
  expect(run.mock.calls).toEqual([[undefined]]);
});
