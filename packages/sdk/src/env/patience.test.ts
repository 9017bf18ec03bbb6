import { expect, test, vi } from "vitest";
import { settle } from "../../test/page.ts";
import { oncePerMoment, within } from "./patience.ts";

test("what comes in time is what is waited for, what does not is undefined", async () => {
  expect(await within(1_000, Promise.resolve(5))).toBe(5);
  expect(await within(0, new Promise(() => {}))).toBeUndefined();
});

test("runs once in one moment, and again in the next", async () => {
  const run = vi.fn();
  const often = oncePerMoment(run);
  for (let n = 0; n < 3; n++) often();
  expect(run).toHaveBeenCalledOnce();
  await settle(1);
  often();
  expect(run).toHaveBeenCalledTimes(2);
});
