import { describe, expect, test } from "vitest";
import { faultOf } from "./call.ts";

const circle: { self?: unknown } = {};
circle.self = circle;

describe("is no fault", () => {
  test.each([
    ["a track with properties", "track", "Product Viewed", { price: 10, tags: ["a"], maker: null }],
    ["a track without any", "track", "Product Viewed", {}],
    ["a page without a name", "page", undefined, {}],
    ["a page with one", "page", "Boots", { size: 38 }],
    ["what JSON leaves out", "track", "Viewed", { size: undefined, run: () => 1 }],
  ] as const)("%s", (_, type, name, properties) => {
    expect(faultOf(type, name, properties)).toBeUndefined();
  });
});

describe("is a fault that names the call, what is wrong and the value", () => {
  test.each([
    ["track", "", {}, ["track: no name", ""]],
    ["track", undefined, {}, ["track: no name", undefined]],
    ["track", { event: "A" }, {}, ["track: no name", { event: "A" }]],
    ["track", ["A"], {}, ["track: no name", ["A"]]],
    ["page", 5, {}, ["page: no name", 5]],
    ["track", "A", [1], ['track "A": no object', [1]]],
    ["track", "A", "x", ['track "A": no object', "x"]],
    ["track", "A", null, ['track "A": no object', null]],
    ["page", undefined, 5, ['page "": no object', 5]],
  ] as const)("%s %o %o", (type, name, properties, fault) => {
    expect(faultOf(type, name, properties)).toEqual(fault);
  });

  test.each([
    ["circular", circle],
    ["BigInt", { big: 5n }],
  ])("properties that are no JSON: %s", (reason, properties) => {
    const [message, error] = faultOf("track", "A", properties) ?? [];
    expect(message).toBe('track "A": no JSON');
    expect(String(error)).toContain(reason);
  });

  test("properties that throw when they are read", () => {
    const properties = {
      get price() {
        throw "sold out";
      },
    };
    expect(faultOf("track", "A", properties)).toEqual(['track "A": no JSON', "sold out"]);
  });
});
