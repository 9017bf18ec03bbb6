/** Rules for who the visitor is, and when a session ends: README, "Sessions and who the visitor is". */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, MINUTE, NOON, visitor } from "../../test/visitor.ts";
import type { Verb } from "./call.ts";

describe("a session", () => {
  test("begins with the first message and is named by its instant", () => {
    expect(visitor().say("track", "A")).toMatchObject({ sessionId: NOON, last: NOON, campaign: "" });
  });

  test("goes on while there is less than half an hour between messages", () => {
    const one = visitor();
    one.say("track", "A");
    for (let n = 0; n < 10; n++) {
      one.wait(30 * MINUTE - 1);
      expect(one.say("track", "A").sessionId).toBe(NOON);
    }
  });

  test("ends after half an hour of silence", () => {
    const one = visitor();
    one.say("track", "A");
    one.wait(30 * MINUTE);
    expect(one.say("track", "A").sessionId).toBe(NOON + 30 * MINUTE);
  });

  test("goes on through midnight, in every zone", () => {
    const one = visitor();
    one.say("track", "A");
    for (let n = 0; n < 100; n++) {
      one.wait(20 * MINUTE);
      expect(one.say("track", "A").sessionId).toBe(NOON);
    }
  });

  test("ends when a campaign brings the visitor in, and when another one does; not with the same one", () => {
    const one = visitor();
    one.say("page");
    one.wait(MINUTE);
    expect(one.from("utm_source=a", "page")).toMatchObject({
      sessionId: NOON + MINUTE,
      last: NOON + MINUTE,
      campaign: "utm_source,a",
    });
    one.wait(MINUTE);
    expect(one.say("page").sessionId).toBe(NOON + MINUTE);
    expect(one.from("utm_source=a", "page").sessionId).toBe(NOON + MINUTE);
    expect(one.from("gclid=x", "page").sessionId).toBe(NOON + 2 * MINUTE);
  });

  test("of two tabs with a campaign each is not ended by every click", () => {
    const one = visitor();
    one.from("utm_source=a", "page");
    one.wait(1);
    const { sessionId } = one.from("utm_source=b", "page");
    for (const campaign of ["utm_source=a", "utm_source=b", "utm_source=a"]) {
      one.wait(MINUTE);
      expect(one.from(campaign, "track", "A").sessionId).toBe(sessionId);
    }
  });

  test("is not begun, and not set back, by a message that comes late", () => {
    const one = visitor();
    one.say("track", "A");
    expect(one.late(DAY, "track", "late")).toMatchObject({ sessionId: NOON, last: NOON, campaign: "" });
  });

  test("ends though the clock was ahead for a page: who comes daily has one a day", () => {
    const one = visitor();
    one.say("track", "A");
    one.wait(100 * DAY);
    one.say("track", "by a clock that is ahead");
    one.wait(-100 * DAY);
    const days = Array.from({ length: 60 }, () => {
      const { sessionId, last } = one.say("track", "A");
      expect([one.say("track", "B").sessionId, last]).toEqual([sessionId, sessionId]);
      one.wait(DAY);
      return sessionId;
    });
    expect(days).toEqual(days.map((_, day) => NOON + day * DAY));
  });

  test("goes on where the clock is set right by less than half an hour", () => {
    const one = visitor();
    one.say("track", "A");
    one.wait(1 - 30 * MINUTE);
    expect(one.say("track", "B")).toMatchObject({ sessionId: NOON, last: NOON });
  });

  test("is never that of a clock to come: what such a page could not tell of happened now", () => {
    const one = visitor();
    one.say("track", "A");
    one.wait(MINUTE);
    expect(one.late(-100 * DAY, "track", "ahead")).toMatchObject({ sessionId: NOON, last: NOON + MINUTE });
    one.reset();
    expect(one.late(-100 * DAY, "track", "ahead").sessionId).toBe(NOON + MINUTE);
  });

  test("is not broken by what comes late, once the clock is right again (property)", () => {
    const ago = fc.integer({ min: 0, max: 200 * DAY });
    fc.assert(
      fc.property(
        fc.integer({ min: 30 * MINUTE, max: 1_000 * DAY }),
        fc.array(ago, { maxLength: 9 }),
        (ahead, lates) => {
          const one = visitor();
          one.wait(ahead);
          one.say("track", "A");
          one.wait(-ahead);
          const { sessionId } = one.say("track", "A");
          for (const ms of lates) expect(one.late(ms, "track", "late").sessionId).toBe(sessionId);
          one.wait(MINUTE);
          expect(one.say("track", "B").sessionId).toBe(sessionId);
          one.wait(30 * MINUTE);
          expect(one.say("track", "C").sessionId).not.toBe(sessionId);
        },
      ),
    );
  });

  test("splits messages in order wherever there is half an hour between two, whatever they are (property)", () => {
    const verbs = fc.constantFrom<Verb>("track", "page", "identify", "group");
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 * MINUTE }), verbs), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (all) => {
        const one = visitor();
        const gaps = all.map(([gap]) => gap);
        const ids = all.map(([gap, verb]) => {
          one.wait(gap);
          return one.say(verb, "x").sessionId;
        });
        const begun = gaps.filter((gap, place) => place === 0 || gap >= 30 * MINUTE).length;
        expect(new Set(ids).size).toBe(begun);
      }),
    );
  });
});

describe("the pseudonym", () => {
  test("stays, by days and weeks", () => {
    const one = visitor();
    for (let day = 0; day < 396; day++) {
      expect(one.say("track", "A").anonymousId).toBe("id-1");
      one.wait(DAY);
    }
  });

  test("is another one after thirteen months, with nothing left of the old", () => {
    const one = visitor();
    one.say("identify", "u", { plan: "pro" });
    one.wait(396 * DAY);
    const { userId, traits, anonymousId, since } = one.say("track", "A");
    expect([userId, traits, anonymousId, since]).toEqual([undefined, {}, "id-2", NOON + 396 * DAY]);
  });

  test("is another one after thirteen months though the clock was years ahead as it began", () => {
    const one = visitor();
    one.wait(3_000 * DAY);
    one.say("track", "A");
    one.wait(-3_000 * DAY);
    expect(one.say("track", "A").anonymousId).toBe("id-1");
    one.wait(396 * DAY);
    expect(one.say("track", "A").anonymousId).toBe("id-2");
  });

  test("is another one when the user changes, in another session", () => {
    const one = visitor();
    one.say("identify", "u1");
    one.wait(MINUTE);
    const { anonymousId, userId, sessionId } = one.say("identify", "u2");
    expect([anonymousId, userId, sessionId]).toEqual(["id-2", "u2", NOON + MINUTE]);
  });

  test("stays when somebody turns out to be a user, and when the same user is named again", () => {
    const one = visitor();
    one.say("track", "A");
    expect(one.say("identify", "u1").anonymousId).toBe("id-1");
    expect(one.say("identify", "u1").anonymousId).toBe("id-1");
    expect(one.say("identify", { plan: "pro" }).anonymousId).toBe("id-1");
  });

  test("is the one that an option sets, from there on", () => {
    const one = visitor();
    one.say("track", "A");
    one.wait(MINUTE);
    const set = one.say("track", "A", null, { anonymousId: "own" });
    expect([set.anonymousId, set.since, set.sessionId]).toEqual(["own", NOON + MINUTE, NOON]);
    expect(one.say("track", "A").anonymousId).toBe("own");
  });

  test("is another one after a reset, in another session, without user or group", () => {
    const one = visitor();
    one.say("identify", "u");
    one.say("group", "g");
    one.reset();
    one.wait(MINUTE);
    const { anonymousId, userId, groupId, sessionId } = one.say("track", "A");
    expect([anonymousId, userId, groupId, sessionId]).toEqual(["id-2", undefined, undefined, NOON + MINUTE]);
  });
});

test("an alias and a track change nothing but the session", () => {
  const one = visitor();
  const { last: _, ...before } = one.say("identify", "u", { plan: "pro" });
  one.wait(MINUTE);
  one.say("alias", "v", "u");
  const { last, ...after } = one.say("track", "A", { plan: "free" });
  expect(after).toEqual(before);
  expect(last).toBe(NOON + MINUTE);
});
