/** What stops when consent goes, here or in another tab. */
import { afterEach, beforeEach, describe, expect } from "vitest";
import { it, LINGER, seal, startClock, stopClock } from "../../test/delivery.ts";
import { idOf } from "../../test/outbox.ts";
import { hidePage, settle } from "../../test/page.ts";
import { idsOf } from "../../test/server.ts";

beforeEach(startClock);
afterEach(stopClock);

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

describe("erasing", () => {
  it("forgets what waits, in memory and on disk", async ({ bench: { transport, send, server, rest } }) => {
    send("a");
    await settle();
    send("b");
    await transport.erase();
    hidePage();
    await rest();
    expect([...server.posts, ...server.beacons, ...server.deferred()]).toEqual([]);
    expect(await names()).toEqual([]);
  });

  it("tells whoever waits that nothing was kept", async ({ bench: { transport } }) => {
    const kept = [transport.take(seal("a")), transport.take(seal("b"))];
    transport.erase();
    expect(await Promise.all(kept)).toEqual([undefined, undefined]);
  });

  it("calls back what is on its way, which is not tried again", async ({ bench }) => {
    const { transport, send, wait, server, rest, note } = bench;
    send("a");
    await wait(LINGER);
    transport.erase();
    expect(server.options[0]?.signal?.aborted).toBe(true);
    await rest();
    expect(idsOf(server.posts)).toEqual([["a"]]);
    expect(await transport.read()).toBeUndefined();
    expect(note).not.toHaveBeenCalled();
  });

  it("keeps nothing that comes later from leaving, and who is known is anew", async ({ bench }) => {
    const { transport, send, wait, server } = bench;
    send("a");
    await wait(LINGER);
    transport.erase();
    send("b");
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a"], ["b"]]);
    await server.answer(200);
    expect(await transport.read()).toMatchObject({ items: [], delay: 0 });
  });

  it.for([0, 1, 2, 3, 4, 5, 6, 8, 10, 12])(
    "after %i turns of work on storage leaves nothing",
    async (turns, { bench }) => {
      const { transport, send, rest, server, open } = bench;
      const other = open();
      send("a");
      other.take(seal("b"));
      await settle(turns);
      bench.consent.given = false;
      await Promise.all([transport.erase(), other.erase()]);
      hidePage();
      await rest();
      expect([...server.posts, ...server.beacons, ...server.deferred()]).toEqual([]);
      expect(await names()).toEqual([]);
    },
  );

  it("in another tab forgets what this one had in memory", async ({ bench: { transport, open, server, wait } }) => {
    await transport.take(seal("a"));
    await open().erase();
    await settle();
    hidePage();
    await wait(LINGER);
    expect([...server.posts, ...server.beacons, ...server.deferred()]).toEqual([]);
  });
});

describe("where another tab withdrew and this one has not heard", () => {
  it("nothing is sent, and nothing is kept", async ({ bench: { transport, send, consent, server, rest } }) => {
    await transport.take(seal("a"));
    consent.given = false;
    send("b");
    hidePage();
    await rest();
    expect([...server.posts, ...server.beacons]).toEqual([]);
    consent.given = true;
    expect((await transport.read())?.items.map(idOf)).toEqual(["a"]);
  });

  it("nothing is sent that was withdrawn while it was claimed", async ({
    bench: { transport, consent, wait, server },
  }) => {
    await transport.take(seal("a"));
    const answers = [true, true];
    Object.defineProperty(consent, "given", { get: () => answers.pop() ?? false });
    await wait(LINGER);
    expect(answers).toEqual([]);
    expect([...server.posts, ...server.deferred()]).toEqual([]);
  });

  it("no database is made by looking", async ({ bench: { consent, rest } }) => {
    consent.given = false;
    await rest();
    expect(await names()).toEqual([]);
  });

  it("an answer that comes is not written down", async ({ bench: { transport, send, wait, consent, server } }) => {
    send("a");
    await wait(LINGER);
    consent.given = false;
    await server.answer(503);
    consent.given = true;
    expect(await transport.read()).toMatchObject({ delay: 0 });
  });
});
