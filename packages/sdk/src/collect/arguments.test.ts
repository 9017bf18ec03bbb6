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
    expect(read(type, ...args)).toEqual({ ok: true, content: { type, properties: {}, options: {}, ...content } });
  });
});

describe("is a fault that names the call, what is wrong and the value; Segment would drop or send something else", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(32)}1${"}".repeat(32)}`);
  test.each<[Verb, readonly unknown[], string, unknown]>([
    ["track", ["A", "x"], 'track "A": unexpected argument', "x"],
    ["track", ["A", [1]], 'track "A": unexpected argument', [1]],
    ["track", ["A", p, o, p], 'track "A": unexpected argument', p],
    ["track", [5], 'track "": unexpected argument', 5],
    ["track", [], 'track "": no name', undefined],
    ["page", [5], "page: unexpected argument", 5],
    ["page", ["C", "N", "x"], "page: unexpected argument", "x"],
    ["identify", [true], "identify: unexpected argument", true],
    ["identify", ["u", "v"], "identify: unexpected argument", "v"],
    ["alias", [], "alias: no name", undefined],
    ["track", ["A", p, { context: 5 }], 'track "A": no object', { context: 5 }],
    ["track", ["A", p, { integrations: "all" }], 'track "A": no object', { integrations: "all" }],
    ["track", ["A", p, { timestamp: "soon" }], 'track "A": no timestamp', "soon"],
    ["track", ["A", p, { anonymousId: 7 }], 'track "A": no anonymousId', 7],
    ["track", ["A", p, { anonymousId: "" }], 'track "A": no anonymousId', ""],
    ["track", ["A", deep], 'track "A": nested too deep', deep],
  ])("%s %j", (type, args, what, value) => {
    expect(read(type, ...args)).toEqual({ ok: false, fault: [what, value] });
  });
});
