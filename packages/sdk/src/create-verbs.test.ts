/** The calls of a page, in all their forms, against an engine that keeps what it is given. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, hidePage, settle, sweepCookies } from "../test/page.ts";
import { type Wired, wire } from "../test/wire.ts";
import type { Command, Message } from "./api/api.ts";
import type { Plugin } from "./collect/plugins/plugin.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const VERBS = ["track", "page", "identify", "group", "alias"] as const;
const world = { sweep: () => {} };

/** A visitor who agreed, on a page whose own view was taken. */
async function agreed(): Promise<Wired> {
  const wired = wire();
  wired.ghostlight.consent.set(ALL);
  await settle();
  wired.engines[0]?.taken.splice(0);
  return wired;
}
const taken = ({ engines }: Wired) => engines[0]?.taken.map(({ type, args }) => [type, JSON.parse(args)]);
const said = () => vi.mocked(console.error).mock.calls;

beforeEach(() => {
  localStorage.clear();
  sweepCookies();
  world.sweep = collectListeners();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  world.sweep();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("every verb", () => {
  test("is taken with its arguments, also by command, but for callbacks", async () => {
    const wired = await agreed();
    const { ghostlight } = wired;
    ghostlight.track("A", { price: 5 }, { context: {} }, () => {});
    ghostlight.page("C", "N");
    ghostlight.identify("u", { plan: "pro" }, () => {});
    ghostlight.group("g");
    ghostlight.alias("new", "old");
    ghostlight.reset();
    const commands: readonly Command[] = [...VERBS, "reset"].map((verb) => [verb, "x"]);
    ghostlight.push(...commands);
    expect(taken(wired)).toEqual([
      ["track", ["A", { price: 5 }, { context: {} }]],
      ["page", ["C", "N"]],
      ["identify", ["u", { plan: "pro" }]],
      ["group", ["g"]],
      ["alias", ["new", "old"]],
      ["reset", []],
      ...[...VERBS, "reset"].map((verb) => [verb, ["x"]]),
    ]);
    expect(said()).toEqual([]);
  });

  test("resolves with the message once it is kept, and calls back with it once", async () => {
    const { ghostlight } = await agreed();
    const callback = vi.fn();
    const message = await ghostlight.track("A", { price: 5 }, callback);
    expect(message).toMatchObject({ type: "track", event: "A", properties: { price: 5 } });
    await settle();
    expect(callback.mock.calls).toEqual([[message]]);
  });

  test("resolves without one, and calls back, where there is no consent", async () => {
    const { ghostlight } = wire();
    const callback = vi.fn();
    expect(await ghostlight.track("A", callback)).toBeUndefined();
    ghostlight.consent.set({});
    expect(await ghostlight.identify("u", {}, callback)).toBeUndefined();
    await settle();
    expect(callback.mock.calls).toEqual([[undefined], [undefined]]);
  });

  test("calls back after 300 ms though the engine is still on its way, and not again when it comes", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { ghostlight, engine } = wire({ late: true });
    ghostlight.consent.set(ALL);
    const callback = vi.fn();
    const kept = ghostlight.track("A", callback);
    vi.advanceTimersByTime(299);
    await settle();
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await settle();
    expect(callback.mock.calls).toEqual([[undefined]]);
    await engine.arrive();
    expect(await kept).toMatchObject({ event: "A" });
    expect(callback).toHaveBeenCalledOnce();
  });

  test("resolves without a message where the engine does not come; the next page takes the call", async () => {
    const { ghostlight, engine } = wire({ late: true });
    ghostlight.consent.set(ALL);
    const kept = ghostlight.track("A");
    await engine.fail(new Error("blocked"));
    expect(await kept).toBeUndefined();
    hidePage();
    const next = wire();
    await settle();
    expect(taken(next)?.map(([, args]) => args[0])).toEqual([undefined, "A", undefined]);
  });

  test("resolves without a message where consent goes before the engine comes", async () => {
    const { ghostlight, engine, engines } = wire({ late: true });
    ghostlight.consent.set(ALL);
    const kept = ghostlight.track("A");
    ghostlight.consent.set({});
    await engine.arrive();
    expect(await kept).toBeUndefined();
    expect(engines).toEqual([]);
  });

  test("a callback that throws is the page's own fault", async () => {
    const { ghostlight } = await agreed();
    ghostlight.track("A", () => {
      throw new Error("broken");
    });
    await settle();
    expect(said()).toEqual([["ghostlight: listener", new Error("broken")]]);
  });
});

describe("a call that cannot be", () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  const faults: readonly [string, readonly unknown[]][] = [
    ["circular", ["A", circle]],
    ["a BigInt", ["A", { big: 5n }]],
    ["a function in it", ["A", { run: () => 1 }]],
    ["an element in it", ["A", { from: document.createElement("p") }]],
  ];

  test.each(faults)("%s: is said, with the call and the fault; is not taken, and breaks nothing", async (_, args) => {
    const wired = await agreed();
    const track = wired.ghostlight.track as (...all: readonly unknown[]) => Promise<unknown>;
    expect(await track(...args)).toBeUndefined();
    expect(said()).toEqual([["ghostlight: bad-event", ["track", args[0], expect.any(TypeError)]]]);
    wired.ghostlight.track("B");
    expect(taken(wired)).toEqual([["track", ["B"]]]);
  });

  test.each(faults)("%s: is said before consent as well", async (_, args) => {
    const { ghostlight } = wire();
    ghostlight.push(["track", ...args]);
    await settle();
    expect(said()).toEqual([["ghostlight: bad-event", ["track", args[0], expect.any(TypeError)]]]);
  });

  test("says nothing of whom it was about", async () => {
    const { ghostlight } = wire();
    await ghostlight.identify("jo@shop.example", { run: () => 1 });
    expect(JSON.stringify(said())).not.toContain("jo@");
    expect(said()).toHaveLength(1);
  });
});

describe("listening to messages", () => {
  test("tells of each once it is kept, by its kind; of those before, no more", async () => {
    const { ghostlight } = await agreed();
    const [all, one, late] = [vi.fn(), vi.fn(), vi.fn()];
    ghostlight.on("track", all);
    ghostlight.once("track", one);
    await ghostlight.track("A");
    await ghostlight.track("B");
    await ghostlight.page("C");
    ghostlight.on("track", late);
    ghostlight.off("track", all);
    await ghostlight.track("D");
    const names = [all, one, late].map(({ mock }) => mock.calls.map(([one]) => (one as Message).event));
    expect(names).toEqual([["A", "B"], ["A"], ["D"]]);
  });

  test("works by command before the script has loaded", async () => {
    const { ghostlight } = await agreed();
    const heard = vi.fn();
    ghostlight.push(["once", "identify", heard], ["identify", "u"], ["identify", "u"]);
    await settle();
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe("ready, flush, register and middleware", () => {
  test("ready runs what it is given, and resolves", async () => {
    const { ghostlight } = wire();
    const run = vi.fn();
    await ghostlight.ready(run);
    await ghostlight.ready();
    ghostlight.push(["ready", run]);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("flush asks the engine, and resolves where there is none", async () => {
    const wired = await agreed();
    await wired.ghostlight.flush();
    expect(wired.engines[0]?.flush).toHaveBeenCalledOnce();
    await wire().ghostlight.flush();
  });

  test("the engine sees what was registered and added, before it came and afterwards", async () => {
    const wired = wire({ late: true });
    const [first, second]: Plugin[] = [{ name: "first" }, { name: "second" }];
    const middleware = vi.fn();
    wired.ghostlight.push(["register", first, second], ["addSourceMiddleware", middleware]);
    wired.ghostlight.consent.set(ALL);
    await wired.engine.arrive();
    await wired.ghostlight.register({ name: "third" });
    const host = wired.engines[0]?.host;
    expect(host?.plugins.map(({ name }) => name)).toEqual(["first", "second", "third"]);
    expect(host?.middleware).toEqual([middleware]);
  });

  test("a plugin of a purpose that is granted needs the engine, one of another does not", async () => {
    const { ghostlight, engine } = wire();
    ghostlight.consent.set({ marketing: true });
    await ghostlight.register({ name: "a" });
    await settle();
    expect(engine.asked).toBe(0);
    await ghostlight.register({ name: "b", purpose: "marketing" });
    await settle();
    expect(engine.asked).toBe(1);
  });
});
