/** Every form was run through @segment/analytics-next 1.84.3, too; where it differs, that is said. */
import { describe, expect, test } from "vitest";
import { type Content, readArguments } from "./arguments.ts";
import type { Verb } from "./call.ts";

const read = (type: Verb, ...args: readonly unknown[]) => readArguments(type, JSON.parse(JSON.stringify(args)));
const p = { price: 10 };
const o = { context: { ip: "0.0.0.0" } };

describe("means the same as with Segment", () => {
  test.each<[Verb, readonly unknown[], Partial<Content>]>([
    ["track", ["A"], { event: "A" }],
    ["track", ["A", p], { event: "A", properties: p }],
    ["track", ["A", p, o], { event: "A", properties: p, options: o }],
    ["track", ["A", null, o], { event: "A", options: o }],
    ["track", ["A", undefined, o], { event: "A", options: o }],
    ["track", [{ event: "A", properties: p }], { event: "A", properties: p }],
    ["track", [{ event: "A" }, o], { event: "A", options: o }],
    ["page", [], {}],
    ["page", ["N"], { name: "N" }],
    ["page", ["C", "N"], { category: "C", name: "N" }],
    ["page", [null, "N"], { name: "N" }],
    ["page", ["N", null], { name: "N" }],
    ["page", ["N", p], { name: "N", properties: p }],
    ["page", ["N", p, o], { name: "N", properties: p, options: o }],
    ["page", ["C", "N", p, o], { category: "C", name: "N", properties: p, options: o }],
    ["page", ["C", "N", null, o], { category: "C", name: "N", options: o }],
    ["page", ["N", null, null, o], { name: "N", options: o }],
    ["page", [null, null, p], { properties: p }],
    ["page", [p], { properties: p }],
    ["page", [p, o], { properties: p, options: o }],
    ["track", ["x".repeat(100)], { event: "x".repeat(100) }],
    ["track", ["注文完了 🏮"], { event: "注文完了 🏮" }],
    ["identify", ["u"], { userId: "u" }],
    ["identify", [7], { userId: "7" }],
    ["identify", ["u", p, o], { userId: "u", properties: p, options: o }],
    ["identify", ["u", null, o], { userId: "u", options: o }],
    ["identify", [p], { properties: p }],
    ["identify", [p, o], { properties: p, options: o }],
    ["identify", [null, p], { properties: p }],
    ["identify", ["", p], { properties: p }],
    ["identify", [], {}],
    ["group", ["g", p], { groupId: "g", properties: p }],
    ["group", [p], { properties: p }],
    ["alias", ["new"], { userId: "new" }],
    ["alias", ["new", "old"], { userId: "new", previousId: "old" }],
    ["alias", [7, 8, o], { userId: "7", previousId: "8", options: o }],
    ["alias", ["new", o], { userId: "new", options: o }],
    ["alias", ["new", null, o], { userId: "new", options: o }],
    ["reset", [], {}],
  ])("%s %j", (type, args, content) => {
    expect(read(type, ...args)).toEqual({ type, properties: {}, options: {}, ...content });
  });
});

describe("is a fault that names the call and what of it is wrong, not the value, which may be personal; Segment would drop or send something else", () => {
  test.each<[Verb, readonly unknown[], string]>([
    ["track", ["A", "x"], 'track "A": unexpected argument'],
    ["track", ["A", [1]], 'track "A": unexpected argument'],
    ["track", ["A", p, o, p], 'track "A": unexpected argument'],
    ["track", [5], 'track "": unexpected argument'],
    ["track", [], 'track "": unexpected name'],
    ["track", [""], 'track "": unexpected name'],
    ["track", [null], 'track "": unexpected name'],
    ["track", [["A"]], 'track "": unexpected argument'],
    ["track", [{}], 'track "": unexpected name'],
    ["track", [{ event: 5 }], 'track "": unexpected argument'],
    ["track", ["x".repeat(101)], `track "${"x".repeat(101)}": unexpected name`],
    ["track", ["Product\u0000Viewed"], 'track "Product\u0000Viewed": unexpected name'],
    ["track", ["Product\nViewed"], 'track "Product\nViewed": unexpected name'],
    ["track", ["Product \ud800"], 'track "Product \ud800": unexpected name'],
    ["page", [5], "page: unexpected argument"],
    ["page", ["C", "N", "x"], "page: unexpected argument"],
    ["identify", [true], "identify: unexpected argument"],
    ["identify", ["u", "v"], "identify: unexpected argument"],
    ["alias", [], "alias: unexpected name"],
    ["track", ["A", p, { context: 5 }], 'track "A": unexpected options'],
    ["track", ["A", p, { integrations: "all" }], 'track "A": unexpected options'],
    ["track", ["A", p, { timestamp: "soon" }], 'track "A": unexpected options'],
    ["track", ["A", p, { anonymousId: 7 }], 'track "A": unexpected options'],
    ["track", ["A", p, { anonymousId: "" }], 'track "A": unexpected options'],
  ])("%s %j", (type, args, fault) => {
    expect(read(type, ...args)).toBe(fault);
  });
});

test("more than an event can hold is a fault", () => {
  expect(readArguments("track", ["A"], 32_768)).toMatchObject({ event: "A" });
  expect(readArguments("track", ["A"], 32_769)).toBe('track "A": unexpected size');
});
