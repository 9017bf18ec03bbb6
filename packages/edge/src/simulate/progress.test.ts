/** The line on a terminal. */
import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";

function setUp() {
  const said: string[] = [];
  const clock = { ms: 0 };
  return {
    said,
    clock,
    progress: createProgress(
      (text) => said.push(text),
      () => clock.ms,
    ),
  };
}

const LINE = "\r\u001b[K";

test("shows the phase, the part and the speed, ten times a second at most", () => {
  const { said, clock, progress } = setUp();
  progress.show("reading", 0, 0);
  for (clock.ms = 1; clock.ms <= 250; clock.ms++) progress.show("reading", clock.ms / 500, clock.ms * 10);
  expect(said).toEqual([
    `${LINE}reading  ${"░".repeat(24)}   0 %`,
    `${LINE}reading  ${"█".repeat(5)}${"░".repeat(19)}  20 %  10,000 events/s`,
    `${LINE}reading  ${"█".repeat(10)}${"░".repeat(14)}  40 %  10,000 events/s`,
  ]);
});

test("another phase is shown at once, and may not know its end", () => {
  const { said, clock, progress } = setUp();
  progress.show("reading", 1, 9);
  clock.ms = 1;
  progress.show("replaying", undefined, 1_234);
  expect(said.at(-1)).toBe(`${LINE}replaying  1,234 events`);
  progress.clear();
  progress.clear();
  expect(said.slice(2)).toEqual([LINE]);
});

test("says nothing where nobody looks", () => {
  const progress = createProgress(undefined);
  progress.show("reading", 1, 1);
  progress.clear();
});
