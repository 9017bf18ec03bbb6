/** What is done once, and for how long that counts. */
import { expect, test } from "vitest";
import { remember, rememberLately } from "./remember.ts";

function counting() {
  const runs: string[] = [];
  const run = (argument: string) => {
    runs.push(argument);
    return { argument };
  };
  return { runs, run };
}

test("runs once for each argument", () => {
  const { runs, run } = counting();
  const known = remember(run);
  expect(known("a")).toBe(known("a"));
  expect(known("b")).toEqual({ argument: "b" });
  expect(runs).toEqual(["a", "b"]);
});

test("what is asked for in each turn stays, what is not goes with the next one but one", () => {
  const { runs, run } = counting();
  const { get, turn } = rememberLately(run);
  const a = get("a");
  get("b");
  turn();
  expect(get("a")).toBe(a);
  turn();
  expect(get("a")).toBe(a);
  get("b");
  expect(runs).toEqual(["a", "b", "b"]);
});
