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

describe("is a fault that names its cause", () => {
  test.each([
    ["track", "", {}, "track: the event's name is empty"],
    ["track", undefined, {}, "track: the event's name is of type undefined"],
    ["track", { event: "A" }, {}, "track: the event's name is of type object"],
    ["track", ["A"], {}, "track: the event's name is a list"],
    ["page", 5, {}, "page: the name is of type number"],
    ["page", null, {}, "page: the name is null"],
    ["track", "A", [1], 'track "A": the properties are a list, not an object'],
    ["track", "A", "x", 'track "A": the properties are of type string, not an object'],
    ["track", "A", null, 'track "A": the properties are null, not an object'],
    ["page", undefined, 5, 'page "": the properties are of type number, not an object'],
  ] as const)("%s %o %o", (type, name, properties, fault) => {
    expect(faultOf(type, name, properties)).toBe(fault);
  });

  test("properties that are no JSON", () => {
    expect(faultOf("track", "A", circle)).toMatch(/^track "A": the properties cannot be sent: .*circular/i);
    expect(faultOf("track", "A", { big: 5n })).toMatch(/cannot be sent: .*BigInt/);
  });

  test("properties that throw when they are read", () => {
    const properties = {
      get price() {
        throw "sold out";
      },
    };
    expect(faultOf("track", "A", properties)).toBe('track "A": the properties cannot be sent: sold out');
  });
});
