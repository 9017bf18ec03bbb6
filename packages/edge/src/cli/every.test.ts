/** What is done again and again goes on after a failure, and ends when it is told. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { every } from "./every.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("works after each pause, never twice at once", async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const end = every(
    1_000,
    async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      running--;
      done++;
    },
    () => expect.unreachable(),
  );
  await vi.advanceTimersByTimeAsync(12_000);
  expect([done, most]).toEqual([2, 1]);
  const ended = end();
  await vi.advanceTimersByTimeAsync(60_000);
  await ended;
  expect(done).toBe(2);
});

test("tells a failure in the words that it is given, again where they are others", async () => {
  const told: string[] = [];
  let turn = 0;
  const end = every(
    10,
    async () => Promise.reject(turn++),
    (line) => told.push(line),
    (failure) => `number ${Number(failure) >> 1}\n    at a place`,
  );
  await vi.advanceTimersByTimeAsync(45);
  await end();
  expect(told).toEqual(["number 0\n    at a place", "number 1\n    at a place"]);
});

test("tells a failure once, tries again, and tells it again once it had worked", async () => {
  const told: string[] = [];
  const fails = [true, true, false, true];
  let turn = 0;
  const end = every(
    10,
    async () => {
      if (fails[turn++]) throw Object.assign(new Error("of a visitor"), { code: "SQLITE_BUSY" });
    },
    (line) => told.push(line.split("\n")[0] ?? ""),
  );
  await vi.advanceTimersByTimeAsync(45);
  await end();
  expect(turn).toBe(4);
  expect(told).toEqual(["Error SQLITE_BUSY", "Error SQLITE_BUSY"]);
});
