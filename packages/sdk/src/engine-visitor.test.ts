import type { Purpose } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, settle } from "../test/page.ts";
import { stubServer } from "../test/server.ts";
import { ENGINE, ENTRY, OPT_IN, QUIET } from "../test/site.ts";
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
  properties: {},
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
  type Told = readonly { readonly id: string; readonly entered: boolean; readonly cause: string }[];
  const told = (): string[] =>
    (stand.mock.calls as [unknown, Told?][]).flatMap(([, transitions = []]) =>
      transitions.map(({ id, entered, cause }) => `${entered ? "+" : "-"}${id} ${cause}`),
    );

  test("is told once, with what brought it about", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    await engine.take(call("Product Viewed"));
    await engine.take(call("Product Added"));
    await wait(QUIET);
    expect(told()).toEqual(["+new start", "-new event", "+lead event", "-lead time", "+waiting time"]);
  });

  test("in another tab is shown here and told there", async () => {
    const here = start("personalization").engine;
    await here.take(call("Product Viewed"));
    stand.mockClear();
    const there = start("personalization").engine;
    await there.take(call("Product Viewed"));
    await settle();
    expect(told()).toEqual(["-new event", "+lead event"]);
    expect(slot()?.textContent).toBe("Welcome back");
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
