/** The whole way from a call to the wire, in several tabs whose visitor changes their mind. */

import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createChannels } from "../test/channels.ts";
import { startClock, stopClock } from "../test/delivery.ts";
import { collectListeners, hidePage, settle, showPage, sweepCookies } from "../test/page.ts";
import { createLocks, type Envelope, replaceLocks, type Server, stubServer } from "../test/server.ts";
import { ENGINE, ENTRY } from "../test/site.ts";
import type { Ghostlight } from "./api/api.ts";
import { type Chunks, wireGhostlight } from "./create.ts";
import { startEngine } from "./engine.ts";
import { createProfile } from "./profile.ts";
import * as judges from "./segments/whole.ts";

beforeEach(startClock);
afterEach(stopClock);

const TABS = 3;
const move = fc.tuple(
  fc.constantFrom(
    ...["track", "track", "track", "track", "wait", "wait", "breath", "settle", "hide", "200", "503", "lost"],
    ...["grant", "grant", "refuse", "refuse", "hear", "reset", "erase", "reload", "blocked", "crash"],
  ),
  fc.nat(TABS - 1),
);

/** A tab: what is drawn does not come. `blocks`: how often the engine does not, either. */
function openTab(blocks = 0): Ghostlight {
  let left = blocks;
  const load = async <Name extends keyof Chunks>(name: Name): Promise<Chunks[Name]> => {
    if (name !== "engine") throw new Error("not here");
    await settle(2);
    if (left-- > 0) throw new Error("blocked");
    return ((host) =>
      startEngine(
        { ...ENGINE, ...judges, profile: () => createProfile },
        host,
      )) satisfies Chunks["engine"] as Chunks[Name];
  };
  return wireGhostlight(ENTRY, { edgeUrl: "https://shop.example/g/shop/e", load, headless: true });
}

interface Play {
  readonly server: Server;
  /** Events of intervals in which analytics was not granted. */
  readonly refused: Set<string>;
  /** What had not left when it was withdrawn, and left after all. */
  readonly revived: string[];
  /** Whatever left while it was not granted. */
  readonly leaked: string[];
  /** What was in force when an event happened, as its tab knew it. */
  readonly stamps: Map<string, readonly string[]>;
}

async function play(moves: readonly (readonly [string, number])[], locked: boolean): Promise<Play> {
  vi.stubGlobal("indexedDB", new IDBFactory());
  const { open, hear } = createChannels();
  vi.stubGlobal("BroadcastChannel", open);
  replaceLocks(locked ? createLocks() : undefined);
  localStorage.clear();
  sweepCookies();
  const sweep = collectListeners();
  const server = stubServer();
  const refused = new Set<string>();
  const leaked: string[] = [];
  const stamps = new Map<string, readonly string[]>();
  const tabs = Array.from({ length: TABS }, () => openTab());
  /** What each tab made that has not been withdrawn there. */
  const own: string[][] = tabs.map(() => []);
  const withdrawn = new Set<string>();
  const revived: string[] = [];
  let truth = false;
  let seen = 0;
  let count = 0;

  const crashed: Envelope[] = [];

  const left = (): readonly Envelope[] => [...server.posts, ...server.beacons, ...crashed];
  /** What left since the last look left while `truth` was what the cookie said. */
  function look(): void {
    const names =
      left().length > seen
        ? left()
            .slice(seen)
            .flatMap(({ batch }) => batch.map(({ event }) => `${event}`))
        : [];
    if (!truth) leaked.push(...names);
    revived.push(...names.filter((name) => withdrawn.has(name)));
    seen = left().length;
  }

  /** What a tab has, it deletes at once; what others have, they delete when they hear of it. */
  function withdraw(inTabs: readonly number[]): void {
    const sent = new Set(left().flatMap(({ batch }) => batch.map(({ event }) => `${event}`)));
    const names = inTabs.flatMap((tab) => own[tab]?.splice(0) ?? []);
    for (const name of names) if (!sent.has(name)) withdrawn.add(name);
  }

  const moves_: Record<string, (tab: number) => unknown> = {
    track(tab) {
      const event = `e${count++}`;
      if (!truth) refused.add(event);
      else own[tab]?.push(event);
      tabs[tab]?.track(event);
      stamps.set(event, tabs[tab]?.consent.get().purposes ?? []);
    },
    grant(tab) {
      look();
      // A message between tabs takes some ms: nobody refuses and agrees again, in two tabs, while it is under way.
      moves_.hear?.(tab);
      truth = true;
      tabs[tab]?.consent.set({ analytics: true, personalization: tab === 1, marketing: tab !== 2 });
    },
    refuse(tab) {
      look();
      truth = false;
      tabs[tab]?.consent.set({ personalization: tab === 2 });
      withdraw([tab]);
    },
    reset(tab) {
      look();
      truth = false;
      tabs[tab]?.consent.reset();
      withdraw([tab]);
    },
    erase: (tab) => tabs[tab]?.profile.erase(),
    reload(tab) {
      tabs[tab] = openTab();
    },
    blocked(tab) {
      tabs[tab] = openTab(2);
    },
    hear() {
      hear();
      if (truth) return;
      withdraw(tabs.map((_, tab) => tab));
      leaked.push(...server.deferred().flatMap(({ batch }) => batch.map(({ event }) => `deferred ${event}`)));
    },
    /** The browser sends what it was given for that; the tabs live on. */
    crash: () => void crashed.push(...(truth ? server.deferred() : [])),
    hide: () => hidePage(),
    breath: () => settle(2),
    settle: () => settle(),
    async wait() {
      await settle();
      vi.advanceTimersByTime(500);
      await settle();
    },
    "200": () => server.open().length && server.answer(200),
    "503": () => server.open().length && server.answer(503),
    lost: () => server.open().length && server.answer(new TypeError("lost")),
  };
  try {
    for (const [name, tab] of moves) {
      await moves_[name]?.(tab);
      look();
    }
    hear();
    // A choice that changed nothing in its own tab, which had not heard of the one before, is found out by looking.
    showPage();
    await settle();
    expect(tabs.map((tab) => tab.consent.get().purposes.includes("analytics"))).toEqual(tabs.map(() => truth));
    if (!truth) {
      leaked.push(...server.deferred().flatMap(({ batch }) => batch.map(({ event }) => `deferred ${event}`)));
      for (let hour = 0; hour < 3; hour++) await moves_.wait?.(0);
      look();
      expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("ghostlight-events");
    }
    moves_.grant?.(0);
    for (let round = 0; round < 10; round++) {
      await moves_.wait?.(0);
      await moves_["200"]?.(0);
    }
    hidePage();
    await settle();
    look();
    return { server, refused, leaked, revived, stamps };
  } finally {
    sweep();
    // What these tabs still do must not meet the next play's.
    vi.clearAllTimers();
    await settle(60);
  }
}

test.each([
  ["locks", true],
  ["a lease", false],
])(
  "under %s, no event of a refused interval ever leaves, none leaves in one, and each says what was in force as it happened",
  async (_, locked) => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 30 }), async (moves) => {
        const { server, refused, leaked, revived, stamps } = await play(moves, locked);
        expect(leaked).toEqual([]);
        expect(revived).toEqual([]);
        const all = [...server.posts, ...server.beacons, ...server.deferred()];
        for (const { event, context } of all.flatMap(({ batch }) => batch)) {
          const { categoryPreferences } = context.consent;
          const stamp = Object.entries(categoryPreferences).flatMap(([purpose, yes]) => (yes ? [purpose] : []));
          expect([event, stamp]).toEqual([event, stamps.get(`${event}`) ?? stamp]);
        }
        const names = all.flatMap(({ batch }) => batch.map(({ event }) => `${event}`));
        expect(names.filter((name) => refused.has(name))).toEqual([]);
      }),
      { numRuns: Number(process.env.GHOSTLIGHT_RUNS ?? 40) },
    );
  },
  600_000,
);
