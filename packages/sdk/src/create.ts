/** Wires the entry: consent and all that hangs on it, and the chunks that load when they are needed. Hands out functions. */
import type { EntryPart, Standing } from "@ghostlight/rules";
import type { Events, Ghostlight } from "./api/api.ts";
import { createCommands } from "./api/commands.ts";
import { createListeners } from "./api/listeners.ts";
import type { Callback } from "./api/verbs.ts";
import type { Blocking } from "./blocking/watch.ts";
import { toJson, type Verb } from "./collect/call.ts";
import type { Message } from "./collect/message.ts";
import type { Middleware } from "./collect/plugins/middleware.ts";
import { type Plugin, purposeOf } from "./collect/plugins/plugin.ts";
import type { Plugins, PluginsHost } from "./collect/plugins/plugins.ts";
import type { Redact } from "./collect/redact.ts";
import { ownPurposes } from "./collect/serves.ts";
import { createJournal } from "./collect/store.ts";
import { type ConsentState, createConsent } from "./consent/consent.ts";
import { type ChoiceStore, createChoiceStore } from "./consent/store.ts";
import { createTabs, readPrivacyControl } from "./consent/watch.ts";
import type { Engine, EngineHost } from "./engine.ts";
import { createClock } from "./env/clock.ts";
import { dropDatabase, PREFERENCES_DATABASE } from "./env/delete-database.ts";
import { takeFetch } from "./env/fetch.ts";
import { onFirst } from "./env/first.ts";
import { createGuard } from "./env/guard.ts";
import { createId } from "./env/ids.ts";
import { parse } from "./env/json.ts";
import { onHidden, onOpener, onShown } from "./env/page.ts";
import { onceWithin } from "./env/patience.ts";
import { createReporter, type Reporter } from "./env/report.ts";
import { VERSION } from "./env/version.ts";
import type { GateHost } from "./gate.ts";
import { createIntake, type IntakeHost } from "./intake.ts";
import type { AuditChunk, CenterChunk, Layers, LayersHost } from "./layers.ts";
import type { StartSlots } from "./personalize/early/slots.ts";
import type { Looked, Why } from "./segments/why/why.ts";
import type { TellTools } from "./signals/apply.ts";
import type { CreateCaller } from "./signals/caller/apply.ts";

/** What comes when it is needed, by the name of its script. */
export interface Chunks {
  readonly banner: (host: LayersHost) => Layers;
  readonly center: CenterChunk;
  readonly audit: AuditChunk;
  /** Blocks what the page marked, with placeholders for what would be seen. */
  readonly embeds: (host: GateHost) => Blocking;
  /** Clears what these services left behind, and no service in `allowed` leaves, by their ids. */
  readonly clean: (gone: readonly string[], allowed: readonly string[], note: Reporter["note"]) => Promise<void>;
  readonly engine: (host: EngineHost) => Engine;
  readonly why: (looked: Looked) => Why;
  readonly plugins: (host: PluginsHost) => Plugins;
  readonly redact: () => Redact;
  /** `edge`: the address that takes batches. */
  readonly debug: (reporter: Reporter, edge: string, on: Ghostlight["on"]) => void;
}

/** Where the other parts come from: chunks of the edge, or modules of a bundle. */
export interface Parts {
  /** Absolute address that takes batches. */
  readonly edgeUrl: string;
  readonly load: <Name extends keyof Chunks>(name: Name) => Promise<Chunks[Name]>;
  /** Whether the site draws all that is seen by itself (see `Options.banner` of the npm entry). Default false. */
  readonly headless: boolean;
}

/** A consent tool that the site keeps: it asks, and what it stores counts. Not among the parts: scripts know none. */
export interface KeptTool {
  readonly store: (now: () => number) => ChoiceStore;
  readonly on: (changed: () => void) => void;
  readonly open?: (() => void) | undefined;
}

const VERBS = "track page identify group alias reset".split(" ") as readonly Verb[];

/** ms after which a page that waits with a callback goes on, whatever became of its event. */
const PATIENCE = 300;

type Later<Method> = Method extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Awaited<Result> | undefined>
  : never;

/** The data of the entry, and what of its code travels with the data. */
export interface WiredEntry extends EntryPart {
  /** For a site with tools that are told of the choice. */
  readonly tells?: TellTools | undefined;
  /** For a site with tools that are called for it. */
  readonly calls?: CreateCaller | undefined;
  /** For a site with a snapshot. */
  readonly slots?: StartSlots | undefined;
  /** Chunks that came along, each as its module, by what follows the site in its address: `HASH/banner`. Default: none. */
  readonly chunks?: Readonly<Record<string, { readonly start: never }>> | undefined;
}

/** Starts Ghostlight on this page. Asks the visitor where there is no choice yet. */
export function wireGhostlight(entry: WiredEntry, parts: Parts, kept?: KeptTool): Ghostlight {
  const reporter = createReporter();
  const { note } = reporter;
  const guard = createGuard(note);
  /** For what the page gives us to run. */
  const guardHost = createGuard(note, "listener");
  const { emit, ...listeners } = createListeners<Events>(guardHost);
  // The first to hear of the choice: a script that it lets run finds its tool told.
  entry.tells?.(entry, listeners.on);
  const { now, travel } = createClock();

  const asks = !kept && !parts.headless;
  const store = kept?.store(now) ?? createChoiceStore(note, entry.domain);
  const consent = createConsent(entry, store, readPrivacyControl(), now, changed);
  const plugins: Plugin[] = [];
  const middleware: Middleware[] = [];
  const serves = ownPurposes();
  let standing: Standing | undefined;

  /** A part of ours, or undefined where it does not come: the page goes on without it. */
  const load = <Name extends keyof Chunks>(name: Name): Promise<Chunks[Name] | undefined> =>
    parts.load(name).catch((error) => {
      note("chunk", error);
      return undefined;
    });

  // On its way while all else here is made: on a short page it is then there before the first frame.
  let coming = asks && !consent.get().chosen ? load("banner") : undefined;
  const lookAgain = (): void => {
    consent.lookAgain();
    intake.engine()?.lookAgain();
  };
  const tellTabs = createTabs(guard, lookAgain);

  /** Methods, by their names, of what comes later or not at all. */
  const later =
    <Part extends object>(get: () => Part | undefined | Promise<Part | undefined>) =>
    <Name extends keyof Part>(name: Name) =>
      (async (...args: readonly never[]) => {
        const part = (await get()) as { readonly [key in Name]: (...args: readonly never[]) => unknown } | undefined;
        return part?.[name](...args);
      }) as unknown as Later<Part[Name]>;
  const ofEngine = later<Engine>(() => intake.engine());
  const ofWhy = later(async () => {
    const engine = intake.engine();
    return engine && (await load("why"))?.(engine);
  });
  const preference = later(async () => (await load("center"))?.preferences(note));

  const profile: Ghostlight["profile"] = {
    export: async () => (await load("center"))?.profile(() => standing, ofEngine("dump"), ofWhy("about"), note),
    interest: ofWhy("interest"),
    async erase() {
      dropDatabase(PREFERENCES_DATABASE);
      host.slots?.show();
      await intake.erase();
    },
  };
  // What was given again meanwhile is wanted now.
  const clean = guard(async (gone: readonly string[]) => (await load("clean"))?.(gone, consent.get().services, note));
  /** What every part of ours is given: functions, and each takes what it needs. */
  const host: IntakeHost & LayersHost & GateHost = {
    edgeUrl: parts.edgeUrl,
    fetch: takeFetch(),
    parse,
    toJson,
    newId: createId,
    onHidden,
    onShown,
    tellTabs,
    journal: createJournal(note),
    load,
    consent,
    now,
    guard,
    note,
    headless: parts.headless,
    plugins,
    middleware,
    serves,
    emit,
    asks,
    clean,
    stand(next) {
      standing = next;
    },
    profile,
  };
  entry.slots?.(host, listeners.on);
  const intake = createIntake(host);

  let layers: Layers | undefined;
  /** One after the other, as they were wanted: what opens by itself never takes the place of what a visitor opened. */
  const withLayers = (use: (layers: Layers) => void): (() => void) =>
    guard(async () => {
      coming ??= load("banner");
      const start = await coming;
      layers ??= start?.(host);
      if (layers) use(layers);
      // The next time it may come.
      else coming = undefined;
    });
  const ask = withLayers((one) => one.ask());
  const openCenter = kept?.open ? guard(kept.open) : withLayers((one) => one.openCenter());

  let blocking: Blocking | undefined;
  onFirst("[data-purpose],[data-service]", guard, async () => {
    blocking = (await load("embeds"))?.(host);
    blocking?.allow(consent.get());
  });

  function changed(state: ConsentState, before: ConsentState): void {
    intake.withdraw(state);
    tellTabs();
    layers?.close();
    const gone = before.services.filter((service) => !state.services.includes(service));
    if (gone.length) clean(gone);
    emit("consent", state);
    // A listener may have taken something back.
    proceed(consent.get());
  }

  function proceed(state: ConsentState): void {
    blocking?.allow(state);
    if (asks && !state.chosen) ask();
    intake.proceed(state);
  }

  const verb =
    (type: Verb) =>
    (...args: readonly unknown[]): Promise<Message | undefined> => {
      const isFunction = (one: unknown): boolean => typeof one === "function";
      const kept = intake.take(
        type,
        args.filter((one) => !isFunction(one)),
      );
      const callback = args.find(isFunction);
      if (callback) onceWithin(PATIENCE, kept, guardHost(callback as Callback));
      return kept;
    };

  const api: Ghostlight = {
    push: (...items) => items.forEach(run),
    ...(Object.fromEntries(VERBS.map((type) => [type, verb(type)])) as unknown as Pick<Ghostlight, Verb>),
    flush: ofEngine("flush"),
    ready: async (run) => run && guardHost(run)(),
    async register(...more) {
      plugins.push(...more);
      serves.push(...more.map(purposeOf));
      proceed(consent.get());
    },
    async addSourceMiddleware(one) {
      middleware.push(one);
    },
    ...listeners,
    stage: () => standing?.stage,
    segments: () => standing?.segments ?? [],
    why: ofWhy("why"),
    consent: {
      get: consent.get,
      set: guard(consent.set),
      open: withLayers((one) => one.openDialog()),
      reset: guard(consent.reset),
    },
    preferences: {
      get: preference("get"),
      set: preference("set"),
      address: preference("address"),
      confirm: preference("confirm"),
      open: openCenter,
    },
    profile,
    travel: guard((ms: number) => {
      travel(ms);
      lookAgain();
    }),
    debug: guard(async () => (await load("debug"))?.(reporter, parts.edgeUrl, listeners.on)),
    version: VERSION,
  };
  const run = createCommands(api, guardHost, note);
  kept?.on(guard(consent.lookAgain));
  onShown(
    guard(() => {
      consent.lookAgain();
      intake.proceed(consent.get());
    }),
  );
  onOpener("preferences", openCenter);
  onFirst('[data-ghostlight="cookies"]', guard, async () => (await load("center"))?.declareCookies());
  const state = consent.get();
  emit("consent", state);
  proceed(state);
  return api;
}
