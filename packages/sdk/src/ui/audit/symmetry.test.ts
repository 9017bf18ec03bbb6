import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, imbalances, type Weight } from "./symmetry.ts";

const BUTTON: Weight = {
  area: 8000,
  fontSize: 15,
  fontWeight: 600,
  text: "rgb(255, 255, 255)",
  fill: "rgb(31, 74, 62)",
  surface: "rgb(255, 255, 255)",
  level: "actions",
};

describe("two buttons", () => {
  test("that are the same weigh the same", () => {
    expect(imbalances(BUTTON, { ...BUTTON })).toEqual([]);
  });

  test.each<[string, Partial<Weight>]>([
    ["area", { area: 7199 }],
    ["area", { area: 8889 }],
    ["font size", { fontSize: 13 }],
    ["font weight", { fontWeight: 500 }],
    ["contrast of the text", { text: "rgb(200, 200, 200)" }],
    ["contrast of the fill", { fill: "rgb(90, 130, 120)", text: "rgb(31, 31, 31)" }],
    ["level", { level: "choose" }],
  ])("differ in their %s: %j", (name, other) => {
    expect(imbalances(BUTTON, { ...BUTTON, ...other })).toContain(name);
  });

  test.each<[string, Partial<Weight>]>([
    ["a tenth smaller", { area: 7200 }],
    ["a tenth larger", { area: 8800 }],
  ])("still weigh the same: %s", (_, other) => {
    expect(imbalances(BUTTON, { ...BUTTON, ...other })).toEqual([]);
  });

  test("one that is drawn as a ghost of the other is told in every way it differs", () => {
    const ghost = { ...BUTTON, fill: "rgba(0, 0, 0, 0)", text: "rgb(150, 150, 150)", fontWeight: 400, area: 4000 };
    expect(imbalances(BUTTON, ghost)).toEqual(["area", "font weight", "contrast of the text", "contrast of the fill"]);
  });

  test("whichever of them comes first", () => {
    const weight = fc.record({
      area: fc.integer({ min: 1, max: 99_999 }),
      fontSize: fc.integer({ min: 1, max: 99 }),
      fontWeight: fc.integer({ min: 1, max: 1000 }),
      text: fc.constantFrom("rgb(0, 0, 0)", "rgb(255, 255, 255)", "color(srgb 0.2 0.4 0.6)"),
      fill: fc.constantFrom("rgb(0, 0, 0)", "rgba(255, 0, 0, 0.5)"),
      surface: fc.constantFrom("rgb(255, 255, 255)"),
      level: fc.constantFrom("a", "b"),
    });
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        expect(imbalances(a, b)).toEqual(imbalances(b, a));
      }),
    );
  });

  test("that nothing has drawn yet are not told apart by it", () => {
    const bare = { ...BUTTON, area: 0, fontSize: Number.NaN };
    expect(imbalances(bare, bare)).toEqual([]);
  });
});

describe("contrast", () => {
  test.each([
    ["rgb(0, 0, 0)", "rgb(255, 255, 255)", 21],
    ["rgb(255, 255, 255)", "rgb(0, 0, 0)", 21],
    ["rgb(119, 119, 119)", "rgb(255, 255, 255)", 4.48],
    ["rgb(18, 18, 18)", "rgb(18, 18, 18)", 1],
    ["color(srgb 1 1 1)", "rgb(0, 0, 0)", 21],
    ["color(srgb 0.5 0.5 0.5 / 1)", "rgb(0, 0, 0)", 5.28],
    ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)", 1],
    ["rgba(0, 0, 0, 0.5)", "rgb(255, 255, 255)", 3.98],
    ["oklch(0.7 0.1 20)", "rgb(255, 255, 255)", 21],
    ["", "rgb(255, 255, 255)", 21],
  ])("of %s on %s is %d", (over, under, ratio) => {
    expect(contrast(over, under)).toBeCloseTo(ratio, 1);
  });
});
