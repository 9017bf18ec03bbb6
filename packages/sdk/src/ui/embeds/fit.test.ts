import { describe, expect, test } from "vitest";
import { fitTo, type Measured } from "./fit.ts";

const measured = (some: Partial<Measured> = {}): Measured => ({
  width: 480,
  height: 300,
  around: { width: 900, height: 700 },
  ratio: "auto",
  position: "static",
  ...some,
});

describe("a placeholder", () => {
  test.each<[string, Partial<Measured>, object]>([
    ["keeps a fixed size", {}, { width: "480px", height: "300px" }],
    ["that fills its place goes on filling it", { width: 900 }, { width: "100%", height: "300px" }],
    [
      "keeps a shape",
      { width: 900, height: 506.25, ratio: "16 / 9" },
      { width: "100%", "aspect-ratio": "16 / 9", height: "auto" },
    ],
    [
      "keeps the shape that its attributes give",
      { ratio: "auto 480 / 300" },
      { width: "480px", "aspect-ratio": "480 / 300", height: "auto" },
    ],
    ["keeps its height where the shape was overruled", { ratio: "auto 1 / 1" }, { width: "480px", height: "300px" }],
    [
      "covers a frame that it was laid over",
      { position: "absolute", width: 900, height: 700 },
      { width: "100%", height: "100%" },
    ],
  ])("%s", (_, some, fit) => expect(fitTo(measured(some))).toEqual(fit));

  test.each([{ width: 1, height: 1 }, { width: 0 }, { height: 0 }])("there is none for %j", (some) => {
    expect(fitTo(measured(some))).toBeUndefined();
  });
});
