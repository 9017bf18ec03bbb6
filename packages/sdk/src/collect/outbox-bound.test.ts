/** What is given up where there is too much, and how it is counted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filled, ids, seal, toldBy } from "../../test/outbox.ts";
import { enlist, type Mail, MOST_TEXT, NO_MAIL } from "./outbox.ts";

const sizeOf = (items: Mail["items"]): number => items.reduce((sum, { text }) => sum + text.length, 0);

describe("the bound", () => {
  // Not made smaller one by one on a failure: that takes minutes.
  const heavy = fc.noShrink(
    fc.record({
      weight: fc.constantFrom(0 as const, 1 as const, 2 as const),
      size: fc.oneof({ weight: 9, arbitrary: fc.nat(4_000) }, { weight: 1, arbitrary: fc.nat(30_000) }),
    }),
  );

  test("is never passed; what goes weighs no more than what stays, goes oldest first, and is counted", () => {
    let passed = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(heavy, { minLength: 10, maxLength: 120 }), { minLength: 4, maxLength: 12 }),
        (bursts) => {
          let mail = NO_MAIL;
          let count = 0;
          for (const burst of bursts) {
            const added = burst.map(({ weight, size }) => seal(`m${count++}`, "x".repeat(size), weight));
            const together = enlist(mail, added);
            for (const one of added) {
              const before = mail;
              const tells = enlist({ ...NO_MAIL, dropped: before.dropped }, [one]).items;
              const all = [...before.items, ...tells];
              mail = enlist(before, [one]);
              if (mail.items.length === all.length) continue;
              passed++;
              const kept = new Set(mail.items.map(({ text }) => text));
              const gone = all.filter(({ text }) => !kept.has(text));
              expect(ids(mail.items)).toEqual(ids(all.filter((item) => !gone.includes(item))));
              expect(sizeOf(mail.items)).toBeLessThanOrEqual(MOST_TEXT);
              expect(mail.dropped).toBe(gone.length);
              // A tenth at once, and no more than has to go, but for that.
              expect(gone.length).toBeGreaterThanOrEqual(all.length / 10);
              expect(sizeOf(all)).toBeGreaterThan(MOST_TEXT);
              for (const { weight, text } of gone) {
                const lighter = mail.items.filter((other) => other.weight < weight);
                const older = all.slice(
                  0,
                  all.findIndex((other) => other.text === text),
                );
                expect(lighter).toEqual([]);
                expect(older.filter((other) => other.weight === weight && kept.has(other.text))).toEqual([]);
              }
            }
            // Memory and disk may come to the same in other steps.
            expect(ids(together.items)).toEqual(ids(mail.items));
            expect(together.items.map(toldBy)).toEqual(mail.items.map(toldBy));
            expect(together.dropped).toBe(mail.dropped);
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(passed).toBeGreaterThan(20);
  });

  test("leaves what fits, to the last letter", () => {
    const mail = filled(1, "x".repeat(MOST_TEXT / 2));
    const room = MOST_TEXT - sizeOf(mail.items) - sizeOf(enlist(NO_MAIL, [seal("m1")]).items);
    expect(enlist(mail, [seal("m1", "x".repeat(room))])).toMatchObject({ dropped: 0, items: [{}, {}] });
    const over = enlist(mail, [seal("m1", "x".repeat(room + 1))]);
    expect(over).toMatchObject({ dropped: 1 });
    expect(ids(over.items)).toEqual(["m1"]);
  });

  test("lets no single message stay that is too much alone", () => {
    expect(enlist(NO_MAIL, [seal("a", "x".repeat(MOST_TEXT))])).toMatchObject({ items: [], dropped: 1 });
  });

  test("gives up refused ones before any other, and counts them", () => {
    const { items } = filled(50, "x".repeat(10_300));
    const parked = items.map((item, at) => (at > 40 && at % 2 ? { ...item, weight: -1 as const } : item));
    const after = enlist({ ...NO_MAIL, items: parked }, [seal("x", "x".repeat(20_000))]);
    const gone = ids(parked).filter((id) => !ids(after.items).includes(id));
    expect(gone.toSorted()).toEqual(["m0", "m41", "m43", "m45", "m47", "m49"]);
    expect(after.dropped).toBe(6);
  });
});
