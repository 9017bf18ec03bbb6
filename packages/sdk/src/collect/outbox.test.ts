import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postsUntilEmpty, seal, world } from "../../test/outbox.ts";
import { BATCH_BYTES } from "./batch.ts";
import {
  confess,
  enlist,
  type Mail,
  MOST_ITEMS,
  MOST_PARKED,
  MOST_TEXT,
  NO_MAIL,
  nextBatch,
  resume,
  reviveMail,
  settle,
  waitOf,
} from "./outbox.ts";

const NOW = Date.UTC(2026, 10, 21);
const HOUR = 3_600_000;
const bytes = (text: string): number => new TextEncoder().encode(text).length;
const filled = (count: number, text = "{}"): Mail =>
  enlist(
    NO_MAIL,
    Array.from({ length: count }, (_, at) => seal(`m${at}`, text)),
  );
const ids = (items: Mail["items"]): string[] => items.map(({ id }) => id);
const answered = (mail: Mail, status: number, wait = Number.NaN, random = 1) =>
  settle(mail, nextBatch(mail), { status, wait }, NOW, random);

describe("what is stored", () => {
  test.each([undefined, null, 5, "x", {}, { items: null }, { items: "x" }, []])("%j is an empty outbox", (stored) => {
    expect(reviveMail(stored)).toMatchObject(NO_MAIL);
  });

  test("is taken as it is where it is one", () => {
    const mail = { ...filled(2), failures: 3 };
    expect(reviveMail(structuredClone(mail))).toEqual(mail);
  });
});

describe("enlisting", () => {
  test("hands who is known from one seal to the next, and on", () => {
    const mail = enlist(filled(1), [seal("b"), seal("c")]);
    expect(mail.identity?.traits).toEqual({ seen: ["m0", "b", "c"] });
  });

  test("keeps the order, and each once", () => {
    const mail = enlist(filled(2), [seal("x"), seal("m1"), seal("x")]);
    expect(ids(mail.items)).toEqual(["m0", "m1", "x"]);
  });

  test("of what has no message keeps only who is known", () => {
    const mail = enlist(filled(1), [() => ({ identity: undefined, weight: 2 })]);
    expect(mail).toEqual({ ...filled(1), identity: undefined });
  });
});

describe("the bound", () => {
  const heavy = fc.record({
    weight: fc.constantFrom(0, 1, 2),
    size: fc.oneof({ weight: 9, arbitrary: fc.nat(2_000) }, { weight: 1, arbitrary: fc.nat(30_000) }),
  });

  test("is never passed; what goes weighs no more than what stays, goes oldest first, and is counted", () => {
    fc.assert(
      fc.property(fc.array(fc.array(heavy, { maxLength: 120 }), { maxLength: 12 }), (bursts) => {
        let mail = NO_MAIL;
        let count = 0;
        for (const burst of bursts) {
          const before = mail;
          const added = burst.map(({ weight, size }) => seal(`m${count++}`, "x".repeat(size + 2), weight));
          const all = [...before.items, ...added.flatMap((one) => enlist(NO_MAIL, [one]).items)];
          mail = enlist(before, added);
          const kept = new Set(ids(mail.items));
          const gone = all.filter(({ id }) => !kept.has(id));
          expect(mail.items.length).toBeLessThanOrEqual(MOST_ITEMS);
          expect(mail.items.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(MOST_TEXT);
          expect(mail.items).toEqual(all.filter(({ id }) => kept.has(id)));
          expect(mail.dropped - before.dropped).toBe(gone.length);
          for (const { id, weight } of gone) {
            const at = all.findIndex((one) => one.id === id);
            expect(mail.items.filter((one) => one.weight < weight)).toEqual([]);
            expect(all.slice(0, at).filter((one) => one.weight === weight && kept.has(one.id))).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("gives up refused ones before any other", () => {
    const items = filled(MOST_ITEMS).items.map((one, at) => (at > 470 && at % 2 ? { ...one, parked: 400 } : one));
    const after = enlist({ ...NO_MAIL, items }, [seal("x", "{}", 0), seal("y", "{}", 0)]);
    expect(items.map(({ id }) => id).filter((id) => !ids(after.items).includes(id))).toEqual(["m471", "m473"]);
    expect(ids(after.items).slice(-2)).toEqual(["x", "y"]);
  });

  test("is told of by one event, once, among those that go next", () => {
    const left = enlist(filled(MOST_ITEMS), [seal("x")]);
    const full = { ...left, items: left.items.slice(50) };
    const report = (count: number) => seal("report", `{"count":${count}}`, 2);
    const told = confess(full, report);
    expect(told.items.at(-1)?.text).toBe(`{"count":${full.dropped}}`);
    expect(told.dropped).toBe(0);
    expect(confess(told, report)).toBe(told);
    expect(confess(NO_MAIL, report)).toBe(NO_MAIL);
  });

  test("counts what goes for the report itself", () => {
    const full = { ...filled(MOST_ITEMS), dropped: 7 };
    const told = confess(full, () => seal("report", "{}", 2));
    expect(told.dropped).toBe(MOST_ITEMS + 1 - told.items.length);
  });
});

describe("a batch", () => {
  test("is of the first, in order, as many as fit in bytes, and none that was refused", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 9_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 20 }), (given) => {
        const items = given.map(([text, parked], at) => ({
          id: `m${at}`,
          text: JSON.stringify(text),
          weight: 1 as const,
          ...(parked && { parked: 400 }),
        }));
        const waiting = items.filter(({ parked }) => !parked);
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
    const mail = { ...filled(3), failures: 4, until: NOW + 5 };
    const batch = mail.items.slice(0, 2);
    expect(settle(mail, batch, { status: 200, wait: Number.NaN }, NOW, 1)).toEqual({
      ...mail,
      items: mail.items.slice(2),
      failures: 0,
      until: 0,
    });
  });

  test.each([0, 204, 304, 408, 425, 429, 500, 503, 599])(
    "of %i is tried again by everybody, later each time",
    (status) => {
      let mail = filled(2);
      for (const [at, delay] of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600].entries()) {
        mail = answered(mail, status);
        expect(mail).toEqual({ ...filled(2), failures: at + 1, until: NOW + delay * 1_000 });
        expect(answered(mail, status, undefined, 0).until).toBe(NOW);
      }
    },
  );

  test("waits as told, and only that long", () => {
    const mail = answered({ ...filled(2), failures: 5 }, 429, 7_000);
    expect([mail.failures, waitOf(mail, NOW)]).toEqual([0, 7_000]);
    expect(waitOf(mail, NOW + 7_000)).toBe(0);
  });

  test.each([401, 403, 404, 410, 451])("of %i keeps everything for an hour", (status) => {
    expect(answered(filled(2), status)).toEqual({ ...filled(2), until: NOW + HOUR });
  });

  test.each([400, 413, 422])("of %i to one event parks it, and the rest goes on after a moment", (status) => {
    const [first, ...rest] = filled(3).items;
    const one = { ...filled(3), suspects: 1 };
    const after = answered(one, status);
    expect(after.items).toEqual([{ ...first, parked: status }, ...rest]);
    expect([after.failures, after.until, after.suspects]).toEqual([1, NOW + 1_000, 0]);
    expect(nextBatch(after)).toEqual(rest);
  });

  test("that refuses everything leaves the latest twenty to look at, and counts the others", () => {
    let mail = filled(50);
    for (let post = 0; post < 1_000 && nextBatch(mail).length; post++) mail = answered(mail, 400);
    expect(ids(mail.items)).toEqual(ids(filled(50).items.slice(-MOST_PARKED)));
    expect(mail.dropped).toBe(50 - MOST_PARKED);
  });

  test("of the way is forgotten when the way is free again; what the edge asked for is not", () => {
    expect(waitOf(resume(answered(filled(1), 503)), NOW)).toBe(0);
    expect(waitOf(resume(answered(filled(1), 503, 9_000)), NOW)).toBe(9_000);
  });

  test("that was told by a clock that has been set back since binds nobody", () => {
    expect(waitOf({ ...NO_MAIL, until: NOW + HOUR }, NOW)).toBe(HOUR);
    expect(waitOf({ ...NO_MAIL, until: NOW + HOUR + 1 }, NOW)).toBe(0);
  });
});

describe("an event at fault", () => {
  const most = (count: number) => Math.ceil(Math.log2(count)) + 2;

  test("is found in log n posts, and it alone is kept back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.nat(), (count, pick) => {
        const poison = `m${pick % count}`;
        const { posts, mail, taken } = postsUntilEmpty(filled(count), (id) => id === poison);
        expect(ids(mail.items)).toEqual([poison]);
        expect(taken).toEqual(ids(filled(count).items).filter((id) => id !== poison));
        // The last post brings what was behind it.
        expect(posts).toBeLessThanOrEqual(most(count) + 1);
      }),
    );
  });

  test("and any others are found, and nothing else is lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.array(fc.nat(63), { maxLength: MOST_PARKED }), (count, picks) => {
        const poison = new Set(picks.map((pick) => `m${pick % count}`));
        const { posts, mail, taken } = postsUntilEmpty(filled(count), (id) => poison.has(id));
        expect(ids(mail.items).toSorted()).toEqual([...poison].toSorted());
        expect(taken).toEqual(ids(filled(count).items).filter((id) => !poison.has(id)));
        expect(posts).toBeLessThanOrEqual(poison.size * most(count) + 1);
      }),
    );
  });
});

describe("senders that take turns under locks or a lease, over any wire", () => {
  const step = fc.constantFrom("add", "add", "claim", "claim", "taken", "unheard", "garbage", "busy", "wait", "die");

  test("lose nothing that was not given up and counted, and send nothing again that was confirmed", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(2)), { maxLength: 120 }), (steps) => {
        const play = world(NOW);
        for (const [what, who] of steps) play(what, who);
        const { added, stored, confirmed, resent, mail } = play("end", 0);
        const kept = new Set(ids(mail.items));
        expect(resent).toEqual([]);
        const lost = added.filter((id) => !stored.has(id) && !kept.has(id));
        expect(lost).toHaveLength(0);
        expect(mail.items.every(({ id, parked }) => parked || !confirmed.has(id))).toBe(true);
        expect(mail.items.filter(({ parked }) => !parked)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
