import { describe, expect, test } from "vitest";
import { copyArguments, toJson, type Verb } from "./call.ts";

const circle: { self?: unknown } = {};
circle.self = circle;
const faultOf = (type: Verb, ...args: readonly unknown[]): string => {
  try {
    copyArguments(type, args);
    return "";
  } catch (error) {
    return String(error);
  }
};

test("arguments are copied as JSON, what is undefined as null", () => {
  expect(copyArguments("track", ["Product Viewed", { price: 10, size: undefined }, undefined])).toBe(
    '["Product Viewed",{"price":10},null]',
  );
  expect(copyArguments("page", [])).toBe("[]");
});

test("what has a JSON of its own is copied as that", () => {
  const at = new Date(0);
  const model = { toJSON: () => ({ id: 7 }) };
  expect(toJson({ at, model, link: new URL("https://shop.example/") })).toBe(
    '{"at":"1970-01-01T00:00:00.000Z","model":{"id":7},"link":"https://shop.example/"}',
  );
});

describe("is no fault", () => {
  test.each<[string, Verb, readonly unknown[]]>([
    ["a track with properties", "track", ["Product Viewed", { price: 10, tags: ["a"], maker: null }]],
    ["a track in one object", "track", [{ event: "Product Viewed", properties: {} }]],
    ["a name of a hundred characters", "track", ["x".repeat(100)]],
    ["a name in any script", "track", ["注文完了 🏮"]],
    ["a page without a name", "page", []],
    ["a reactive object", "track", ["A", new Proxy({ price: 10 }, {})]],
    ["an object without a prototype", "track", ["A", Object.assign(Object.create(null), { price: 10 })]],
  ])("%s", (_, type, args) => {
    expect(faultOf(type, ...args)).toBe("");
  });
});

describe("is a fault", () => {
  test.each<[string, unknown]>([
    ["empty", ""],
    ["missing", undefined],
    ["null", null],
    ["a number", 5],
    ["a list", ["A"]],
    ["an object", {}],
    ["of more than a hundred characters", "x".repeat(101)],
    ["with a control character", "Product\u0000Viewed"],
    ["with a line's end", "Product\nViewed"],
    ["with half a character", "Product \ud800"],
    ["an object whose event is none", { event: 5 }],
  ])("a name that is %s", (_, name) => {
    expect(faultOf("track", name)).toBe("TypeError: no name");
  });

  test.each<[string, unknown, RegExp]>([
    ["circular", circle, /circular/],
    ["a BigInt", { big: 5n }, /BigInt/],
    ["a function", { deep: { run: () => 1 } }, /"run": no JSON/],
    ["a symbol", { mark: Symbol("a") }, /"mark": no JSON/],
    ["an element", { from: document.createElement("p") }, /"from": no JSON/],
    ["a megabyte", { text: "x".repeat(1_048_576) }, /32 KiB/],
    ["nested without end", JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), /RangeError/],
    [
      "something that throws when it is read",
      {
        get price() {
          throw new Error("sold out");
        },
      },
      /sold out/,
    ],
  ])("%s", (_, properties, fault) => {
    for (const type of ["track", "page", "identify"] as const) expect(faultOf(type, "A", properties)).toMatch(fault);
  });
});

test.each([
  ["lists", Array.prototype],
  ["objects", Object.prototype],
])("a toJSON that a library gave to all %s is not asked", (_, prototype) => {
  Object.assign(prototype, { toJSON: () => "hostile" });
  const text = toJson({ list: [1, { at: new Date(0) }], object: { a: [] } });
  Reflect.deleteProperty(prototype, "toJSON");
  expect(text).toBe('{"list":[1,{"at":"1970-01-01T00:00:00.000Z"}],"object":{"a":[]}}');
});
