/** An engine on a page of a shop, its visitor, and what the page does. */

import type { Purpose } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import { type Call, toJson, type Verb } from "../src/collect/call.ts";
import type { Middleware } from "../src/collect/plugins/middleware.ts";
import type { Plugin } from "../src/collect/plugins/plugin.ts";
import { createPlugins } from "../src/collect/plugins/plugins.ts";
import { createRedactor, type Redact } from "../src/collect/redact.ts";
import { createJournal } from "../src/collect/store.ts";
import { type Engine, type EngineHost, startEngine } from "../src/engine.ts";
import { createGuard } from "../src/env/guard.ts";
import { createId } from "../src/env/ids.ts";
import { parse } from "../src/env/json.ts";
import { onHidden, onShown } from "../src/env/page.ts";
import { createSlots, type Slots } from "../src/personalize/early/apply.ts";
import { createEarlyExperiences } from "../src/personalize/early/experiences.ts";
import { createExperiences } from "../src/personalize/experiences.ts";
import { createProfile } from "../src/profile.ts";
import * as judges from "../src/segments/whole.ts";
import { createWhy, type Why } from "../src/segments/why/why.ts";
import { collectListeners, settle } from "./page.ts";
import { type Server, stubServer } from "./server.ts";
import { ENGINE, ENTRY, OPT_IN, REDACT, WHY } from "./site.ts";

export const NOW = Date.UTC(2026, 10, 21);
export const page = { path: "/boots", referrer: "", search: "", title: "Boots", url: "https://shop.example/boots" };
export const BOTH = ["analytics", "personalization"];
export const note = vi.fn();
export const stand = vi.fn();
/** What the page hears of messages that are kept. */
export const tellPage = vi.fn();
export const world = {
  granted: [] as readonly Purpose[],
  sweep: () => {},
  /** Whether the site asks to know its visitors. */
  asksToKnow: true,
  /** Whether the site has a snapshot. */
  early: false,
  slots: undefined as Slots | undefined,
  plugins: [] as Plugin[],
  middleware: [] as Middleware[],
  /** Tells the other tabs of a change. */
  tellTabs: vi.fn(),
  /** What another tab did, which this one finds out when it looks. */
  elsewhere: () => {},
  /** Brings what cleans; undefined where it does not come. */
  redact: async (): Promise<Redact | undefined> => undefined,
  /** Whether what hands on to plugins comes. */
  hasPlugins: true,
  /** Gets parts of ours, by their names. */
  load: vi.fn(),
};

/** An engine on a page whose visitor agreed to `granted`. */
export function start(...granted: readonly Purpose[]): { engine: Engine; server: Server } {
  world.granted = granted;
  const server = stubServer();
  const slots = world.early
    ? createSlots({ guard: createGuard(note), note, now: Date.now, parse, toJson, onHidden }, "1")
    : undefined;
  world.slots = slots;
  slots?.allow(granted.includes("personalization"));
  const engine = startEngine(
    {
      ...ENGINE,
      ...judges,
      ...(world.asksToKnow && { profile: () => createProfile }),
      render: createExperiences,
      ...(world.early && { foresee: createEarlyExperiences }),
    },
    {
      edgeUrl: "https://shop.example/g/shop/e",
      load: world.load as unknown as EngineHost["load"],
      fetch: globalThis.fetch,
      parse,
      toJson,
      newId: createId,
      onHidden,
      onShown,
      tellTabs: world.tellTabs,
      serves: ["analytics", "personalization", "marketing"],
      journal: createJournal(note),
      slots,
      emit: tellPage,
      now: Date.now,
      consent: {
        entry: ENTRY,
        get: () => ({ ...OPT_IN, chosen: true, purposes: world.granted, services: [] }),
        lookAgain() {
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
    },
  );
  engine.lookAgain();
  return { engine, server };
}

/** What explains where the visitor of this engine stands. */
export const explain = (engine: Engine): Why => createWhy(WHY, engine);

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
  world.slots?.allow(granted.includes("personalization"));
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
    world.early = false;
    world.asksToKnow = true;
    world.plugins = [];
    world.middleware = [];
    world.redact = async () => createRedactor(REDACT);
    world.hasPlugins = true;
    world.load.mockImplementation(async (name: string) => {
      if (name === "plugins") return world.hasPlugins ? createPlugins : undefined;
      const redact = await world.redact();
      return redact && (() => redact);
    });
    localStorage.clear();
    vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] });
    vi.stubGlobal("indexedDB", new IDBFactory());
    world.sweep = collectListeners();
    document.body.replaceChildren(Object.assign(document.createElement("div"), { textContent: "Boots" }));
    document.body.firstElementChild?.setAttribute("data-gl-slot", "hero");
  });
  afterEach(async () => {
    // What an engine has begun is over before the next test: they share the mocks.
    await settle();
    world.sweep();
    vi.resetAllMocks();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}
