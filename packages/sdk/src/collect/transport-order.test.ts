import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LINGER, seal, setUp, startClock, stopClock } from "../../test/delivery.ts";
import { hidePage, settle } from "../../test/page.ts";
import { createLocks, idsOf, replaceLocks } from "../../test/server.ts";

beforeEach(startClock);
afterEach(stopClock);

const TABS = 3;
const step = fc.tuple(
  fc.constantFrom("send", "send", "wait", "wait", "take", "unheard", "busy", "lost", "garbage", "hide", "breath"),
  fc.nat(TABS - 1),
);

test.each([
  ["locks", true],
  ["a lease", false],
])("under %s, whatever happens on the way in several tabs, the edge has all of it, in order", async (_, locked) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (way) => {
      replaceLocks(locked ? createLocks() : undefined);
      const { server, transport, open, wait, sweep, note } = setUp();
      try {
        const tabs = [transport, ...Array.from({ length: TABS - 1 }, open)];
        const sent: string[] = [];
        const stored = new Set<string>();
        /** Ids by the order in which the edge stored them first. */
        const arrive = (ids: readonly string[]): void => {
          for (const id of ids) stored.add(id);
        };
        let beaconed = 0;
        const moves: Record<string, (tab: number) => unknown> = {
          send(tab) {
            const id = `${tab} ${sent.length}`;
            sent.push(id);
            tabs[tab]?.take(seal(id));
          },
          wait: () => wait(LINGER),
          breath: () => settle(3),
          hide: () => hidePage(),
          take: () => reply(200, true),
          unheard: () => reply(new TypeError("reset"), true),
          busy: () => reply(503, false),
          lost: () => reply(new TypeError("lost"), false),
          garbage: () => reply("<html>", false),
        };
        async function reply(outcome: unknown, arrives: boolean): Promise<void> {
          for (const { batch } of server.beacons.slice(beaconed)) arrive(batch.map(({ messageId }) => messageId));
          beaconed = server.beacons.length;
          const [oldest] = idsOf(server.open());
          if (!oldest) return;
          if (arrives) arrive(oldest);
          await server.answer(outcome);
        }
        for (const [move, tab] of way) await moves[move]?.(tab);
        for (let round = 0; round < 40; round++) {
          await wait(60_000);
          while (server.open().length) await reply(200, true);
        }
        expect([...stored].toSorted()).toEqual(sent.toSorted());
        expect((await transport.read())?.items ?? []).toEqual([]);
        expect(note.mock.calls.filter(([code]) => code !== "delivery-retry")).toEqual([]);
        const ofTab = (ids: Iterable<string>, tab: number) => [...ids].filter((id) => id.startsWith(`${tab}`));
        if (server.beacons.length) return;
        for (const tab of tabs.keys()) expect(ofTab(stored, tab)).toEqual(ofTab(sent, tab));
      } finally {
        sweep();
      }
    }),
    { numRuns: 30 },
  );
});
