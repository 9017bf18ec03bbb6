/** A withdrawal of a part, in the midst of work: what was withdrawn stops, also where it is granted again, and the rest goes on. */
import type { Ghost } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { BOTH, call, choose, note, onOwnPage, start, wait, world } from "../test/engine.ts";
import { collectListeners, settle } from "../test/page.ts";
import type { Server } from "../test/server.ts";
import { createGhostStore } from "./ghost/store.ts";

onOwnPage();

const sent = ({ posts }: Server) => posts.flatMap(({ batch }) => batch);
const names = (server: Server) => sent(server).map(({ event }) => event);
const viewsStored = async (): Promise<number> =>
  ((await createGhostStore(note).dump()).ghost as Ghost | undefined)?.tallies.view?.n ?? 0;

const TURNS = fc.integer({ min: 0, max: 12 });

test("what was called right before a withdrawal of personalization alone is sent, and says what was in force", async () => {
  const { engine, server } = start(...BOTH);
  await settle();
  const kept = engine.take(call("Profile Switched Off"));
  choose(engine, "analytics");
  await wait(500);
  expect((await kept)?.event).toBe("Profile Switched Off");
  expect(names(server)).toEqual(["Profile Switched Off"]);
  expect(sent(server)[0]?.context.consent.categoryPreferences).toMatchObject({
    analytics: true,
    personalization: true,
  });
});

test("what was called right before a withdrawal of analytics alone is in the ghost", async () => {
  const { engine, server } = start(...BOTH);
  await settle();
  engine.take(call("Product Viewed"));
  choose(engine, "personalization");
  await wait(500);
  expect([await viewsStored(), names(server)]).toEqual([1, []]);
});

test("whenever it comes: all but that goes on, and that is not revived where it is granted again (property)", async () => {
  let played = 0;
  await fc.assert(
    fc.asyncProperty(TURNS, TURNS, fc.constantFrom(...BOTH), async (before, between, left) => {
      vi.stubGlobal("indexedDB", new IDBFactory());
      world.sweep();
      world.sweep = collectListeners();
      const { engine, server } = start(...BOTH);
      engine.take(call("Product Viewed"));
      await settle(before);
      choose(engine, left);
      await settle(between);
      choose(engine, ...BOTH);
      await wait(500);
      expect([names(server), await viewsStored()]).toEqual(left === "analytics" ? [["Product Viewed"], 0] : [[], 1]);
      played++;
    }),
    { numRuns: 40 },
  );
  expect(played).toBe(40);
});
