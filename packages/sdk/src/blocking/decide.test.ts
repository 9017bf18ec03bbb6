import { describe, expect, test } from "vitest";
import { purposeOf } from "./decide.ts";

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
