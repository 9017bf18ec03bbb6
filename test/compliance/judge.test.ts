import { describe, expect, test } from "vitest";
import { judge, type Row, readTests, strayTags, type Test } from "./judge.mjs";

const spec = (title: string, status = "expected", last = "passed") => ({
  title,
  tests: [{ status, results: [{ status: "failed" }, { status: last }] }],
});
const report = (...suites: unknown[]) => JSON.stringify({ suites });

const row = (number: number, status: Row["status"] = "claimed"): Row => ({
  row: number,
  requirement: "r",
  source: "s",
  status,
  why: "w",
});
const passed = (title: string): Test => ({ title, passed: true });
const failed = (title: string): Test => ({ title, passed: false });

describe("a report", () => {
  test("gives every test under its full title, however deep", () => {
    const inner = { title: "before a choice", specs: [spec("two @row-1")] };
    const text = report({ title: "tag.spec.ts", specs: [spec("one")], suites: [inner] }, { specs: [spec("bare")] });
    expect(readTests(text)).toEqual([
      passed("tag.spec.ts › one"),
      passed("tag.spec.ts › before a choice › two @row-1"),
      passed("bare"),
    ]);
  });

  test.each([
    ["unexpected", "failed"],
    ["flaky", "passed"],
    ["skipped", "skipped"],
    ["expected", "failed"],
  ])("a test that is %s and ended as %s did not pass", (status, last) => {
    expect(readTests(report({ specs: [spec("one", status, last)] }))).toEqual([failed("one")]);
  });

  test("a test that never ran did not pass", () => {
    expect(readTests(report({ specs: [{ title: "one", tests: [] }] }))).toEqual([failed("one")]);
  });

  test("of something else is refused", () => {
    expect(() => readTests("{}")).toThrow("no suites");
    expect(() => readTests("")).toThrow();
  });
});

describe("a claim", () => {
  const faultOf = (status: Row["status"], ...tests: Test[]) => judge([row(5, status)], tests)[0]?.fault;

  test("holds with passing tests of its own", () => {
    expect(judge([row(5)], [passed("a @row-5"), passed("b @row-4 @row-5"), passed("c")])).toEqual([
      { row: row(5), tests: [passed("a @row-5"), passed("b @row-4 @row-5")] },
    ]);
  });

  test("falls with none, or with one that failed", () => {
    expect(faultOf("claimed", passed("a"))).toBe("no test");
    expect(faultOf("claimed", passed("a @row-5"), failed("b @row-5"))).toBe("1 of 2 failed or did not run");
  });

  test("is not helped by tests of a row whose number begins alike", () => {
    expect(faultOf("claimed", passed("a @row-50"))).toBe("no test");
  });

  test.each(["later", "outside software"] as const)("that is not made (%s) needs none", (status) => {
    expect(faultOf(status)).toBeUndefined();
    expect(faultOf(status, failed("a @row-5"))).toBeUndefined();
  });
});

test("a tag without a row is a slip of the pen", () => {
  expect(strayTags([row(5)], [passed("a @row-5"), passed("b @row-6")])).toEqual(['@row-6 in "b @row-6"']);
});
