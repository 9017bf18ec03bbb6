/** A failure is told, and its repetitions are counted. */
import { expect, test } from "vitest";
import { createFailureLog } from "./failures.ts";

const full = Object.assign(new Error("of a visitor"), { code: "SQLITE_FULL" });

function logAt() {
  const clock = { now: 0 };
  const lines: string[] = [];
  const fail = createFailureLog(
    (line) => lines.push(line),
    () => clock.now,
  );
  return { clock, lines, fail };
}

test("the same failure is told once a minute, with how often it came meanwhile", () => {
  const { clock, lines, fail } = logAt();
  for (let times = 0; times < 1_000; times++) fail(`POST /g/shop/e`, full);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^POST \/g\/shop\/e failed: Error SQLITE_FULL\n\s+at /);
  clock.now = 59_999;
  fail("POST /g/shop/e", full);
  expect(lines).toHaveLength(1);
  clock.now = 60_000;
  fail("POST /g/blog/e", full);
  expect(lines[1]).toMatch(/^POST \/g\/blog\/e failed: Error SQLITE_FULL[\s\S]+\n {2}and 1000 times more since/);
  clock.now = 120_000;
  fail("POST /g/shop/e", full);
  expect(lines[2]).not.toContain("times more");
  expect(lines.join()).not.toContain("of a visitor");
});

test("another failure is told at once, and so is the same after a clock was set back", () => {
  const { clock, lines, fail } = logAt();
  clock.now = 1e9;
  fail("GET /g/shop.js", full);
  fail("GET /g/shop.js", new RangeError("x"));
  expect(lines).toHaveLength(2);
  clock.now = 1e6;
  fail("GET /g/shop.js", full);
  expect(lines).toHaveLength(3);
});

test("no more than a hundred are remembered, the latest", () => {
  const { lines, fail } = logAt();
  const numbered = Array.from({ length: 150 }, (_, index) => Object.assign(new Error("x"), { code: `E${index}` }));
  for (const failure of numbered) fail("GET /", failure);
  expect(lines).toHaveLength(150);
  fail("GET /", numbered[149]);
  expect(lines).toHaveLength(150);
  fail("GET /", numbered[0]);
  expect(lines).toHaveLength(151);
});
