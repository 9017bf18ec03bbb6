import type { Purpose } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, settle } from "../test/page.ts";
import { stubServer } from "../test/server.ts";
import { ENGINE, ENTRY, OPT_IN, QUIET } from "../test/site.ts";
import type { Told } from "./api/api.ts";
import type { Call } from "./collect/call.ts";
import { type Engine, startEngine } from "./engine.ts";
import { createGuard } from "./env/guard.ts";
import { createId } from "./env/ids.ts";

const NOW = Date.UTC(2026, 10, 21);
const page = { path: "/boots", referrer: "", search: "", title: "Boots", url: "https://shop.example/boots" };
const note = vi.fn();
const stand = vi.fn();
const world = { granted: [] as readonly Purpose[], sweep: () => {} };

/** An engine on a page whose visitor agreed to `granted`. */
function start(...granted: readonly Purpose[]): { engine: Engine } {
  world.granted = granted;
  stubServer();
  const engine = startEngine(ENGINE, {
    endpoint: "https://shop.example/g/shop/e",
    now: Date.now,
    consent: { entry: ENTRY, get: () => ({ ...OPT_IN, chosen: true, purposes: world.granted, services: [] }) },
    guard: createGuard(note),
    note,
    stand,
  });
  return { engine };
}

const call = (name: string, purposes: readonly Purpose[] = world.granted): Call => ({
  id: createId(),
  type: "track",
  name,
  properties: { kind: "boots" },
  at: Date.now(),
  page,
  purposes,
});
const choose = (engine: Engine, ...granted: readonly Purpose[]): void => {
  world.granted = granted;
  engine.consent();
};
const wait = async (ms: number): Promise<void> => {
  await settle();
  vi.advanceTimersByTime(ms);
  await settle();
};
const slot = (): Element | null => document.querySelector("[data-gl-slot]");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.stubGlobal("indexedDB", new IDBFactory());
  world.sweep = collectListeners();
  document.body.replaceChildren(Object.assign(document.createElement("div"), { textContent: "Boots" }));
  document.body.firstElementChild?.setAttribute("data-gl-slot", "hero");
});
afterEach(() => {
  world.sweep();
  vi.resetAllMocks();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what happens to the visitor", () => {
  const told = (): Told[] => (stand.mock.calls as [unknown, readonly Told[]][]).flatMap(([, all]) => all);
  const view = (): Call => ({ ...call(""), type: "page" });

  test("is told once, with when and what brought it about", async () => {
    const { engine } = start("personalization");
    await engine.take(view());
    await engine.take(call("Product Viewed"));
    await engine.take(call("Product Viewed"));
    await engine.take(call("Product Added"));
    await wait(QUIET);
    const event = { at: NOW, cause: "event" } as const;
    expect(told()).toEqual([
      ["stage", { stage: "new", previous: undefined, at: NOW, cause: "start", event: undefined }],
      ["segment", { ...event, kind: "segment", id: "seen", entered: true, event: "Page Viewed" }],
      ["stage", { ...event, stage: "lead", previous: "new", event: "Product Viewed" }],
      ["stage", { stage: "waiting", previous: "lead", at: NOW + QUIET, cause: "time", event: undefined }],
    ]);
  });

  test("in another tab is shown here, where its stage is told of without when and why, and its segments are not", async () => {
    const here = start("personalization").engine;
    await here.take(call("Product Viewed"));
    const { engine: there } = start("personalization");
    await there.refresh();
    await settle();
    stand.mockClear();
    await there.take(view());
    await there.take(call("Product Viewed"));
    await settle();
    const stages = told().flatMap(([name, one]) => (name === "stage" ? [one] : []));
    expect(stages).toContainEqual({ stage: "lead", previous: "new", at: NOW, cause: "event", event: "Product Viewed" });
    expect(told().filter(([name]) => name === "segment")).toHaveLength(1);
    expect(slot()?.textContent).toBe("Welcome back");
  });

  test("ends with what it rests on", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    stand.mockClear();
    choose(engine);
    expect(stand.mock.calls[0]).toEqual([undefined, [["stage", { stage: undefined, previous: "new" }]]]);
  });

  test("can be ruled out, where it is a liking", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    expect(engine.about()).toEqual({
      names: ENGINE.names,
      interests: [{ affinity: "kind", value: "boots", share: 1 }],
    });
    await engine.interest("kind", "boots", false);
    expect(engine.about().interests).toEqual([]);
    await engine.interest("colour", "red", true);
    await engine.take(call("Product Viewed"));
    expect(engine.about().interests).toEqual([]);
    await engine.interest("kind", "shoes", true);
    expect(engine.about().interests).toEqual([{ affinity: "kind", value: "shoes", share: 1 }]);
  });

  test("can be explained, and not where nothing may be known", async () => {
    const { engine } = start("personalization");
    expect(engine.why("lead")).toBeUndefined();
    await engine.take(call("Product Viewed"));
    expect(engine.why("lead")).toEqual({ kind: "count", held: false, of: "view", wanted: { $gte: 2 }, actual: 1 });
    expect(engine.why("nobody")).toBeUndefined();
    choose(engine);
    expect(engine.why("lead")).toBeUndefined();
  });
});
