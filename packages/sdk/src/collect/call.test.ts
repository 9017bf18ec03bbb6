import { describe, expect, test } from "vitest";
import { toJson } from "./call.ts";

const circle: { self?: unknown } = {};
circle.self = circle;
const faultOf = (...args: readonly unknown[]): string => {
  try {
    toJson(args);
    return "";
  } catch (error) {
    return String(error);
  }
};

test("arguments are copied as JSON, what is undefined as null", () => {
  expect(toJson(["Product Viewed", { price: 10, size: undefined }, undefined])).toBe(
    '["Product Viewed",{"price":10},null]',
  );
  expect(toJson([])).toBe("[]");
});

test("what has a JSON of its own is copied as that", () => {
  const at = new Date(0);
  const model = { toJSON: () => ({ id: 7 }) };
  expect(toJson({ at, model, link: new URL("https://shop.example/") })).toBe(
    '{"at":"1970-01-01T00:00:00.000Z","model":{"id":7},"link":"https://shop.example/"}',
  );
});

test.each<[string, unknown]>([
  ["a reactive object", new Proxy({ price: 10 }, {})],
  ["an object without a prototype", Object.assign(Object.create(null), { price: 10 })],
  ["what is missing", { price: undefined, maker: null }],
])("%s is no fault", (_, properties) => {
  expect(faultOf("A", properties)).toBe("");
});

describe("is a fault", () => {
  test.each<[string, unknown, RegExp]>([
    ["circular", circle, /circular/],
    ["a BigInt", { big: 5n }, /BigInt/],
    ["a function", { deep: { run: () => 1 } }, /"run": no JSON/],
    ["a symbol", { mark: Symbol("a") }, /"mark": no JSON/],
    ["an element", { from: document.createElement("p") }, /"from": no JSON/],
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
    expect(faultOf("A", properties)).toMatch(fault);
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
