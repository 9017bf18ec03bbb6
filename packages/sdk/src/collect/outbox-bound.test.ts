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
            const before = mail;
            const added = burst.map(({ weight, size }) => seal(`m${count++}`, "x".repeat(size), weight));
            const tells = added
              .slice(0, 1)
              .flatMap((one) => enlist({ ...NO_MAIL, dropped: before.dropped }, [one]).items);
            const others = added.slice(1).flatMap((one) => enlist(NO_MAIL, [one]).items);
            const all = [...before.items, ...tells, ...others];
            mail = enlist(before, added);
            const kept = new Set(ids(mail.items));
            const gone = all.filter((item) => !kept.has(ids([item])[0] ?? ""));
            expect(mail.items).toEqual(all.filter((item) => !gone.includes(item)));
            expect(sizeOf(mail.items)).toBeLessThanOrEqual(MOST_TEXT);
            expect(mail.dropped + tells.reduce((sum, item) => sum + toldBy(item), 0)).toBe(
              before.dropped + gone.length,
            );
            if (gone.length) passed++;
            else continue;
            // A tenth at once, and no more than has to go, but for that.
            expect(gone.length).toBeGreaterThanOrEqual(all.length / 10);
            expect(sizeOf(all)).toBeGreaterThan(MOST_TEXT - all.length);
            for (const item of gone) {
              const at = all.indexOf(item);
              expect(mail.items.filter((one) => one.weight < item.weight)).toEqual([]);
              expect(all.slice(0, at).filter((one) => one.weight === item.weight && mail.items.includes(one))).toEqual(
                [],
              );
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(passed).toBeGreaterThan(20);
  });

  test("leaves what fits, to the last letter", () => {
    const { items } = filled(2, "x".repeat(MOST_TEXT / 2 - 100));
    const [first] = items;
    const room = MOST_TEXT - sizeOf(items) - 1;
    const full = {
      ...NO_MAIL,
      items: [{ text: `${first?.text}${" ".repeat(room)}`, weight: 1 as const }, ...items.slice(1)],
    };
    expect(enlist(full, []).items).toHaveLength(2);
    const over = { ...full, items: full.items.map((item) => ({ ...item, text: `${item.text} ` })) };
    expect(enlist(over, [])).toMatchObject({ items: [over.items[1]], dropped: 1 });
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
