/** What happens to a batch on its way, row by row. */
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { it, LINGER, seal, startClock, stopClock } from "../../test/delivery.ts";
import { idOf } from "../../test/outbox.ts";
import { showPage } from "../../test/page.ts";
import { idsOf } from "../../test/server.ts";

beforeEach(startClock);
afterEach(stopClock);

describe("a failure", () => {
  it.for([408, 425, 429, 500, 503])("%i is tried again, later each time", async (status, { bench }) => {
    const { send, wait, server, note } = bench;
    send("a");
    await wait(LINGER);
    for (const delay of [1_000, 2_000, 4_000]) {
      const before = server.posts.length;
      await server.answer(status);
      await wait(delay - 1);
      expect(server.posts).toHaveLength(before);
      await wait(1);
      expect(server.posts).toHaveLength(before + 1);
    }
    await server.answer(200);
    expect(new Set(idsOf(server.posts).flat())).toEqual(new Set(["a"]));
    expect(note.mock.calls).toEqual(Array(3).fill(["delivery-retry", `${status} why`]));
  });

  it.for([
    ["of the network, as a reset or a redirect is", new TypeError("Failed to fetch")],
    ["is garbage that says it went well", "<html>Please log in</html>"],
    ["is an answer of somebody else", '{"ok":true}'],
    ["is the word of the edge for another number", '{"ok":true,"stored":1,"duplicate":2}'],
    ["is no yes of the edge", '{"ok":false,"stored":2,"duplicate":0}'],
    ["is null", "null"],
    ["is nothing", 204],
  ] as const)("%s is tried again, before what came since", async ([, outcome], { bench }) => {
    const { send, wait, server, note } = bench;
    send("a", "b");
    await wait(LINGER);
    send("c");
    await server.answer(outcome);
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
    expect(note.mock.calls.map(([code]) => code)).toEqual(["delivery-retry"]);
  });

  it("is a body that breaks off", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    await server.answer(new ReadableStream({ start: (body) => body.error(new TypeError("reset")) }));
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([["a"], ["a"]]);
  });

  it("is a stall, after a quarter of a minute", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    await wait(14_999);
    expect(server.options[0]?.signal?.aborted).toBe(false);
    await wait(1);
    expect(server.options[0]?.signal?.aborted).toBe(true);
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([["a"], ["a"]]);
  });

  it("is no stall of the one before, which was answered", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    await server.answer(200);
    await wait(10_000);
    send("b");
    await wait(LINGER);
    await wait(10_000);
    expect(server.options[1]?.signal?.aborted).toBe(false);
  });

  it("is forgotten by the first success", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    await server.answer(503);
    await wait(1_000);
    await server.answer(200);
    send("b");
    await wait(LINGER);
    await server.answer(503);
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([["a"], ["a"], ["b"], ["b"]]);
  });

  it("is tried again in an ordinary request: what may outlive the page can be used up", async ({ bench }) => {
    const { send, wait, server } = bench;
    send("a");
    await wait(LINGER);
    await server.answer(new TypeError("Failed to fetch"));
    await wait(1_000);
    await server.answer(200);
    send("b");
    await wait(LINGER);
    expect(server.options.map(({ keepalive }) => keepalive)).toEqual([true, false, true]);
  });

  it("of the way ends when the browser is on line again", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    for (const delay of [1_000, 2_000, 4_000, 8_000]) {
      await server.answer(new TypeError("Failed to fetch"));
      await wait(delay);
    }
    await server.answer(new TypeError("Failed to fetch"));
    const { length } = server.posts;
    showPage();
    await wait(1_000);
    expect(server.posts).toHaveLength(length);
    dispatchEvent(new Event("online"));
    await wait(0);
    expect(server.posts).toHaveLength(length + 1);
  });

  it("of the way ends when the page wants everything sent", async ({ bench: { transport, send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    await server.answer(503);
    transport.flush();
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a"], ["a"]]);
  });

  it.for([["20"], ["Sat, 21 Nov 2026 00:00:20 GMT"]])(
    "waits as %s tells, on line or not",
    async ([after = ""], { bench }) => {
      const { send, wait, server } = bench;
      send("a");
      await wait(LINGER);
      await server.answer(429, { "Retry-After": after });
      dispatchEvent(new Event("online"));
      await wait(19_000);
      expect(server.posts).toHaveLength(1);
      await wait(1_000);
      expect(server.posts).toHaveLength(2);
    },
  );

  it("of fetch itself harms nobody", async ({ bench: { wait, note, open, server } }) => {
    vi.stubGlobal("fetch", undefined);
    open().take(seal("a"));
    await wait(LINGER);
    expect(note.mock.calls).toEqual([["delivery-retry", expect.stringContaining("TypeError")]]);
    expect(server.posts).toEqual([]);
  });

  it("of a page that replaces fetch and JSON later is none", async ({ bench: { send, wait, server, note } }) => {
    send("a");
    const hostile = () => {
      throw new Error("hostile");
    };
    vi.stubGlobal("fetch", hostile);
    vi.spyOn(JSON, "parse").mockImplementation(hostile);
    vi.spyOn(JSON, "stringify").mockImplementation(hostile);
    await wait(LINGER);
    await server.answer(200);
    vi.restoreAllMocks();
    expect(idsOf(server.posts)).toEqual([["a"]]);
    expect(note).not.toHaveBeenCalled();
  });
});

describe("a refusal", () => {
  it.for([400, 413, 422])("%i of one parks it, and the next goes on", async (status, { bench }) => {
    const { transport, send, wait, server, note, rest } = bench;
    send("a");
    await wait(LINGER);
    send("b");
    await server.answer(status);
    await wait(1_000);
    await server.answer(200);
    await rest();
    expect(idsOf(server.posts)).toEqual([["a"], ["b"]]);
    expect(note.mock.calls).toEqual([["delivery-refused", `${status} why`]]);
    const { items = [] } = (await transport.read()) ?? {};
    expect(items.map((item) => [idOf(item), item.weight])).toEqual([["a", -1]]);
  });

  it("holds nobody up who comes after it", async ({ bench: { send, wait, server, open } }) => {
    send("a");
    await wait(LINGER);
    await server.answer(400);
    await wait(1_000);
    open();
    await wait(LINGER);
    send("b");
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a"], ["b"]]);
  });

  it("of many is asked on until the one at fault is alone", async ({ bench: { send, wait, server, rest } }) => {
    send(..."abcdefgh");
    await wait(LINGER);
    for (let second = 0; second < 60; second++) {
      if (server.open().length) await server.answer(idsOf(server.posts).at(-1)?.includes("f") ? 400 : 200);
      await wait(1_000);
    }
    await rest();
    const batches = ["abcdefgh", "abcd", "efgh", "ef", "e", "fg", "f", "g", "h"];
    expect(idsOf(server.posts).map((ids) => ids.join(""))).toEqual(batches);
  });

  it.for([401, 403, 404, 410])(
    "%i of the site keeps everything, is told of, and is asked again",
    async (status, { bench }) => {
      const { send, wait, server, note, transport } = bench;
      send("a", "b");
      await wait(LINGER);
      await server.answer(status);
      expect(note.mock.calls).toEqual([["delivery-refused", `${status} why`]]);
      await wait(1_000);
      expect(idsOf(server.posts)).toEqual([
        ["a", "b"],
        ["a", "b"],
      ]);
      await server.answer(200);
      expect((await transport.read())?.items).toEqual([]);
    },
  );
});

it("how many had to be given up is told by the next messages that are kept, each of them once", async ({ bench }) => {
  const { transport, wait, server, rest } = bench;
  const answerAll = async () => {
    for (; server.open().length; await wait(0)) await server.answer(200);
  };
  for (let at = 0; at < 600; at++) transport.take(seal(`m${at}`, "x".repeat(1_000)));
  await wait(LINGER);
  await answerAll();
  const { length } = idsOf(server.posts).flat();
  expect(idsOf(server.posts).flat()[0]).toBe(`m${600 - length}`);
  expect(length).toBeGreaterThan(400);
  expect(length).toBeLessThan(500);
  transport.take(seal("next"));
  transport.take(seal("last"));
  await wait(LINGER);
  await answerAll();
  await rest();
  const told = server.posts.flatMap(({ batch }) => batch.flatMap(({ context }) => context.dropped ?? []));
  expect(told.length).toBeLessThan(5);
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(600 - length);
});
