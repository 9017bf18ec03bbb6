import { describe, expect, test } from "vitest";
import { cookieDomains, cookiePaths, isNamed } from "./match.ts";

describe("a pattern", () => {
  test.each([
    ["_ga", "_ga", true],
    ["_ga", "_gac", false],
    ["_ga*", "_ga", true],
    ["_ga*", "_ga_X1", true],
    ["_ga*", "x_ga", false],
    ["*_id", "a_id", true],
    ["*_id", "_id", true],
    ["*_id", "a_ids", false],
    ["_hj*_*", "_hjSession_1", true],
    ["_hj*_*", "_hjSession", false],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["ab*ba", "aba", false],
    ["*", "", true],
    ["a.c", "abc", false],
    ["a**b", "ab", true],
    ["", "a", false],
  ])("%s means %s: %s", (pattern, name, means) => expect(isNamed(name, [pattern])).toBe(means));

  test("many stars take no time", () => {
    const before = performance.now();
    expect(isNamed("a".repeat(4_000), [`${"a*".repeat(200)}b`])).toBe(false);
    expect(performance.now() - before).toBeLessThan(200);
  });

  test("one of several is enough, none is not", () => {
    expect([isNamed("b", ["a", "b"]), isNamed("b", [])]).toEqual([true, false]);
  });
});

test("domains are the host's own and every parent", () => {
  expect(cookieDomains("a.shop.example")).toEqual(["", "a.shop.example", "shop.example", "example"]);
  expect(cookieDomains("localhost")).toEqual(["", "localhost"]);
});

test("paths are every parent, with and without a slash at the end", () => {
  expect(cookiePaths("/")).toEqual(["/"]);
  expect(cookiePaths("/a/b.html")).toEqual(["/", "/a", "/a/", "/a/b.html", "/a/b.html/"]);
  expect(cookiePaths("/a/b/")).toEqual(["/", "/a", "/a/", "/a/b", "/a/b/"]);
});
