/** What happens when the page is left, comes back, or crashes. */
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { it, LINGER, NOW, seal, startClock, stopClock } from "../../test/delivery.ts";
import { idOf } from "../../test/outbox.ts";
import { hidePage, restorePage, settle, showPage } from "../../test/page.ts";
import { idsOf, replaceBeacon } from "../../test/server.ts";

beforeEach(startClock);
afterEach(stopClock);

describe("when the page is hidden", () => {
  it("what is kept goes by beacon, in batches, once, and stays until it is confirmed", async ({ bench }) => {
    const { transport, wait, server } = bench;
    for (const id of ["a", "b", "c"]) transport.take(seal(id, "x".repeat(20_000)));
    await settle();
    hidePage();
    dispatchEvent(new Event("pagehide"));
    hidePage();
    expect(idsOf(server.beacons)).toEqual([["a", "b"], ["c"]]);
    expect((await transport.read())?.items).toHaveLength(3);
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a", "b"]]);
    hidePage();
    expect(server.beacons).toHaveLength(2);
  });

  it("what was called in the same breath goes too, by who was known", async ({
    bench: { send, transport, server },
  }) => {
    await transport.take(seal("a"));
    send("b");
    hidePage();
    expect(server.beacons.map(({ batch }) => batch.map(({ messageId }) => messageId))).toEqual([["a", "b"]]);
    await settle();
    expect((await transport.read())?.items.map(idOf)).toEqual(["a", "b"]);
  });

  it("what nobody is known for is left to the journal", async ({ bench: { send, server } }) => {
    send("a");
    hidePage();
    expect(server.beacons).toEqual([]);
  });

  it("a fetch carries what no beacon takes, and what does not fit waits", async ({ bench }) => {
    const { transport, server, wait } = bench;
    server.takesBeacons = false;
    for (const id of ["a", "b", "c"]) transport.take(seal(id, "x".repeat(20_000)));
    await settle();
    hidePage();
    expect(idsOf(server.posts)).toEqual([["a", "b"]]);
    expect(server.options[0]?.keepalive).toBe(true);
    await server.answer(200);
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a", "b"], ["c"]]);
  });

  it("a fetch carries it also where beacons are unknown", async ({ bench: { open, server, note } }) => {
    replaceBeacon(undefined);
    await open().take(seal("a"));
    hidePage();
    expect(idsOf(server.posts)).toEqual([["a"]]);
    expect(note).not.toHaveBeenCalled();
  });

  it("what is on its way is not sent beside itself, and is not lost if it fails", async ({ bench }) => {
    const { send, wait, server, transport } = bench;
    send("a");
    await wait(LINGER);
    await transport.take(seal("b"));
    hidePage();
    expect(idsOf(server.beacons)).toEqual([["b"]]);
    await server.answer(new TypeError("Failed to fetch"));
    hidePage();
    expect(idsOf(server.beacons)).toEqual([["b"], ["a"]]);
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([["a"], ["a", "b"]]);
  });

  it("what another tab took is left to it", async ({ bench: { open, transport, server, send } }) => {
    await transport.take(seal("a"));
    hidePage();
    await open().take(seal("b"));
    send("c");
    await settle();
    hidePage();
    expect(idsOf(server.beacons).flat().toSorted()).toEqual(["a", "b", "c"]);
  });

  it("what was confirmed meanwhile is not sent again", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    await server.answer(200);
    hidePage();
    expect(server.beacons).toEqual([]);
  });
});

describe("when the page is shown again", () => {
  it.for([
    ["from another tab", showPage],
    ["out of the back-forward cache", restorePage],
  ] as const)("%s, what waits is sent, once its time has come", async ([, show], { bench }) => {
    const { send, wait, server } = bench;
    send("a");
    await wait(LINGER);
    await server.answer(503);
    // Timers stood still.
    vi.clearAllTimers();
    vi.setSystemTime(NOW + LINGER);
    show();
    await wait(0);
    expect(server.posts).toHaveLength(1);
    vi.setSystemTime(NOW + LINGER + 1_000);
    show();
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a"], ["a"]]);
  });

  it("what comes later is sent as ever", async ({ bench: { send, wait, server } }) => {
    send("a");
    await settle();
    hidePage();
    await wait(LINGER);
    await server.answer(200);
    showPage();
    send("b");
    await wait(LINGER);
    expect(idsOf(server.beacons)).toEqual([["a"]]);
    expect(idsOf(server.posts)).toEqual([["a"], ["b"]]);
  });
});

describe("against a crash of the tab", () => {
  it("the browser is given what lingers, and told off when it is on its way, and when it is confirmed", async ({
    bench,
  }) => {
    const { send, wait, server } = bench;
    send("a");
    await settle();
    expect(idsOf(server.deferred())).toEqual([["a"]]);
    send("b");
    await settle();
    expect(idsOf(server.deferred())).toEqual([["a", "b"]]);
    await wait(LINGER);
    expect(server.deferred()).toEqual([]);
    await server.answer(200);
    expect(server.deferred()).toEqual([]);
  });

  it("but for views alone: with anything else they go along", async ({ bench: { server, transport } }) => {
    transport.take(seal("a", "", 0));
    await settle();
    expect([server.deferrals(), idsOf(server.deferred())]).toEqual([0, []]);
    transport.take(seal("b"));
    await settle();
    expect(idsOf(server.deferred())).toEqual([["a", "b"]]);
  });

  it("also before it is kept, once it is known who speaks", async ({ bench: { send, server } }) => {
    send("a");
    await settle();
    send("b");
    // Long before a database could answer.
    for (let turn = 0; turn < 3; turn++) await undefined;
    expect(idsOf(server.deferred())).toEqual([["a", "b"]]);
    await settle();
  });

  it("also while what came before it is still being kept", async ({ bench: { send, server } }) => {
    send("a");
    await settle();
    send("b");
    for (let turn = 0; turn < 3; turn++) await undefined;
    send("c", "d");
    expect(idsOf(server.deferred())).toEqual([["a", "b", "c", "d"]]);
    await settle();
    expect(idsOf(server.deferred())).toEqual([["a", "b", "c", "d"]]);
  });

  it("once for all that follow one another", async ({ bench: { send, server, transport } }) => {
    send("a");
    await settle();
    const before = server.deferrals();
    for (const id of ["b", "c", "d"]) transport.take(seal(id), true);
    expect(server.deferrals()).toBe(before);
    transport.take(seal("e"));
    expect(server.deferrals()).toBe(before + 1);
    expect(idsOf(server.deferred())).toEqual([["a", "b", "c", "d", "e"]]);
    await settle();
  });

  it("what chance decides is decided once: what is deferred is what is kept", async ({ bench }) => {
    const { send, server, transport } = bench;
    send("a");
    await settle();
    let chance = 0;
    transport.take(() => ({ weight: 1 }));
    transport.take((before, dropped) => ({
      ...seal("b", before ? "known" : `new ${chance++}`)(before, dropped),
      identity: undefined,
    }));
    send("c");
    const deferred = server.deferred();
    await settle();
    expect(server.deferred()).toEqual(deferred);
    expect((await transport.read())?.items.map(({ text }) => text)).toEqual(
      deferred.flatMap(({ batch }) => batch.map((one) => JSON.stringify(one))),
    );
    expect(chance).toBe(1);
  });

  it("nothing is deferred that a beacon took", async ({ bench: { send, server } }) => {
    send("a");
    await settle();
    hidePage();
    expect(server.deferred()).toEqual([]);
  });

  it("nothing is deferred while the way is blocked: its time of sending would be wrong", async ({ bench }) => {
    const { send, wait, server } = bench;
    send("a");
    await wait(LINGER);
    await server.answer(503);
    send("b");
    await settle();
    expect(server.deferred()).toEqual([]);
  });

  it("a browser that defers nothing, or throws, takes nothing away", async ({
    bench: { open, wait, server, note },
  }) => {
    vi.stubGlobal("fetchLater", undefined);
    open().take(seal("a"));
    vi.stubGlobal("fetchLater", () => {
      throw new DOMException("too much", "QuotaExceededError");
    });
    open().take(seal("b"));
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a", "b"]]);
    expect(note).not.toHaveBeenCalled();
  });
});
