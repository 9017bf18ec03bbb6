/** What the page says, on its way to the outbox: cleaned where it has to be, by what loads for that. */
import type { Purpose } from "@ghostlight/rules";
import { describe, expect, test, vi } from "vitest";
import { BOTH, call, choose, note, onOwnPage, page, say, start, wait, world } from "../../test/engine.ts";
import { hidePage, settle } from "../../test/page.ts";
import type { Server } from "../../test/server.ts";
import { REDACT } from "../../test/site.ts";
import type { Call } from "./call.ts";
import type { Middleware } from "./plugins/middleware.ts";
import { createRedactor, type Redact } from "./redact.ts";
import { JOURNAL } from "./store.ts";

onOwnPage();

const sent = ({ posts }: Server) => posts.flatMap(({ batch }) => batch);
const secret = (name: string): Call => say("track", name, { kind: "boots", password: "hunter2" });
const carried = (): Call[] => JSON.parse(localStorage.getItem(JOURNAL) ?? "[]");
const loads = (name: string) => world.load.mock.calls.filter(([one]) => one === name).length;

/** Has one of the parts wait until it is let through. */
function hold(): (redact: Redact | undefined) => Promise<void> {
  const asked: ((redact: Redact | undefined) => void)[] = [];
  world.redact = () => new Promise((resolve) => asked.push(resolve));
  return async (redact) => {
    world.redact = async () => redact;
    for (const resolve of asked.splice(0)) resolve(redact);
    await settle();
  };
}

describe("what cleans", () => {
  test("does not load where nothing is suspect", async () => {
    const { engine } = start(...BOTH);
    await engine.take(call("A"));
    await engine.take(say("identify", "u", { plan: "pro" }));
    expect(loads("redact")).toBe(0);
  });

  test.each<[string, (name: string) => Call]>([
    ["among the properties", secret],
    ["in the page's address", (name) => ({ ...call(name), page: { ...page, search: "?password=hunter2" } })],
    ["in the context", (name) => say("track", name, {}, { context: { password: "hunter2" } })],
    ["whatever its case", (name) => say("track", name, { PassWord: "hunter2" })],
  ])("loads once, with the first call that is suspect: %s", async (_, suspect) => {
    const { engine, server } = start(...BOTH);
    await engine.take(call("Product Viewed"));
    await Promise.all(["A", "B"].map((name) => engine.take(suspect(name))));
    await engine.take(suspect("C"));
    await wait(500);
    expect(loads("redact")).toBe(1);
    expect(sent(server).map(({ event }) => event)).toEqual(["Product Viewed", "A", "B", "C"]);
    expect(JSON.stringify([sent(server), await engine.dump()])).not.toContain("hunter2");
  });

  test("of what says who somebody is leaves addresses", async () => {
    const redact = vi.fn(createRedactor(REDACT)) as Redact & ReturnType<typeof vi.fn>;
    world.redact = async () => redact;
    const { engine } = start("analytics");
    for (const type of ["identify", "group", "track", "page"] as const) {
      await engine.take(say(type, "x", { password: "hunter2" }));
    }
    expect(redact.mock.calls.map(([content, keeps]) => [content.type, keeps])).toEqual([
      ["identify", true],
      ["group", true],
      ["track", false],
      ["page", false],
    ]);
  });

  test("keeps the order of the calls while it is on its way, and nothing leaves before", async () => {
    const arrive = hold();
    const { engine, server } = start(...BOTH);
    const taken = [call("A"), secret("B"), call("C")].map(engine.take);
    await wait(60_000);
    expect(sent(server).map(({ event }) => event)).toEqual(["A"]);
    await arrive(createRedactor(REDACT));
    expect((await Promise.all(taken)).map((message) => message?.event)).toEqual(["A", "B", "C"]);
    await server.answer(200);
    await wait(500);
    expect(sent(server).map(({ event }) => event)).toEqual(["A", "B", "C"]);
  });

  test("carries to the next page what it could not clean, as its page is hidden while it is on its way", async () => {
    const arrive = hold();
    const { engine } = start(...BOTH);
    const taken = [secret("B"), call("C")].map(engine.take);
    await settle();
    hidePage();
    expect(carried().map(({ args }) => JSON.parse(args)[0])).toEqual(["B", "C"]);
    await arrive(createRedactor(REDACT));
    await Promise.all(taken);
    expect(carried()).toEqual([]);
  });
});

describe("where what cleans does not come", () => {
  test("a call that is suspect is neither kept nor sent nor in the ghost; others are", async () => {
    world.redact = async () => undefined;
    const { engine, server } = start(...BOTH);
    expect(await engine.take(secret("Product Viewed"))).toBeUndefined();
    expect(await engine.take(call("B"))).toMatchObject({ event: "B" });
    await wait(500);
    expect(sent(server).map(({ event }) => event)).toEqual(["B"]);
    expect(JSON.stringify(await engine.dump())).not.toMatch(/hunter2|"view"/);
    expect(note).not.toHaveBeenCalled();
  });

  test("the journal carries it, and the next page takes it, once, as it was", async () => {
    world.redact = async () => undefined;
    const first = start(...BOTH);
    const made = secret("Product Viewed");
    await first.engine.take(made);
    await first.engine.take(call("B"));
    hidePage();
    expect(carried()).toEqual([made]);
    world.sweep();
    world.redact = async () => createRedactor(REDACT);
    const { engine, server } = start(...BOTH);
    await wait(500);
    // Whichever of the two is first to send.
    const again = [first.server, server].flatMap(sent).filter(({ event }) => event === "Product Viewed");
    expect(again.map(({ messageId, properties }) => [messageId, properties])).toEqual([
      [made.id, { kind: "boots", password: "[redacted]" }],
    ]);
    expect(localStorage.length).toBe(0);
    expect(JSON.stringify(await engine.dump())).not.toContain("hunter2");
  });

  test("it is asked for again with the next that is suspect", async () => {
    world.redact = async () => undefined;
    const { engine } = start(...BOTH);
    await engine.take(secret("A"));
    world.redact = async () => createRedactor(REDACT);
    expect(await engine.take(secret("B"))).toMatchObject({ event: "B" });
    expect(loads("redact")).toBe(2);
  });

  test.each<[string, readonly Purpose[]]>([
    ["all", []],
    ["what it rests on", ["marketing"]],
  ])("a withdrawal of %s forgets it: the journal carries nothing", async (_, left) => {
    world.redact = async () => undefined;
    const { engine } = start(...BOTH);
    await engine.take(secret("A"));
    choose(engine, ...left);
    hidePage();
    expect(localStorage.length).toBe(0);
  });

  test("a withdrawal of a part leaves the rest of it, also where that part is granted again", async () => {
    world.redact = async () => undefined;
    const { engine } = start(...BOTH);
    await engine.take(secret("A"));
    choose(engine, "personalization");
    choose(engine, ...BOTH);
    hidePage();
    expect(carried()).toMatchObject([{ purposes: ["personalization"], stamp: BOTH }]);
  });

  test("a choice that takes nothing away keeps it", async () => {
    world.redact = async () => undefined;
    const { engine } = start("marketing");
    const made = secret("A");
    await engine.take(made);
    choose(engine, "marketing", "analytics");
    hidePage();
    expect(carried()).toEqual([made]);
  });

  test.each<[string, readonly Purpose[], readonly (readonly Purpose[])[]]>([
    ["all", [], []],
    ["all but statistics", ["analytics"], [["analytics"]]],
  ])("what a tool was to hear is forgotten, too, by a withdrawal that leaves %s", async (_, left, kept) => {
    world.redact = async () => undefined;
    const { engine } = start("marketing", "analytics");
    await engine.take(secret("A"));
    choose(engine, ...left);
    hidePage();
    expect(carried().map(({ purposes }) => purposes)).toEqual(kept);
  });

  test("and erasing all forgets it, too", async () => {
    world.redact = async () => undefined;
    const { engine } = start(...BOTH);
    await engine.take(secret("A"));
    await engine.erase();
    hidePage();
    expect(localStorage.length).toBe(0);
  });
});

describe("what the page adds", () => {
  const pass: Middleware = ({ payload, next }) => next(payload);

  test("does not load where there is nothing of it", async () => {
    const { engine } = start(...BOTH);
    await engine.take(call("A"));
    expect(loads("plugins")).toBe(0);
  });

  test("loads once, and a tool loads once, however much is said meanwhile", async () => {
    const [load, track] = [vi.fn(), vi.fn()];
    world.plugins = [{ name: "a", load, track }];
    const { engine } = start("analytics");
    await Promise.all(["A", "B", "C"].map((name) => engine.take(call(name))));
    await settle();
    expect(track.mock.calls.map(([one]) => one.event)).toEqual(["A", "B", "C"]);
    expect([loads("plugins"), load.mock.calls.length]).toEqual([1, 1]);
  });

  test("is asked for again where it did not come; a tool hears nothing, and what is said is sent all the same", async () => {
    const track = vi.fn();
    world.plugins = [{ name: "a", track }];
    world.hasPlugins = false;
    const { engine, server } = start("analytics");
    expect(await engine.take(call("A"))).toMatchObject({ event: "A" });
    world.hasPlugins = true;
    await engine.take(call("B"));
    await wait(500);
    expect(sent(server).map(({ event }) => event)).toEqual(["A", "B"]);
    expect(track.mock.calls.map(([one]) => one.event)).toEqual(["B"]);
    expect(loads("plugins")).toBe(2);
  });

  test("where it did not come, what a middleware was to see is not sent", async () => {
    world.middleware = [pass];
    world.hasPlugins = false;
    const { engine, server } = start("analytics");
    expect(await engine.take(call("A"))).toBeUndefined();
    await wait(500);
    expect(sent(server)).toEqual([]);
  });

  test("hears nothing after a withdrawal in another tab, not heard of here yet", async () => {
    const track = vi.fn();
    world.plugins = [{ name: "pixel", purpose: "marketing", track }];
    const { engine } = start("marketing");
    await engine.take(call("A"));
    world.elsewhere = () => choose(engine);
    await engine.take(call("B"));
    await settle();
    expect(track.mock.calls.map(([one]) => one.event)).toEqual(["A"]);
  });
});
