import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillCalls } from "./fill.ts";

const when = (purpose: string, yes: unknown, no: unknown) => ({ "?": [purpose, no, yes] });

describe("a value that depends on a purpose", () => {
  test.each([
    [["marketing"], "grant"],
    [["analytics", "marketing"], "grant"],
    [["analytics"], "revoke"],
    [[], "revoke"],
  ])("with %j granted is %s", (granted, said) => {
    expect(fillCalls([["consent", when("marketing", "grant", "revoke")]], granted)).toEqual([["consent", said]]);
  });

  test("is found at any depth, also in a list, and may be of any kind", () => {
    const call = ["update", { purposes: { ads: when("ads", true, false), list: [when("ads", { n: 1 }, 0)] } }];
    expect(fillCalls([call], ["ads"])).toEqual([["update", { purposes: { ads: true, list: [{ n: 1 }] } }]]);
    expect(fillCalls([call], [])).toEqual([["update", { purposes: { ads: false, list: [0] } }]]);
  });

  test("that becomes null drops its call alone", () => {
    const calls = [["one", when("ads", "x", null)], ["two"]];
    expect(fillCalls(calls, [])).toEqual([["two"]]);
    expect(fillCalls(calls, ["ads"])).toEqual([["one", "x"], ["two"]]);
  });
});

test("a key goes that has no value now, as on one command before a choice and not on another after it", () => {
  const when = (purpose: string, yes: unknown, no: unknown) => ({ "?": [purpose, no, yes] });
  const call = ["consent", when("?", "update", "default"), { ads: "denied", wait: { "?": ["?", 500] } }];
  expect(fillCalls([call], [])).toEqual([["consent", "default", { ads: "denied", wait: 500 }]]);
  const [after] = fillCalls([call], ["?"]);
  expect(JSON.stringify(after)).toBe('["consent","update",{"ads":"denied"}]');
});

test("what is given away is a copy", () => {
  const calls = [["default", { ad_storage: "denied" }]];
  const [call] = fillCalls(calls, []);
  Object.assign(call?.[1] as object, { ad_storage: "granted" });
  expect(calls).toEqual([["default", { ad_storage: "denied" }]]);
});

test("whatever depends on nothing stays as it is", () => {
  const argument = fc.jsonValue().filter((value) => value !== null && !JSON.stringify(value).includes('"?"'));
  fc.assert(
    fc.property(fc.array(fc.array(argument)), (calls) => {
      expect(fillCalls(calls, ["ads"])).toEqual(JSON.parse(JSON.stringify(calls)));
    }),
  );
});
