/** Wires the entry: consent and all that hangs on it, and the chunks that load when they are needed. Hands out functions. */
import type { EntryPart, Purpose, Standing } from "@ghostlight/rules";
import type { Events, Ghostlight } from "./api/api.ts";
import { createCommands } from "./api/commands.ts";
import { createListeners } from "./api/listeners.ts";
import type { Blocking } from "./blocking/watch.ts";
import type { Properties } from "./collect/call.ts";
import { type ConsentState, createConsent } from "./consent/consent.ts";
import { type ChoiceStore, createChoiceStore } from "./consent/store.ts";
import { createTabs, readPrivacyControl } from "./consent/watch.ts";
import type { Engine, EngineHost } from "./engine.ts";
import { createClock } from "./env/clock.ts";
import { deleteDatabase, PREFERENCES_DATABASE } from "./env/delete-database.ts";
import { onFirst } from "./env/first.ts";
import { createGuard } from "./env/guard.ts";
import { onOpener, onShown } from "./env/page.ts";
import { createReporter, type Reporter } from "./env/report.ts";
import { VERSION } from "./env/version.ts";
import type { GateHost } from "./gate.ts";
import { createIntake } from "./intake.ts";
import type { CenterChunk, Layers, LayersHost } from "./layers.ts";
import { createSignals } from "./signals/apply.ts";

/** What comes when it is needed, by the name of its script. */
export interface Chunks {
  readonly banner: (host: LayersHost) => Layers;
  readonly center: CenterChunk;
  /** Blocks what the page marked, with placeholders for what would be seen. */
  readonly embeds: (host: GateHost) => Blocking;
  /** Clears what services of withdrawn purposes left behind. */
  readonly clean: (gone: readonly Purpose[], note: Reporter["note"]) => Promise<void>;
  readonly engine: (host: EngineHost) => Engine;
  /** `edge`: the address that takes batches. */
  readonly debug: (reporter: Reporter, edge: string) => void;
}

/** Where the other parts come from: chunks of the edge, or modules of a bundle. */
export interface Parts {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  readonly load: <Name extends keyof Chunks>(name: Name) => Promise<Chunks[Name]>;
  /** A consent tool that the site keeps: it asks, and what it stores counts. */
  readonly kept?: KeptTool;
}

export interface KeptTool {
  readonly store: (now: () => number) => ChoiceStore;
  readonly on: (changed: () => void) => void;
  readonly open?: (() => void) | undefined;
}

/** Starts Ghostlight on this page. Asks the visitor where there is no choice yet. */
export function wireGhostlight(entry: EntryPart, parts: Parts): Ghostlight {
  const reporter = createReporter();
  const { note } = reporter;
  const guard = createGuard(note);
  /** For what the page gives us to run. */
  const guardHost = createGuard(note, "listener");
  const signals = createSignals(entry.signals);
  signals.before();
  const clock = createClock();
  const { on, emit } = createListeners<Events>(guardHost);
  const { kept } = parts;
  const store = kept?.store(clock.now) ?? createChoiceStore(note, entry.domain);
  const consent = createConsent(entry, store, readPrivacyControl(), clock.now, changed);
  const tellTabs = createTabs(guard, consent.refresh);
  let granted = consent.get().purposes;
  let standing: Standing | undefined;

  /** A part of ours, or undefined where it does not come: the page goes on without it. */
  const load = <Name extends keyof Chunks>(name: Name): Promise<Chunks[Name] | undefined> =>
    parts.load(name).catch((error) => {
      note("chunk", error);
      return undefined;
    });
  const loadCenter = () => load("center");

  const intake = createIntake({
    entry,
    endpoint: parts.endpoint,
    loadEngine: () => load("engine"),
    consent,
    now: clock.now,
    guard,
    note,
    stand(next) {
      const previous = standing?.stage;
      standing = next;
      if (next?.stage !== previous) emit("stage", { stage: next?.stage, previous });
    },
  });

  const profile: Ghostlight["profile"] = {
    async export() {
      const { stage, segments = [] } = standing ?? {};
      const kept = Object.entries(await intake.dump()).filter(([, value]) => value !== undefined);
      return { ...(stage && { stage }), segments, data: kept.length ? Object.fromEntries(kept) : undefined };
    },
    async erase() {
      await deleteDatabase(PREFERENCES_DATABASE);
      await intake.erase();
    },
  };

  const { export: known, erase } = profile;
  const layersHost: LayersHost = { loadCenter, consent, guard, note, known, erase };
  let layers: Layers | undefined;
  const withLayers = (use: (layers: Layers) => void): (() => void) =>
    guard(async () => {
      const start = layers ? undefined : await load("banner");
      layers ??= start?.(layersHost);
      if (layers) use(layers);
    });
  const ask = withLayers((one) => one.ask());
  const openCenter = kept?.open ? guard(kept.open) : withLayers((one) => one.openCenter());

  let blocking: Blocking | undefined;
  onFirst(
    "[data-purpose],[data-service]",
    guard,
    guard(async () => {
      const block = await load("embeds");
      const purposes = ["necessary", ...entry.purposes];
      blocking = block?.({ purposes, services: entry.services, guard, note, consent });
      blocking?.allow(granted);
    }),
  );

  function changed(state: ConsentState): void {
    intake.changed(state);
    signals.after(state.purposes);
    tellTabs();
    layers?.close();
    const gone = granted.filter((purpose) => !state.purposes.includes(purpose));
    granted = state.purposes;
    if (gone.length) clean(gone);
    emit("consent", state);
    proceed(state);
  }

  const clean = guard(async (gone: readonly Purpose[]) => {
    const run = await load("clean");
    // Given again meanwhile: its traces are wanted now.
    const still = gone.filter((purpose) => !granted.includes(purpose));
    await run?.(still, note);
  });

  function proceed(state: ConsentState): void {
    blocking?.allow(state.purposes);
    if (!state.chosen && !kept) ask();
    intake.proceed(state);
  }

  const api: Ghostlight = {
    push: (...items) => items.forEach(run),
    track: guard((event: string, properties?: Properties) => intake.take("track", event, properties)),
    page: guard((name?: string, properties?: Properties) => intake.take("page", name, properties)),
    on,
    stage: () => standing?.stage,
    segments: () => standing?.segments ?? [],
    consent: {
      get: consent.get,
      set: guard(consent.set),
      open: withLayers((one) => one.openDialog()),
      reset: guard(consent.reset),
    },
    preferences: {
      get: async () => (await loadCenter())?.preferences(note).get(),
      set: async (wanted) => (await loadCenter())?.preferences(note).set(wanted),
      open: openCenter,
    },
    profile,
    travel: guard((ms: number) => {
      clock.travel(ms);
      consent.refresh();
      intake.refresh();
    }),
    debug: guard(async () => (await load("debug"))?.(reporter, parts.endpoint)),
    version: VERSION,
  };
  const run = createCommands(api, guardHost, note);
  kept?.on(guard(consent.refresh));
  onShown(guard(consent.refresh));
  onOpener("preferences", openCenter);
  onFirst(
    '[data-ghostlight="cookies"]',
    guard,
    guard(async () => (await loadCenter())?.declare()),
  );
  const state = consent.get();
  emit("consent", state);
  if (state.chosen || state.purposes.length) signals.after(state.purposes);
  proceed(state);
  return api;
}
