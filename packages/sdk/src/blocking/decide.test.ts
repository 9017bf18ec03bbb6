import { describe, expect, test } from "vitest";
import { needsReload, purposeOf } from "./decide.ts";

const services = { maps: "functional", pixel: "marketing" };

describe("the purpose of an element", () => {
  test.each([
    [{ purpose: "analytics" }, "analytics"],
    [{ service: "maps" }, "functional"],
    [{ purpose: "analytics", service: "pixel" }, "analytics"],
    [{ purpose: "unheard" }, "unheard"],
    [{ service: "unheard" }, undefined],
    [{}, undefined],
  ])("of %j is %s", (marks, purpose) => expect(purposeOf(marks, services)).toBe(purpose));
});

describe("a reload", () => {
  test.each([
    [["analytics"], ["analytics"], true],
    [["analytics", "marketing"], ["functional", "marketing"], true],
    [["analytics"], ["marketing"], false],
    [[], ["marketing"], false],
    [["analytics"], [], false],
  ])("after %j ran and %j went: %s", (ran, gone, needed) => expect(needsReload(ran, gone)).toBe(needed));
});
