/** What is known of a visitor and of a group, and how much of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visitor } from "../../test/visitor.ts";

describe("traits", () => {
  test("join those there are, also from before there was a user", () => {
    const one = visitor();
    one.say("identify", { plan: "pro" });
    one.say("identify", "u", { size: 38 });
    expect(one.say("identify", { size: 39 }).traits).toEqual({ plan: "pro", size: 39 });
  });

  test("begin anew with another user, and so does the group", () => {
    const one = visitor();
    one.say("identify", "u1", { plan: "pro" });
    one.say("group", "g1");
    const { traits, groupId } = one.say("identify", "u2", { size: 38 });
    expect([traits, groupId]).toEqual([{ size: 38 }, undefined]);
  });

  test("of a group join those there are, and begin anew with another group", () => {
    const one = visitor();
    one.say("group", "g1", { seats: 5 });
    expect(one.say("group", { plan: "pro" })).toMatchObject({ groupId: "g1", groupTraits: { seats: 5, plan: "pro" } });
    expect(one.say("group", "g2", { seats: 9 })).toMatchObject({ groupId: "g2", groupTraits: { seats: 9 } });
  });
});

describe("traits, as many as there come to be,", () => {
  /** Characters of the longest call that is taken. */
  const MOST = 32_768;
  const long = (length: number): string => "x".repeat(length);
  const named = (name: string, from: number, to: number, value: unknown): Record<string, unknown> =>
    Object.fromEntries(Array.from({ length: to - from }, (_, index) => [`${name}${from + index}`, value]));

  test.each(["traits", "groupTraits"] as const)("stay within what one event has room for: the oldest %s go", (kind) => {
    const one = visitor();
    const say = (traits: object) => (kind === "traits" ? one.say("identify", traits) : one.say("group", "g", traits));
    let latest = {};
    for (let turn = 0; turn < 9; turn++) {
      latest = say({ [`field${turn}`]: long(10_000), seen: turn, [`own${turn}`]: 1 })[kind] ?? {};
      expect(JSON.stringify(latest).length).toBeLessThanOrEqual(40_000);
    }
    const kept = { ...named("field", 6, 9, long(10_000)), ...named("own", 6, 9, 1), seen: 8 };
    expect(latest).toEqual(kept);
    expect(one.say("track", "A")[kind]).toEqual(kept);
  });

  test("those of the call itself stay, all of them; one that is said again is as good as new", () => {
    const one = visitor();
    one.say("identify", { first: 1 });
    one.say("identify", { second: long(20_000) });
    one.say("identify", { first: 2 });
    expect(one.say("identify", { third: long(20_000) }).traits).toEqual({ first: 2, third: long(20_000) });
    const signs = Array.from({ length: 5_459 }, (_, sign) => [String.fromCharCode(0x4e00 + sign), 0]);
    const own = Object.fromEntries(signs);
    expect(MOST - JSON.stringify(["u", own]).length).toBe(7);
    expect(one.say("identify", "u", own).traits).toMatchObject(own);
    const all = { full: long(MOST - JSON.stringify(["u", { full: "" }]).length) };
    expect(one.say("identify", "u", all).traits).toMatchObject(all);
  });

  test("are all there while they have room (property)", () => {
    const call = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 5 });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
        const one = visitor();
        for (const traits of calls) one.say("identify", traits);
        expect(one.say("track", "A").traits).toEqual(Object.assign({}, ...calls));
      }),
    );
  });
});
