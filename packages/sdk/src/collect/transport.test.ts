import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { it, LINGER, message, startClock, stopClock } from "../../test/delivery.ts";
import { hidePage, settle, showPage } from "../../test/page.ts";
import { idsOf, replaceBeacon } from "../../test/server.ts";

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

  it("outlives the page, asks for no preflight and carries no cookie", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    expect(server.options[0]).toMatchObject({ method: "POST", keepalive: true, credentials: "omit" });
    expect(server.options[0]).not.toHaveProperty("headers");
    expect(server.options[0]?.body).toBeTypeOf("string");
  });

  it("goes alone: the next one leaves when it is answered", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    send("b", "c");
    await wait(60_000);
    expect(idsOf(server.posts)).toEqual([["a"]]);
    await server.answer(200);
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a"], ["b", "c"]]);
    await server.answer(200);
    await wait(3_600_000);
    expect(server.posts).toHaveLength(2);
  });

  it("is cut so that a browser carries it while the page closes", async ({ bench: { transport, wait, server } }) => {
    for (const id of ["a", "b", "c"]) transport.send(message(id, "x".repeat(20_000)));
    await wait(LINGER);
    await server.answer(200);
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a", "b"], ["c"]]);
  });

  it("is measured in bytes, not in letters", async ({ bench: { transport, wait, server } }) => {
    for (const id of ["a", "b", "c"]) transport.send(message(id, "è".repeat(10_000)));
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a", "b"]]);
  });

  it("never holds what the edge would refuse for its size", async ({ bench }) => {
    const { transport, send, wait, server, note } = bench;
    transport.send(message("huge", "è".repeat(16 * 1_024)));
    send("a");
    await wait(LINGER);
    expect(idsOf(server.posts)).toEqual([["a"]]);
    expect(note.mock.calls).toEqual([["delivery-refused", expect.stringContaining("track A")]]);
  });
});

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
    expect(note.mock.calls).toEqual(Array(3).fill(["delivery-retry", status]));
  });

  it("of the network is tried again, before what came since", async ({ bench: { send, wait, server, note } }) => {
    send("a", "b");
    await wait(LINGER);
    send("c");
    const fault = new TypeError("Failed to fetch");
    await server.answer(fault);
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
    expect(note).toHaveBeenCalledWith("delivery-retry", fault);
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

  it.for([["20"], ["Sat, 21 Nov 2026 00:00:20 GMT"]])("waits as %s tells", async ([after = ""], { bench }) => {
    const { send, wait, server } = bench;
    send("a");
    await wait(LINGER);
    await server.answer(429, { "Retry-After": after });
    await wait(19_000);
    expect(server.posts).toHaveLength(1);
    await wait(1_000);
    expect(server.posts).toHaveLength(2);
  });

  it.for([400, 403, 404, 413])("%i is final: noted, and the next batch goes", async (status, { bench }) => {
    const { send, wait, server, note } = bench;
    send("a");
    await wait(LINGER);
    send("b");
    await server.answer(status);
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a"], ["b"]]);
    expect(note.mock.calls).toEqual([["delivery-refused", `${status} why`]]);
  });

  it("of fetch itself harms nobody", async ({ bench: { send, wait, note } }) => {
    vi.stubGlobal("fetch", undefined);
    send("a");
    await wait(LINGER);
    expect(note.mock.calls).toEqual([["delivery-retry", expect.any(TypeError)]]);
  });
});

describe("when the page is hidden", () => {
  it("all that waits goes by beacon, in batches, once", async ({ bench: { transport, wait, server } }) => {
    for (const id of ["a", "b", "c"]) transport.send(message(id, "x".repeat(20_000)));
    hidePage();
    dispatchEvent(new Event("pagehide"));
    await wait(3_600_000);
    expect(idsOf(server.beacons)).toEqual([["a", "b"], ["c"]]);
    expect(server.posts).toEqual([]);
  });

  it("a fetch carries what no beacon takes", async ({ bench: { send, server } }) => {
    server.takesBeacons = false;
    send("a");
    hidePage();
    await settle();
    expect(idsOf(server.posts)).toEqual([["a"]]);
  });

  it("a fetch carries it also where beacons are unknown", async ({ bench: { send, server, note } }) => {
    replaceBeacon(undefined);
    send("a");
    hidePage();
    await settle();
    expect(idsOf(server.posts)).toEqual([["a"]]);
    expect(note).not.toHaveBeenCalled();
  });

  it("what no beacon takes still waits for the batch on its way", async ({ bench: { send, wait, server } }) => {
    server.takesBeacons = false;
    send("a");
    await wait(LINGER);
    send("b");
    hidePage();
    await settle();
    expect(idsOf(server.posts)).toEqual([["a"]]);
    await server.answer(200);
    await wait(0);
    expect(idsOf(server.posts)).toEqual([["a"], ["b"]]);
  });

  it("what is queued after coming back is sent as ever", async ({ bench: { send, wait, server } }) => {
    send("a");
    hidePage();
    await wait(LINGER);
    showPage();
    send("b");
    await wait(LINGER);
    expect(idsOf(server.beacons)).toEqual([["a"]]);
    expect(idsOf(server.posts)).toEqual([["b"]]);
  });

  it("a batch on its way that fails is not lost", async ({ bench: { send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    send("b");
    hidePage();
    await server.answer(new TypeError("Failed to fetch"));
    await wait(1_000);
    expect(idsOf(server.beacons)).toEqual([["b"]]);
    expect(idsOf(server.posts)).toEqual([["a"], ["a"]]);
  });
});

describe("clearing", () => {
  it("forgets what waits", async ({ bench: { transport, send, wait, server } }) => {
    send("a");
    transport.clear();
    hidePage();
    await wait(3_600_000);
    expect([...server.posts, ...server.beacons]).toEqual([]);
  });

  it("keeps what is on its way from coming back", async ({ bench: { transport, send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    send("b");
    transport.clear();
    await server.answer(503);
    await wait(3_600_000);
    expect(idsOf(server.posts)).toEqual([["a"]]);
  });

  it("keeps nothing that comes later from leaving", async ({ bench: { transport, send, wait, server } }) => {
    send("a");
    await wait(LINGER);
    transport.clear();
    send("b");
    await server.answer(503);
    await wait(1_000);
    expect(idsOf(server.posts)).toEqual([["a"], ["b"]]);
  });
});

it("a page that gave arrays a toJSON changes nothing", async ({ bench: { send, wait, server } }) => {
  Object.assign(Array.prototype, { toJSON: () => "hostile", extra: () => 1 });
  send("a");
  await wait(LINGER);
  for (const name of ["toJSON", "extra"]) Reflect.deleteProperty(Array.prototype, name);
  expect(idsOf(server.posts)).toEqual([["a"]]);
});
