import type { Ghost } from "@ghostlight/rules";
import { describe, expect, test, vi } from "vitest";
import { BOTH, call, choose, NOW, note, onOwnPage, say, slot, stand, start, wait, world } from "../test/engine.ts";
import { hidePage, settle, showPage } from "../test/page.ts";
import type { Server } from "../test/server.ts";
import { QUIET } from "../test/site.ts";
import { createGhostStore } from "./ghost/store.ts";

const sent = ({ posts, beacons }: Server) =>
  [...posts, ...beacons].flatMap(({ batch }) => batch.map(({ event, type }) => event ?? type));
const databases = async () => (await indexedDB.databases()).length;
const viewsStored = async () => ((await createGhostStore(note).dump()).ghost as Ghost | undefined)?.tallies.view?.n;

onOwnPage();

describe("analytics alone", () => {
  test("sends, under one pseudonym, and stores no ghost", async () => {
    const { engine, server } = start("analytics");
    engine.take(call("Product Viewed"));
    engine.take(call("Product Viewed"));
    await wait(500);
    const batch = server.posts.flatMap((one) => one.batch);
    expect(batch).toHaveLength(2);
    expect(new Set(batch.map(({ anonymousId }) => anonymousId)).size).toBe(1);
    expect(new Set(batch.map(({ messageId }) => messageId)).size).toBe(2);
    expect(batch[0]?.context.consent.categoryPreferences).toEqual({
      analytics: true,
      personalization: false,
      marketing: false,
    });
    expect(await viewsStored()).toBeUndefined();
    expect(stand).not.toHaveBeenCalled();
    expect(slot()?.textContent).toBe("Boots");
  });
});

describe("personalization alone", () => {
  test("stores the ghost, acts on it and sends nothing", async () => {
    const { engine, server } = start("personalization");
    engine.take(call("Product Viewed"));
    engine.take(call("Product Viewed"));
    await wait(3_600_000);
    hidePage();
    expect(sent(server)).toEqual([]);
    expect(await viewsStored()).toBe(2);
    expect(stand).toHaveBeenLastCalledWith(expect.objectContaining({ stage: "lead" }));
    expect(slot()?.textContent).toBe("Welcome back");
  });

  test("a page view counts under its name in the rules", async () => {
    const { engine } = start("personalization");
    engine.take(say("page"));
    await settle();
    expect(stand).toHaveBeenLastCalledWith(expect.objectContaining({ segments: ["seen"] }));
  });

  test("a returning visitor stands where they stood, before anything happens", async () => {
    const { engine } = start("personalization");
    engine.take(call("Product Viewed"));
    engine.take(call("Product Viewed"));
    await settle();
    stand.mockClear();
    start("personalization");
    await settle();
    expect(stand.mock.calls[0]).toEqual([expect.objectContaining({ stage: "lead" })]);
  });

  test("what time alone changes happens on time", async () => {
    const { engine } = start("personalization");
    engine.take(call("Product Added"));
    await wait(QUIET - 1);
    expect(slot()?.textContent).toBe("Boots");
    await wait(1);
    expect(slot()?.textContent).toBe("Your cart is waiting");
  });

  test("what time changed while the page slept happens when it is looked at", async () => {
    const { engine } = start("personalization");
    engine.take(call("Product Added"));
    await settle();
    vi.setSystemTime(NOW + QUIET);
    showPage();
    await settle();
    expect(slot()?.textContent).toBe("Your cart is waiting");
  });

  test("where nothing can be stored, works for this page view", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const { engine } = start("personalization");
    engine.take(call("Product Viewed"));
    engine.take(call("Product Viewed"));
    await settle();
    expect(slot()?.textContent).toBe("Welcome back");
    expect(note.mock.calls.map(([code]) => code)).toEqual(["storage-memory"]);
  });
});

describe("both", () => {
  test("keep the order of the calls", async () => {
    const { engine, server } = start(...BOTH);
    for (const name of ["a", "b", "c", "d"]) engine.take(call(name));
    await wait(500);
    expect(sent(server)).toEqual(["a", "b", "c", "d"]);
  });

  test("neither send nor keep what is secret by its name", async () => {
    const { engine, server } = start(...BOTH);
    engine.take(say("track", "Product Viewed", { kind: "boots", old_password: "hunter2" }));
    await wait(500);
    expect(server.posts[0]?.batch[0]?.properties).toEqual({ kind: "boots", old_password: "[redacted]" });
    expect(JSON.stringify(await engine.dump())).not.toContain("hunter2");
  });

  test("a call from before a grant is not used for what it did not allow", async () => {
    const { engine, server } = start(...BOTH);
    engine.take(call("Product Viewed", []));
    engine.take(call("Product Viewed", ["personalization"]));
    engine.take(call("sent", ["analytics"]));
    await wait(500);
    expect(sent(server)).toEqual(["sent"]);
    expect(await viewsStored()).toBe(1);
  });
});

describe("neither", () => {
  test("does nothing and leaves nothing", async () => {
    const { engine, server } = start("marketing");
    engine.take(call("Product Viewed"));
    engine.lookAgain();
    await wait(3_600_000);
    expect(sent(server)).toEqual([]);
    expect(stand).not.toHaveBeenCalled();
    expect(await databases()).toBe(0);
  });
});

describe("withdrawing", () => {
  const lead = async () => {
    const started = start(...BOTH);
    started.engine.take(call("Product Viewed"));
    started.engine.take(call("Product Viewed"));
    await settle();
    expect(slot()?.textContent).toBe("Welcome back");
    return started;
  };

  test("everything undoes the page at once, clears the queue and leaves no database", async () => {
    const { engine, server } = await lead();
    choose(engine);
    expect(slot()?.textContent).toBe("Boots");
    expect(stand).toHaveBeenLastCalledWith();
    await wait(3_600_000);
    hidePage();
    expect(sent(server)).toEqual([]);
    expect(await databases()).toBe(0);
  });

  test("personalization erases the ghost; sending goes on under the same pseudonym", async () => {
    const { engine, server } = await lead();
    choose(engine, "analytics");
    engine.take(call("later"));
    await wait(500);
    expect(slot()?.textContent).toBe("Boots");
    expect(await viewsStored()).toBeUndefined();
    const batch = server.posts.flatMap((one) => one.batch);
    expect(batch.map(({ event }) => event)).toEqual(["Product Viewed", "Product Viewed", "later"]);
    expect(new Set(batch.map(({ anonymousId }) => anonymousId)).size).toBe(1);
  });

  test("analytics clears the queue and the pseudonym; the page stays as it is", async () => {
    const { engine, server } = await lead();
    choose(engine, "personalization");
    await wait(3_600_000);
    expect(sent(server)).toEqual([]);
    expect(slot()?.textContent).toBe("Welcome back");
    expect(await viewsStored()).toBe(2);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["ghostlight"]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    "after %i turns of work on storage lets nothing more through",
    async (turns) => {
      const { engine, server } = start(...BOTH);
      engine.take(call("Product Viewed"));
      await settle(turns);
      choose(engine);
      stand.mockClear();
      await wait(3_600_000);
      hidePage();
      expect(sent(server)).toEqual([]);
      expect(stand.mock.calls.filter(([standing]) => standing)).toEqual([]);
      expect(await databases()).toBe(0);
    },
  );

  test("in another tab, not heard of here yet: what was called before does not bring the ghost back", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    const taken = engine.take(call("Product Viewed"));
    world.elsewhere = () => choose(engine);
    await taken;
    await settle();
    expect(await databases()).toBe(0);
  });

  test("and granting again in one breath still erases what was", async () => {
    const { engine } = await lead();
    choose(engine);
    choose(engine, ...BOTH);
    await settle();
    expect(await viewsStored()).toBeUndefined();
    expect(slot()?.textContent).toBe("Boots");
  });

  test("erases also where the page keeps its content from being undone", async () => {
    const { engine, server } = await lead();
    const hero = slot();
    Object.defineProperty(hero, "replaceChildren", {
      value: () => {
        throw new Error("frozen");
      },
    });
    expect(() => choose(engine)).not.toThrow();
    await wait(3_600_000);
    expect(sent(server)).toEqual([]);
    expect(await databases()).toBe(0);
    expect(note).toHaveBeenCalledWith("exception", expect.any(Error));
  });

  test("and granting later starts anew", async () => {
    const { engine } = await lead();
    choose(engine);
    await settle();
    choose(engine, ...BOTH);
    engine.take(call("Product Viewed"));
    await settle();
    expect(await viewsStored()).toBe(1);
    expect(note).not.toHaveBeenCalled();
  });
});
