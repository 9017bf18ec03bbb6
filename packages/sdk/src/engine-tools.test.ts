/** Tools that take their time: they hear what happened meanwhile, but for what was withdrawn before it was their turn. */
import { describe, expect, test } from "vitest";
import { call, choose, onOwnPage, start, wait, world } from "../test/engine.ts";
import { settle } from "../test/page.ts";
import type { Plugin } from "./collect/plugins/plugin.ts";
import type { Engine } from "./engine.ts";

onOwnPage();

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A tool of the page, and the names of the events that it heard. */
function tool(more: Partial<Plugin> = {}): (string | undefined)[] {
  const heard: (string | undefined)[] = [];
  world.plugins.push({ name: "tool", track: ({ event }) => heard.push(event), ...more });
  return heard;
}

describe("a tool hears all, in order", () => {
  test.each([
    ["no time", {}],
    ["no time of its own", { load: async () => {} }],
    ["the time of a few steps", { load: () => settle(10) }],
    ["no time by a timer", { load: () => later(0) }],
    ["a second", { load: () => later(1_000) }],
  ])("whose load takes %s", async (_, more) => {
    const heard = tool(more);
    const { engine } = start("analytics");
    const taken = ["A", "B"].map((name) => engine.take(call(name)));
    await Promise.all(taken);
    await wait(2_000);
    await engine.take(call("C"));
    await settle();
    expect(heard).toEqual(["A", "B", "C"]);
  });

  test("that takes its time over each", async () => {
    const heard: unknown[] = [];
    tool({
      track: async ({ event }) => {
        heard.push(event);
        await later(200);
      },
    });
    const { engine } = start("analytics");
    for (const name of ["A", "B", "C"]) engine.take(call(name));
    for (const _ of "123") await wait(300);
    expect(heard).toEqual(["A", "B", "C"]);
  });

  test("under a purpose of its own, also where nothing of that is kept", async () => {
    const heard = tool({ purpose: "marketing", load: () => later(100) });
    const { engine } = start("marketing");
    await engine.take(call("A"));
    await wait(300);
    expect(heard).toEqual(["A"]);
  });
});

describe("what waits for a tool", () => {
  test.each<[string, (engine: Engine) => unknown]>([
    ["after a withdrawal", (engine) => choose(engine)],
    [
      "after a withdrawal, also where it is granted again",
      (engine) => {
        choose(engine, "personalization");
        choose(engine, "analytics", "personalization");
      },
    ],
    ["once all was erased", (engine) => engine.erase()],
  ])("is not handed on %s", async (_, undo) => {
    const heard = tool({ load: () => later(1_000) });
    const { engine } = start("analytics", "personalization");
    await engine.take(call("A"));
    await settle();
    undo(engine);
    await wait(2_000);
    expect(heard).toEqual([]);
    choose(engine, "analytics");
    await engine.take(call("B"));
    await settle();
    expect(heard).toEqual(["B"]);
  });

  test("is handed on where another purpose was withdrawn", async () => {
    const heard = tool({ load: () => later(1_000) });
    const pixel = tool({ purpose: "marketing", load: () => later(1_000) });
    const { engine } = start("analytics", "marketing");
    await engine.take(call("A"));
    choose(engine, "analytics");
    choose(engine, "analytics", "marketing");
    await wait(2_000);
    expect([heard, pixel]).toEqual([["A"], []]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    "goes to a tool under marketing, analytics withdrawn after %i turns",
    async (turns) => {
      const pixel = tool({ purpose: "marketing" });
      const { engine, server } = start("analytics", "marketing");
      engine.take(call("A"));
      await settle(turns);
      choose(engine, "marketing");
      await wait(2_000);
      expect([pixel, server.posts]).toEqual([["A"], []]);
    },
  );
});
