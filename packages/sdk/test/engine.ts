/** An engine on a page of a shop, its visitor, and what the page does. */
import type { Purpose } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import type { Call, Verb } from "../src/collect/call.ts";
import type { Middleware } from "../src/collect/middleware.ts";
import type { Plugin } from "../src/collect/plugins.ts";
import { type Engine, startEngine } from "../src/engine.ts";
import { createGuard } from "../src/env/guard.ts";
import { createId } from "../src/env/ids.ts";
import { aboutOf, type WhyChunk, whyOf, wish } from "../src/segments/why/why.ts";
import { collectListeners, settle } from "./page.ts";
import { type Server, stubServer } from "./server.ts";
import { ENGINE, ENTRY, OPT_IN, WHY } from "./site.ts";

export const NOW = Date.UTC(2026, 10, 21);
export const page = { path: "/boots", referrer: "", search: "", title: "Boots", url: "https://shop.example/boots" };
export const BOTH = ["analytics", "personalization"];
export const note = vi.fn();
export const stand = vi.fn();
const WHY_CHUNK: WhyChunk = { why: whyOf, about: (look) => aboutOf(WHY, look), interest: wish };
export const world = {
  granted: [] as readonly Purpose[],
  sweep: () => {},
  plugins: [] as Plugin[],
  middleware: [] as Middleware[],
  /** What another tab did, which this one finds out when it looks. */
  elsewhere: () => {},
  /** What explains; undefined where it does not come. */
  why: WHY_CHUNK as WhyChunk | undefined,
};

/** An engine on a page whose visitor agreed to `granted`. */
export function start(...granted: readonly Purpose[]): { engine: Engine; server: Server } {
  world.granted = granted;
  const server = stubServer();
  const engine = startEngine(ENGINE, {
    endpoint: "https://shop.example/g/shop/e",
    load: async () => world.why,
    now: Date.now,
    consent: {
      entry: ENTRY,
      get: () => ({ ...OPT_IN, chosen: true, purposes: world.granted, services: [] }),
      refresh() {
        const { elsewhere } = world;
        world.elsewhere = () => {};
        elsewhere();
      },
    },
    plugins: world.plugins,
    middleware: world.middleware,
    guard: createGuard(note),
    note,
    stand,
  });
  return { engine, server };
}

export const call = (name: string, purposes: readonly Purpose[] = world.granted): Call => ({
  ...say("track", name, { kind: "boots" }),
  purposes,
});
/** Any call of the page. */
export const say = (type: Verb, ...args: readonly unknown[]): Call => ({
  id: createId(),
  type,
  args: JSON.stringify(args),
  at: Date.now(),
  page,
  purposes: world.granted,
});
export const choose = (engine: Engine, ...granted: readonly Purpose[]): void => {
  world.granted = granted;
  engine.consent();
};
export const wait = async (ms: number): Promise<void> => {
  await settle();
  vi.advanceTimersByTime(ms);
  await settle();
};
export const slot = (): Element | null => document.querySelector("[data-gl-slot]");

/** A page of its own for each test, with a slot, a clock and storage. */
export function onOwnPage(): void {
  beforeEach(() => {
    world.plugins = [];
    world.middleware = [];
    vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] });
    vi.stubGlobal("indexedDB", new IDBFactory());
    world.sweep = collectListeners();
    world.why = WHY_CHUNK;
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
}
