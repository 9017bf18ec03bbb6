/** A site that does not ask whether it may know its visitors has no code for that: all else is as with it. */

import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { call, choose, onOwnPage, say, stand, start, tellPage, wait, world } from "../test/engine.ts";
import { collectListeners, settle } from "../test/page.ts";

onOwnPage();

const PURPOSES = ["analytics", "marketing"];

const deeds = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("track" as const), name: fc.constantFrom("Product Viewed", "Product Added") }),
    fc.record({ do: fc.constant("choose" as const), granted: fc.subarray(PURPOSES) }),
    fc.record({ do: fc.constantFrom("page" as const, "identify" as const) }),
    fc.record({ do: fc.constantFrom("lookAgain" as const, "erase" as const, "flush" as const) }),
  ),
  { maxLength: 8 },
);
type Deeds = typeof deeds extends fc.Arbitrary<infer Value> ? Value : never;

/** What the page, the edge and the device are told, without the ids. */
async function play(steps: Deeds, asksToKnow: boolean): Promise<unknown> {
  vi.stubGlobal("indexedDB", new IDBFactory());
  localStorage.clear();
  world.sweep();
  world.sweep = collectListeners();
  tellPage.mockClear();
  stand.mockClear();
  world.asksToKnow = asksToKnow;
  const { engine, server } = start("analytics");
  for (const step of steps) {
    if (step.do === "track") await engine.take(call(step.name));
    else if (step.do === "choose") choose(engine, ...step.granted);
    else if (step.do === "page" || step.do === "identify") await engine.take(say(step.do, "ada"));
    else if (step.do === "lookAgain") engine.lookAgain();
    else void engine[step.do]();
    await settle();
  }
  await wait(60_000);
  const { events, ...known } = await engine.dump();
  return {
    kept: Object.keys(Object(events)),
    known: Object.values(known).filter(Boolean),
    told: tellPage.mock.calls.map(([name]) => name),
    stands: stand.mock.calls.flat().filter(Boolean),
    sent: server.posts.flatMap(({ batch }) => batch).map(({ type, event }) => [type, event]),
  };
}

test("whatever happens under other purposes, all hear the same", async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(deeds, async (steps) => {
      const whole = await play(steps, true);
      expect(await play(steps, false)).toEqual(whole);
      sent += JSON.stringify(whole).length;
    }),
    { numRuns: 20 },
  );
  expect(sent).toBeGreaterThan(2000);
});
