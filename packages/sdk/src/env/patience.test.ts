import { expect, test } from "vitest";
import { within } from "./patience.ts";

test("what comes in time is what is waited for, what does not is undefined", async () => {
  expect(await within(1_000, Promise.resolve(5))).toBe(5);
  expect(await within(0, new Promise(() => {}))).toBeUndefined();
});
