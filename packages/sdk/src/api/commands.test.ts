import { describe, expect, test, vi } from "vitest";
import { createGuard } from "../env/guard.ts";
import type { Ghostlight } from "./api.ts";
import { createCommands } from "./commands.ts";

function setUp() {
  const note = vi.fn();
  const api = { track: vi.fn(), version: "1", consent: { open: vi.fn(), set: vi.fn() } };
  const run = createCommands(api as unknown as Ghostlight, createGuard(note, "listener"), note);
  return { api, note, run: run as (item: unknown) => void };
}

test("a command calls the method of its name with its arguments", () => {
  const { api, note, run } = setUp();
  run(["track", "Product Viewed", { price: 10 }]);
  run(["consent.set", { analytics: true }]);
  expect(api.track).toHaveBeenCalledWith("Product Viewed", { price: 10 });
  expect(api.consent.set).toHaveBeenCalledWith({ analytics: true });
  expect(note).not.toHaveBeenCalled();
});

test("a function is given the whole API", () => {
  const { api, run } = setUp();
  const call = vi.fn();
  run(call);
  expect(call).toHaveBeenCalledWith(api);
});

describe("is unknown, and said to be", () => {
  test.each([
    ["trak"],
    ["version"],
    ["consent"],
    ["consent.forget"],
    ["consent.open.call"],
    ["constructor"],
    ["toString"],
    ["__proto__"],
    [""],
    ["."],
  ])("%o", (name) => {
    const { note, run } = setUp();
    run([name]);
    expect(note.mock.calls).toEqual([["unknown-command", name]]);
  });
});

describe("is the page's fault, and no exception of ours", () => {
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["an object", { track: "A" }],
    ["a list without a name", []],
    ["a name that is no text", [5]],
    [
      "a function that throws",
      () => {
        throw new Error("broken");
      },
    ],
  ])("%s", (_, item) => {
    const { note, run } = setUp();
    run(item);
    expect(note.mock.calls).toEqual([["listener", expect.any(Error)]]);
  });
});
