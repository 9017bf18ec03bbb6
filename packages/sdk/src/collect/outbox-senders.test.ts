/** The outbox under senders that take turns, and an edge that refuses some. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filled, ids, postsUntilEmpty, world } from "../../test/outbox.ts";

const NOW = Date.UTC(2026, 10, 21);

describe("an event at fault", () => {
  /** Half as many go after a refusal, and twice as many after a success. */
  const most = (count: number) => 3 * Math.ceil(Math.log2(count)) + 5;

  test("is found in few posts, and it alone is kept back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.nat(), (count, pick) => {
        const poison = `m${pick % count}`;
        const { posts, mail, taken } = postsUntilEmpty(filled(count), (id) => id === poison);
        expect(ids(mail.items)).toEqual([poison]);
        expect(mail.items[0]?.weight).toBe(-1);
        expect(taken).toEqual(ids(filled(count).items).filter((id) => id !== poison));
        expect(posts).toBeLessThanOrEqual(most(count));
      }),
    );
  });

  test("and any others are found, and nothing else is lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.array(fc.nat(63), { maxLength: 20 }), (count, picks) => {
        const poison = new Set(picks.map((pick) => `m${pick % count}`));
        const { posts, mail, taken } = postsUntilEmpty(filled(count), (id) => poison.has(id));
        expect(ids(mail.items).toSorted()).toEqual([...poison].toSorted());
        expect(mail.items.every(({ weight }) => weight === -1)).toBe(true);
        expect(taken).toEqual(ids(filled(count).items).filter((id) => !poison.has(id)));
        expect(posts).toBeLessThanOrEqual(Math.max(1, poison.size) * most(count));
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
        expect(mail.items.filter((item) => item.weight >= 0 || confirmed.has(ids([item])[0] ?? ""))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
