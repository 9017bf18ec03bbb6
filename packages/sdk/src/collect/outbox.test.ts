import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filled, ids, seal, toldBy } from "../../test/outbox.ts";
import { BATCH_BYTES } from "./batch.ts";
import type { Message } from "./message.ts";
import { enlist, type Mail, NO_MAIL, nextBatch, resume, reviveMail, settle, waitOf } from "./outbox.ts";
import type { Seal } from "./seal.ts";

const NOW = Date.UTC(2026, 10, 21);
const HOUR = 3_600_000;
const bytes = (text: string): number => new TextEncoder().encode(text).length;
const answered = (mail: Mail, fault: string, wait = Number.NaN, random = 1) =>
  settle(mail, nextBatch(mail), fault, wait, NOW, random);

describe("what is stored", () => {
  test.each([undefined, null, 5, "x", {}, { items: null }, { items: "x" }, []])("%j is an empty outbox", (stored) => {
    expect(reviveMail(stored)).toBe(NO_MAIL);
  });

  test("is taken as it is where it is one", () => {
    const mail = { ...filled(2), delay: 3_000 };
    expect(reviveMail(structuredClone(mail))).toEqual(mail);
  });
});

describe("enlisting", () => {
  test("hands who is known from one seal to the next, and on", () => {
    const mail = enlist(filled(1), [seal("b"), seal("c")]);
    expect(mail.identity?.traits).toEqual({ seen: ["m0", "b", "c"] });
  });

  test("keeps the order", () => {
    const mail = enlist(filled(2), [seal("x"), seal("a")]);
    expect(ids(mail.items)).toEqual(["m0", "m1", "x", "a"]);
  });

  test("of what has no message keeps only who is known, and still has to tell of what was given up", () => {
    const before = { ...filled(1), dropped: 3 };
    const mail = enlist(before, [() => ({ identity: undefined, weight: 2 })]);
    expect(mail).toEqual({ ...before, identity: undefined });
  });

  test("tells the next message, and it alone, how many were given up", () => {
    const reset = () => ({ identity: undefined, weight: 2 as const });
    const mail = enlist({ ...filled(1), dropped: 3 }, [reset, seal("b"), seal("c")]);
    expect(mail.items.map(toldBy)).toEqual([0, 3, 0]);
    expect(mail.dropped).toBe(0);
  });

  test("keeps all that have no id, as a middleware may leave them, but for the same words", () => {
    const bare =
      (text: string): Seal =>
      () => ({ message: {} as Message, text, weight: 1 });
    const before = { ...filled(0), items: [{ text: "of an older release", weight: 1 as const }] };
    const { items } = enlist(before, [bare("a"), bare("b"), bare("a"), bare("of an older release")]);
    expect(items.map(({ text }) => text)).toEqual(["of an older release", "a", "b"]);
  });

  test("keeps a message once, also when the next page makes it anew and it then tells something else", () => {
    const mail = enlist({ ...filled(1), dropped: 3 }, [seal("b")]);
    const after = enlist({ ...mail, dropped: 2 }, [seal("b"), seal("c")]);
    expect(ids(after.items)).toEqual(["m0", "b", "c"]);
    expect(after.items.map(toldBy)).toEqual([0, 3, 2]);
  });
});

describe("a batch", () => {
  test("is of the first, in order, as many as fit in bytes, and none that was refused", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 9_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 20 }), (given) => {
        const items = given.map(([words, isParked]) => ({
          text: JSON.stringify(words),
          weight: isParked ? (-1 as const) : (1 as const),
        }));
        const waiting = items.filter(({ weight }) => weight > 0);
        const batch = nextBatch({ ...NO_MAIL, items });
        expect(batch).toEqual(waiting.slice(0, batch.length));
        expect(batch.length).toBe(waiting.length && Math.max(1, batch.length));
        const size = (count: number) =>
          bytes(
            waiting
              .slice(0, count)
              .map((one) => one.text)
              .join(),
          );
        if (batch.length > 1) expect(size(batch.length)).toBeLessThanOrEqual(BATCH_BYTES);
        if (batch.length < waiting.length) expect(size(batch.length + 1)).toBeGreaterThan(BATCH_BYTES - 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an answer", () => {
  test("that confirms removes what it confirms, and ends what went before", () => {
    const mail = { ...filled(3), delay: 4_000, until: NOW + 5, most: 3 };
    const batch = mail.items.slice(0, 2);
    expect(settle(mail, batch, "", Number.NaN, NOW, 1)).toEqual({
      ...mail,
      items: mail.items.slice(2),
      delay: 0,
      until: 0,
      most: 6,
    });
  });

  test("that comes after all others, thousands of them, still lets everything go", () => {
    let mail = filled(3);
    for (let post = 0; post < 3_000; post++) mail = { ...answered(mail, ""), items: filled(3).items };
    expect(ids(nextBatch(mail))).toEqual(["m0", "m1", "m2"]);
  });

  test.each([
    "TypeError: Failed to fetch",
    "200 <html>",
    "204 ",
    "304 ",
    "408 why",
    "425 why",
    "429 why",
    "500 why",
    "503 400",
    "599 why",
  ])("of %j is tried again by everybody, later each time", (fault) => {
    let mail = filled(2);
    for (const delay of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600].map((seconds) => seconds * 1_000)) {
      mail = answered(mail, fault);
      expect(mail).toEqual({ ...filled(2), delay, until: NOW + delay });
      expect(answered(mail, fault, undefined, 0).until).toBe(NOW);
    }
  });

  test("waits as told, and only that long", () => {
    const mail = answered({ ...filled(2), delay: 5_000 }, "429 why", 7_000);
    expect([mail.delay, waitOf(mail, NOW)]).toEqual([0, 7_000]);
    expect(waitOf(mail, NOW + 7_000)).toBe(0);
  });

  test("waits an hour where it is told to wait longer: a timer that is set too far fires at once", () => {
    for (const wait of [HOUR + 1, 30 * 24 * HOUR, Number.POSITIVE_INFINITY]) {
      expect(waitOf(answered(filled(1), "503 why", wait), NOW)).toBe(HOUR);
    }
  });

  test.each([0, -5_000, Number.NEGATIVE_INFINITY])(
    "that wants %d ms says nothing: nobody asks on in a loop",
    (wait) => {
      expect(answered(filled(1), "503 why", wait)).toEqual(answered(filled(1), "503 why"));
    },
  );

  test.each(["401 why", "403 why", "404 why", "410 why", "451 why"])(
    "of %j blames the site: everything stays, to be asked again like what comes to nothing",
    (fault) => {
      expect(answered(filled(2), fault)).toEqual(answered(filled(2), "503 why"));
    },
  );

  test.each(["400 why", "413 why", "422 why"])(
    "of %j to one parks it, and the rest goes on after a moment",
    (fault) => {
      const [first, ...rest] = filled(3).items;
      const after = settle(filled(3), filled(1).items, fault, 9_000, NOW, 1);
      const items = [{ ...first, weight: -1 }, ...rest];
      expect(after).toEqual({ ...filled(3), items, delay: 1_000, until: NOW + 1_000 });
      expect(nextBatch(after)).toEqual(rest);
    },
  );

  test.each(["400 why", "413 why", "422 why"])("of %j to several lets half of them go, at once", (fault) => {
    let mail = { ...filled(20), delay: 2_000, until: NOW + 5 };
    const counts = [10, 5, 2, 1].map((half) => {
      const { length } = nextBatch(mail);
      mail = answered(mail, fault, 9_000);
      expect(mail).toEqual({ ...filled(20), delay: 2_000, until: 0, most: length / 2 });
      expect(nextBatch(mail)).toHaveLength(half);
      return length;
    });
    expect(counts).toEqual([20, 10, 5, 2]);
    expect(nextBatch(answered(mail, ""))).toHaveLength(2);
  });

  test("that refuses everything leaves all of it to look at, and asks ever more slowly", () => {
    let mail = filled(50);
    for (let post = 0; post < 1_000 && nextBatch(mail).length; post++) mail = answered(mail, "400 why");
    expect(ids(mail.items)).toEqual(ids(filled(50).items));
    expect([mail.delay, mail.dropped]).toEqual([600_000, 0]);
  });

  test("that comes late brings nothing back", () => {
    const mail = filled(2);
    const batch = mail.items.slice(0, 1);
    const gone = { ...mail, items: mail.items.slice(1) };
    for (const fault of ["", "400 why", "503 why"]) {
      expect(settle(gone, batch, fault, Number.NaN, NOW, 1).items).toEqual(gone.items);
    }
  });

  test("of the way is forgotten when the way is free again; what the edge asked for is not", () => {
    expect(waitOf(resume(answered(filled(1), "503 why")), NOW)).toBe(0);
    expect(waitOf(resume(answered(filled(1), "503 why", 9_000)), NOW)).toBe(9_000);
  });

  test("that was told by a clock that has been set back since binds nobody", () => {
    expect(waitOf({ ...NO_MAIL, until: NOW + HOUR }, NOW)).toBe(HOUR);
    expect(waitOf({ ...NO_MAIL, until: NOW + HOUR + 1 }, NOW)).toBe(0);
    expect(waitOf({ ...NO_MAIL, until: NOW - 1 }, NOW)).toBe(0);
  });
});
