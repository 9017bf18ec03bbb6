/** What every store must do. Run it with a function that opens a new, empty one. */
import { afterEach, describe, expect, test } from "vitest";
import type { Arrivals, Store } from "../src/store/store.ts";
import { ids, stored } from "./fixture.ts";

const arrivals = (...events: [id: string, at?: number, body?: string][]): Arrivals => ({
  receivedAt: 2_000,
  sentAt: 1_000,
  events: events.map(([id, at = 1, body = "{}"]) => ({ id, at, body })),
});

export function storeSuite(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    const opened: Store[] = [];
    const fresh = async () => {
      const store = await open();
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });

    test("gives back what it took", async () => {
      const store = await fresh();
      const body = JSON.stringify({ text: "è 🏮 ' \" \\ \u0000 \ud800", deep: [[[{ a: null }]]], number: 0.1 });
      expect(await store.append("shop", arrivals(["a", 1_772_366_400_123, body]))).toEqual({ stored: 1, duplicate: 0 });
      expect(await stored(store)).toEqual([{ id: "a", at: 1_772_366_400_123, body, receivedAt: 2_000, sentAt: 1_000 }]);
    });

    test("stores an id once, whether it comes again in a batch or in a later one, and keeps the first", async () => {
      const store = await fresh();
      const first = await store.append("shop", arrivals(["a", 1, '{"n":1}'], ["b"], ["a", 1, '{"n":2}']));
      const again = await store.append("shop", arrivals(["a", 1, '{"n":3}'], ["c"], ["b"]));
      expect(first).toEqual({ stored: 2, duplicate: 1 });
      expect(again).toEqual({ stored: 1, duplicate: 2 });
      expect(await ids(store)).toEqual(["a", "b", "c"]);
      expect((await stored(store))[0]?.body).toBe('{"n":1}');
    });

    test("stores one of two batches that come at once with the same ids", async () => {
      const store = await fresh();
      const same = arrivals(["a"], ["b"], ["c"]);
      const results = await Promise.all([store.append("shop", same), store.append("shop", same)]);
      expect(results.map(({ stored }) => stored).sort()).toEqual([0, 3]);
      expect(await ids(store)).toEqual(["a", "b", "c"]);
    });

    test("keeps sites apart, and their ids too", async () => {
      const store = await fresh();
      await store.append("shop", arrivals(["a"]));
      expect(await store.append("blog", arrivals(["a"]))).toEqual({ stored: 1, duplicate: 0 });
      expect(await ids(store, "shop")).toEqual(["a"]);
      expect(await ids(store, "blog")).toEqual(["a"]);
      expect(await ids(store, "other")).toEqual([]);
    });

    test("tells ids apart that differ in case, accents or spaces", async () => {
      const store = await fresh();
      const events = arrivals(["e"], ["E"], ["é"], ["e\u0301"], ["e "], ["1"], ["1.0"], ["01"]);
      expect(await store.append("shop", events)).toEqual({ stored: 8, duplicate: 0 });
    });

    test("orders by the time of the event, then by arrival", async () => {
      const store = await fresh();
      await store.append("shop", arrivals(["late", 30], ["early", -10], ["z", 20], ["a", 20]));
      await store.append("shop", arrivals(["b", 20], ["middle", 15]));
      expect(await ids(store)).toEqual(["early", "middle", "z", "a", "b", "late"]);
    });

    test("stores a batch whole or not at all", async () => {
      const store = await fresh();
      const broken = arrivals(["a"], ["b"], ["c"]);
      const events = broken.events.map((one) => (one.id === "b" ? { ...one, at: Number.NaN } : one));
      await expect(store.append("shop", { ...broken, events })).rejects.toThrow();
      expect(await ids(store)).toEqual([]);
      expect(await store.append("shop", broken)).toEqual({ stored: 3, duplicate: 0 });
    });

    test("knows a site from its enrolment or its first event", async () => {
      const store = await fresh();
      expect(await store.sites()).toEqual([]);
      await store.enrol("shop");
      await store.enrol("shop");
      await store.append("blog", arrivals(["a"]));
      expect(await store.sites()).toEqual(["blog", "shop"]);
    });

    test("reads what was there when reading began, while more comes in", async () => {
      const store = await fresh();
      const many = Array.from({ length: 1_203 }, (_, n): [string, number] => [`e${n}`, n % 7]);
      await store.append("shop", arrivals(...many));
      const seen = new Set<string>();
      for await (const { id } of store.events("shop")) {
        if (seen.size % 400 === 0) await store.append("shop", arrivals([`new${seen.size}`, 6]));
        seen.add(id);
      }
      expect(seen.size).toBe(1_203);
      expect([...seen].some((id) => id.startsWith("new"))).toBe(false);
      expect(await ids(store)).toHaveLength(1_207);
    });
  });
}
