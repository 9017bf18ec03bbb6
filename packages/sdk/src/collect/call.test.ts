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
    ["track", "", {}, ["track: its name must be a text, not", ""]],
    ["track", undefined, {}, ["track: its name must be a text, not", undefined]],
    ["track", { event: "A" }, {}, ["track: its name must be a text, not", { event: "A" }]],
    ["track", ["A"], {}, ["track: its name must be a text, not", ["A"]]],
    ["page", 5, {}, ["page: its name must be a text, not", 5]],
    ["track", "A", [1], ['track "A": its properties must be an object, not', [1]]],
    ["track", "A", "x", ['track "A": its properties must be an object, not', "x"]],
    ["track", "A", null, ['track "A": its properties must be an object, not', null]],
    ["page", undefined, 5, ['page "": its properties must be an object, not', 5]],
  ] as const)("%s %o %o", (type, name, properties, fault) => {
    expect(faultOf(type, name, properties)).toEqual(fault);
  });

  test.each([
    ["circular", circle],
    ["BigInt", { big: 5n }],
  ])("properties that are no JSON: %s", (reason, properties) => {
    const [message, error] = faultOf("track", "A", properties) ?? [];
    expect(message).toBe('track "A": its properties must be JSON:');
    expect(String(error)).toContain(reason);
  });

  test("properties that throw when they are read", () => {
    const properties = {
      get price() {
        throw "sold out";
      },
    };
    expect(faultOf("track", "A", properties)).toEqual(['track "A": its properties must be JSON:', "sold out"]);
  });
});
