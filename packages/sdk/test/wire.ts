/** Ghostlight on this page with fake chunks: they arrive when the test lets them, and keep what they are told. */
import type { EntryPart } from "@ghostlight/rules";
import { type Mock, vi } from "vitest";
import type { ConsentSource } from "../src/adapters/source.ts";
import type { Ghostlight } from "../src/api/api.ts";
import { createBlocking } from "../src/blocking/watch.ts";
import { type Content, readArguments } from "../src/collect/arguments.ts";
import type { Call, Properties } from "../src/collect/call.ts";
import { createCarried } from "../src/collect/carried/store.ts";
import type { Message } from "../src/collect/message.ts";
import { createPlugins } from "../src/collect/plugins/plugins.ts";
import { createRedactor } from "../src/collect/redact.ts";
import { createSourcedStore } from "../src/consent/sourced.ts";
import { type Chunks, type Parts, wireGhostlight } from "../src/create.ts";
import type { EngineHost } from "../src/engine.ts";
import { createDatabase } from "../src/env/database.ts";
import { DATABASE, EVENTS_DATABASE } from "../src/env/delete-database.ts";
import type { Note } from "../src/env/report.ts";
import type { GateHost } from "../src/gate.ts";
import { createLayers, type LayersHost } from "../src/layers.ts";
import { slotsOf } from "../src/personalize/early/slots.ts";
import { readProfile } from "../src/preferences/known.ts";
import { createPreferencesStore } from "../src/preferences/store.ts";
import { tellTools } from "../src/signals/apply.ts";
import type { BannerHost, CenterHost } from "../src/ui/host.ts";
import { settle } from "./page.ts";
import { ENTRY, REDACT } from "./site.ts";

/** A call, and what it means. */
export interface Taken extends Call {
  readonly name: string | undefined;
  readonly properties: Properties | undefined;
}

export interface FakeEngine {
  readonly host: EngineHost;
  /** Those that earlier pages left first, as the real one takes them. */
  readonly taken: Taken[];
  readonly consent: Mock<() => void>;
  readonly lookAgain: Mock<() => void>;
  readonly erase: Mock<() => Promise<void>>;
  readonly flush: Mock<() => Promise<void>>;
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
  readonly center: Chunk;
  readonly clean: Chunk;
  readonly gate: Chunk;
  readonly engine: Chunk;
  /** Hosts of the dialogs that are shown now. */
  readonly dialogs: BannerHost[];
  /** How often the cookie declaration was asked for. */
  readonly declared: readonly true[];
  /** Hosts of the preference centers that are shown now. */
  readonly centers: CenterHost[];
  /** What was reported as blocked, and to whom. */
  readonly embeds: { readonly host: GateHost; readonly elements: readonly Element[] }[];
  /** Services that were to be cleaned up after, each time, but for those that are allowed. */
  readonly cleaned: (readonly string[])[];
  /** Every engine that was started. */
  readonly engines: FakeEngine[];
  /** What `debug()` was told of. */
  readonly noted: Note[];
}

export interface Wish {
  readonly late?: boolean;
  readonly source?: ConsentSource;
  readonly headless?: boolean;
  /** Slots are filled before the engine comes. */
  readonly early?: boolean;
  /** What the engine throws as it starts. */
  readonly broken?: unknown;
  /** Chunks that never come. */
  readonly missing?: readonly string[];
}

/** Chunks arrive at once unless `late`. */
export function wire(wish: Partial<EntryPart> & Wish = {}): Wired {
  const { late = false, source, headless = false, early = false, broken, missing = [], ...entry } = wish;
  const dialogs: BannerHost[] = [];
  const engines: FakeEngine[] = [];
  const mountBanner = (host: BannerHost) => {
    dialogs.push(host);
    return () => {
      if (dialogs.includes(host)) dialogs.splice(dialogs.indexOf(host), 1);
    };
  };
  const [banner, loadLayers] = chunk(late, (host: LayersHost) => createLayers(mountBanner, host));
  const [engine, loadEngine] = chunk(late, (host: EngineHost) => {
    if (broken) throw broken;
    const dump = async () => ({ ghost: "here" });
    const started = {
      host,
      taken: createCarried(host.journal, JSON.parse, vi.fn()).take().map(understood),
      consent: vi.fn(),
      lookAgain: vi.fn(),
      erase: vi.fn(),
      flush: vi.fn(async () => {}),
      dump,
      look: async () => undefined,
      change: async () => {},
    };
    engines.push(started);
    return {
      ...started,
      async take(call: Call) {
        started.taken.push(understood(call));
        const message = messageOf(call);
        if (message) host.emit(message.type, message, true);
        return message;
      },
    };
  });
  const centers: CenterHost[] = [];
  const declared: true[] = [];
  const [center, loadCenter] = chunk(late, {
    mount(host: CenterHost) {
      centers.push(host);
      return () => {
        if (centers.includes(host)) centers.splice(centers.indexOf(host), 1);
      };
    },
    preferences: (note: LayersHost["note"]) => createPreferencesStore(note, true),
    profile: ((standing, dump, about, note) =>
      readProfile(standing, dump, about, createPreferencesStore(note, true))) satisfies Chunks["center"]["profile"],
    declareCookies: () => void declared.push(true),
  });
  const embeds: { readonly host: GateHost; readonly elements: readonly Element[] }[] = [];
  const [gate, loadEmbeds] = chunk(late, (host: GateHost) =>
    createBlocking({
      ...host,
      purposes: ["necessary", ...host.consent.entry.purposes],
      services: host.consent.entry.services,
      blocked: (elements) => void embeds.push({ host, elements }),
      stuck: (withdrawn) => host.emit("reload", withdrawn),
    }),
  );
  const cleaned: (readonly string[])[] = [];
  const [clean, loadClean] = chunk(late, async (gone: readonly string[], allowed: readonly string[]) => {
    cleaned.push(gone.filter((id) => !allowed.includes(id)));
  });
  const noted: Note[] = [];
  const loadDebug =
    async (): Promise<Chunks["debug"]> =>
    ({ follow }) =>
      follow((note) => void noted.push(note));
  const loads = {
    banner: loadLayers,
    center: loadCenter,
    embeds: loadEmbeds,
    clean: loadClean,
    engine: loadEngine,
    why: async () => () => ({
      about: async () => ({ names: { stage_lead: "looking around" }, interests: [], reasons: {} }),
      why: vi.fn(async () => undefined),
      interest: vi.fn(async () => {}),
    }),
    debug: loadDebug,
    audit: async () => vi.fn(),
    plugins: async () => createPlugins,
    redact: async () => () => createRedactor(REDACT),
  };
  const load = (async (name: keyof typeof loads) => {
    if (missing.includes(name)) throw new Error(`no ${name}`);
    return loads[name]();
  }) as Parts["load"];
  const asked = { ...ENTRY, ...entry, tells: tellTools, ...(early && { slots: slotsOf("1") }) };
  const kept = source && {
    store: (now: () => number) => createSourcedStore(source, asked, now),
    on: source.on,
    open: source.open,
  };
  const parts: Parts = { edgeUrl: "https://shop.example/g/shop/e", load, headless };
  const ghostlight = wireGhostlight(asked, parts, kept);
  const chunks = { banner, center, clean, gate, engine };
  return { ghostlight, ...chunks, declared, dialogs, centers, embeds, cleaned, engines, noted };
}

/** What an earlier page kept under both purposes. */
export async function leaveSomething(): Promise<void> {
  for (const name of [DATABASE, EVENTS_DATABASE]) await createDatabase(name, vi.fn()).update("key", () => "value");
}

/** As the real engine understands it. */
export function understood(call: Call): Taken {
  const reading = readArguments(call.type, JSON.parse(call.args));
  const { event, name, properties } = typeof reading === "string" ? ({} as Partial<Content>) : reading;
  return { ...call, name: event ?? name, properties };
}

/** As much of a message as a page looks at. */
function messageOf(call: Call): Message | undefined {
  const { name: event, properties } = understood(call);
  return call.type === "reset" ? undefined : ({ type: call.type, event, properties, messageId: call.id } as Message);
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
