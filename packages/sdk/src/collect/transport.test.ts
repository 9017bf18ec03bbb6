import { IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { it, LINGER, NOW, seal, setUp, startClock, stopClock } from "../../test/delivery.ts";
import { idOf } from "../../test/outbox.ts";
import { settle } from "../../test/page.ts";
import { createLocks, idsOf, replaceLocks } from "../../test/server.ts";

beforeEach(startClock);
afterEach(stopClock);

describe("a batch", () => {
  it("waits for company, keeps the order, and says when it left", async ({ bench: { send, wait, server } }) => {
    send("a", "b");
    await wait(LINGER - 1);
    expect(server.posts).toEqual([]);
    send("c");
    await wait(1);
    expect(idsOf(server.posts)).toEqual([["a", "b", "c"]]);
    expect(server.posts[0]?.sentAt).toBe("2026-11-21T00:00:00.500Z");
  });

  it("outlives the page, asks for no preflight, carries no cookie and goes nowhere else", async ({ bench }) => {
    const { send, wait, server } = bench;
    send("a");
    await wait(LINGER);
    const wanted = { method: "POST", keepalive: true, credentials: "omit", redirect: "error" };
    expect(server.options[0]).toMatchObject(wanted);
    expect(server.options[0]).not.toHaveProperty("headers");
    expect(server.options[0]?.body).toBeTypeOf("string");
  });

  it("goes alone: the next one leaves when it is answered", async ({ bench: { send, wait, server, rest } }) => {
    send("a");
    await wait(LINGER);
    send("b", "c");
    await wait(LINGER);
    await wait(10_000);
    expect(idsOf(server.posts)).toEqual([["a"]]);
    await server.answer(200);
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a"], ["b", "c"]]);
    await server.answer(200);
    await rest();
    expect(server.posts).toHaveLength(2);
  });

  it("is cut so that a browser carries it while the page closes", async ({ bench: { transport, wait, server } }) => {
    for (const id of ["a", "b", "c"]) transport.take(seal(id, "x".repeat(20_000)));
    await wait(LINGER);
    await server.answer(200);
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a", "b"], ["c"]]);
  });

  it("is measured in bytes, not in letters", async ({ bench: { transport, wait, server } }) => {
    for (const id of ["a", "b", "c"]) transport.take(seal(id, "è".repeat(10_000)));
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a", "b"]]);
  });

  it("goes at once when that is wanted, and whoever wanted it hears when it is done", async ({ bench }) => {
    const { transport, send, server } = bench;
    send("a");
    const flushed = vi.fn();
    transport.flush().then(flushed);
    await settle();
    expect(idsOf(server.posts)).toEqual([["a"]]);
    expect(flushed).not.toHaveBeenCalled();
    await server.answer(200);
    expect(flushed).toHaveBeenCalled();
  });
});

describe("taking", () => {
  it("resolves with the message once it is kept", async ({ bench: { transport } }) => {
    expect(await transport.take(seal("a"))).toMatchObject({ messageId: "a" });
    expect((await transport.read())?.items.map(idOf)).toEqual(["a"]);
  });

  it("costs one transaction, however much is called in one breath", async ({ bench: { send } }) => {
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    send(..."abcdefghij");
    await settle();
    expect(put).toHaveBeenCalledTimes(1);
  });

  it("gives nothing to a reset, which is kept all the same", async ({ bench: { transport } }) => {
    await transport.take(seal("a"));
    expect(await transport.take(() => ({ identity: undefined, weight: 2 }))).toBeUndefined();
    expect((await transport.read())?.identity).toBeUndefined();
  });

  it("goes on in memory where nothing can be stored, and says so once", async ({ bench }) => {
    const { send, wait, server, note, rest } = bench;
    const full = new DOMException("full", "QuotaExceededError");
    send("a");
    await settle();
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw full;
    });
    send("b");
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a", "b"]]);
    await server.answer(503);
    await wait(1_000);
    await server.answer(200);
    send("c");
    await wait(LINGER);
    await server.answer(200);
    await rest();
    expect(idsOf(server.posts)).toEqual([["a", "b"], ["a", "b"], ["c"]]);
    expect(note.mock.calls.filter(([code]) => code === "events-memory")).toEqual([["events-memory", full]]);
  });
});

test("nothing is kept of a visit on which nothing happened", async () => {
  const { transport, wait, sweep } = setUp();
  await wait(LINGER);
  expect(await transport.read()).toBeUndefined();
  sweep();
});

describe("a page after this one", () => {
  it("sends what this one kept, and what it was told of in vain", async ({ bench: { send, wait, server, open } }) => {
    send("a");
    await wait(LINGER);
    send("b");
    await settle();
    // The page is gone: nobody hears the answer.
    vi.clearAllTimers();
    open();
    await wait(20_000);
    await wait(LINGER);
    expect(idsOf(server.posts).at(-1)).toEqual(["a", "b"]);
  });
});

describe("several tabs", () => {
  it("send what is there once, under a lease", async ({ bench: { transport, wait, server, open, rest } }) => {
    const others = [open(), open()];
    transport.take(seal("a"));
    for (const [at, tab] of others.entries()) tab.take(seal(`b${at}`));
    await wait(LINGER);
    await wait(10_000);
    expect(idsOf(server.posts)).toEqual([["a", "b0", "b1"]]);
    await server.answer(200);
    await rest();
    expect(server.posts).toHaveLength(1);
  });

  test("send what is there once, under a lock", async () => {
    const locks = createLocks();
    replaceLocks(locks);
    const { transport, wait, server, open, rest, sweep } = setUp();
    const tabs = [transport, open(), open()];
    for (const [at, tab] of tabs.entries()) tab.take(seal(`a${at}`));
    await wait(LINGER);
    await wait(10_000);
    expect(idsOf(server.posts)).toEqual([["a0", "a1", "a2"]]);
    expect(locks.held.size).toBe(1);
    await server.answer(503);
    expect(locks.held.size).toBe(0);
    await wait(1_000);
    await server.answer(200);
    await rest();
    expect(idsOf(server.posts)).toEqual([
      ["a0", "a1", "a2"],
      ["a0", "a1", "a2"],
    ]);
    sweep();
  });

  it("go on when the one that sends dies, once its lease has ended", async ({
    bench: { send, wait, server, open },
  }) => {
    send("a");
    await wait(LINGER);
    expect(server.posts).toHaveLength(1);
    // Its page is gone: nobody hears the answer.
    vi.clearAllTimers();
    vi.setSystemTime(NOW + LINGER);
    open().take(seal("b"));
    await wait(LINGER);
    await wait(19_499);
    expect(server.posts).toHaveLength(1);
    await wait(1);
    expect(idsOf(server.posts).at(-1)).toEqual(["a", "b"]);
  });

  test("look again where another holds the lock", async () => {
    const locks = createLocks();
    replaceLocks(locks);
    const { send, wait, server, sweep } = setUp();
    locks.held.add("ghostlight-events");
    send("a");
    await wait(LINGER);
    expect(server.posts).toEqual([]);
    locks.held.clear();
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([["a"]]);
    sweep();
  });

  test("do without where locks are not allowed", async () => {
    replaceLocks({ request: () => Promise.reject(new DOMException("sandboxed", "SecurityError")) });
    const { send, wait, server, sweep, note } = setUp();
    send("a");
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a"]]);
    expect(note).not.toHaveBeenCalled();
    sweep();
  });

  it("share the wait after a failure", async ({ bench: { send, wait, server, open } }) => {
    send("a");
    await wait(LINGER);
    await server.answer(429, { "Retry-After": "60" });
    open().take(seal("b"));
    await wait(LINGER);
    await wait(59_000);
    expect(server.posts).toHaveLength(1);
    await wait(1_000);
    expect(idsOf(server.posts).at(-1)).toEqual(["a", "b"]);
    expect(server.posts).toHaveLength(2);
  });
});
