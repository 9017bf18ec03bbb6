import { describe, expect, test } from "vitest";
import { type Marks, missingOf, purposeOf, waitsFor } from "./decide.ts";

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

describe("an element waits", () => {
  test.each<[Marks, Marks]>([
    [{ purpose: "analytics" }, { purpose: "analytics" }],
    [{ service: "maps" }, { service: "maps" }],
    [
      { purpose: "analytics", service: "maps" },
      { purpose: "analytics", service: "maps" },
    ],
    [{ purpose: "functional", service: "maps" }, { service: "maps" }],
    [
      { purpose: "analytics", service: "unheard" },
      { purpose: "analytics", service: "unheard" },
    ],
    [{ service: "constructor" }, { service: "constructor" }],
  ])("with %j for %j", (marks, waits) => expect(waitsFor(marks, services)).toEqual(waits));

  const allowed = { purposes: ["necessary", "functional"], services: ["pixel"] };

  test.each<[Marks, readonly string[], readonly string[]]>([
    [{ purpose: "functional" }, [], []],
    [{ purpose: "analytics" }, ["analytics"], []],
    [{ service: "pixel" }, [], []],
    [{ service: "maps" }, [], ["maps"]],
    [{ purpose: "functional", service: "pixel" }, [], []],
    [{ purpose: "functional", service: "maps" }, [], ["maps"]],
    [{ purpose: "analytics", service: "pixel" }, ["analytics"], []],
    [{ purpose: "analytics", service: "maps" }, ["analytics"], ["maps"]],
    [{ purpose: "" }, [""], []],
    [{ service: "" }, [], [""]],
  ])("and %j lacks %j and %j", (waits, purposes, missing) => {
    expect(missingOf(waits, allowed)).toEqual({ purposes, services: missing });
  });
});
