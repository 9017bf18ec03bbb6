/** Ghostlight on this page with fake chunks: they arrive when the test lets them, and keep what they are told. */
import type { EntryPart } from "@ghostlight/rules";
import { type Mock, vi } from "vitest";
import type { Ghostlight } from "../src/api/api.ts";
import type { Call } from "../src/collect/call.ts";
import { type Parts, wireGhostlight } from "../src/create.ts";
import type { EngineHost } from "../src/engine.ts";
import type { BannerHost } from "../src/ui/mount.tsx";
import { settle } from "./page.ts";
import { ENTRY } from "./site.ts";

export interface FakeEngine {
  readonly host: EngineHost;
  readonly taken: Call[];
  readonly consent: Mock<() => void>;
  readonly refresh: Mock<() => void>;
}

/** A chunk whose arrival is in the test's hands. */
export interface Chunk {
  /** How often it was asked for. */
  asked: number;
  /** Lets it arrive, now and from now on. */
  readonly arrive: () => Promise<void>;
  /** Lets what was asked for fail. */
  readonly fail: (reason: unknown) => Promise<void>;
}

export interface Wired {
  readonly ghostlight: Ghostlight;
  readonly banner: Chunk;
  readonly engine: Chunk;
  /** Hosts of the dialogs that are shown now. */
  readonly dialogs: BannerHost[];
  /** Every engine that was started. */
  readonly engines: FakeEngine[];
}

/** Chunks arrive at once unless `late`. */
export function wire({ late = false, ...entry }: Partial<EntryPart> & { late?: boolean } = {}): Wired {
  const dialogs: BannerHost[] = [];
  const engines: FakeEngine[] = [];
  const [banner, loadBanner] = chunk(late, (host: BannerHost) => {
    dialogs.push(host);
    return () => {
      if (dialogs.includes(host)) dialogs.splice(dialogs.indexOf(host), 1);
    };
  });
  const [engine, loadEngine] = chunk(late, (host: EngineHost) => {
    const started = { host, taken: [] as Call[], consent: vi.fn(), refresh: vi.fn() };
    engines.push(started);
    return { ...started, take: async (call: Call) => void started.taken.push(call) };
  });
  const loadDebug: Parts["loadDebug"] = async () => (follow) => follow(() => {});
  const parts = { endpoint: "https://shop.example/g/shop/e", loadBanner, loadEngine, loadDebug };
  return { ghostlight: wireGhostlight({ ...ENTRY, ...entry }, parts), banner, engine, dialogs, engines };
}

function chunk<T>(late: boolean, start: T): [Chunk, () => Promise<T>] {
  const waiting: { resolve: (start: T) => void; reject: (reason: unknown) => void }[] = [];
  const state = { here: !late };
  const control: Chunk = {
    asked: 0,
    async arrive() {
      state.here = true;
      for (const { resolve } of waiting.splice(0)) resolve(start);
      await settle();
    },
    async fail(reason) {
      for (const { reject } of waiting.splice(0)) reject(reason);
      await settle();
    },
  };
  const load = (): Promise<T> => {
    control.asked++;
    return state.here ? Promise.resolve(start) : new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
  return [control, load];
}
