/** Wires the entry: the choice, the calls, and the chunks that load when they are needed. Hands out functions. */
import type { EntryPart, Standing } from "@ghostlight/rules";
import type { Events, Ghostlight } from "./api/api.ts";
import { createCommands } from "./api/commands.ts";
import { createListeners } from "./api/listeners.ts";
import { type Call, faultOf, type Properties } from "./collect/call.ts";
import { createHold } from "./collect/hold.ts";
import { createJournal } from "./collect/store.ts";
import { type ConsentState, createConsent } from "./consent/consent.ts";
import { createChoiceStore } from "./consent/store.ts";
import type { Engine, EngineHost } from "./engine.ts";
import { createClock } from "./env/clock.ts";
import { deleteDatabase } from "./env/delete-database.ts";
import { createGuard } from "./env/guard.ts";
import { createId } from "./env/ids.ts";
import { onHidden, onOpener, onParsed, onShown, readPage } from "./env/page.ts";
import { createReporter, type Reporter } from "./env/report.ts";
import { VERSION } from "./env/version.ts";
import type { BannerHost } from "./ui/mount.tsx";

/** Where the other parts come from: chunks of the edge, or modules of a bundle. */
export interface Parts {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  readonly loadBanner: () => Promise<(host: BannerHost) => () => void>;
  readonly loadEngine: () => Promise<(host: EngineHost) => Engine>;
  readonly loadDebug: () => Promise<(follow: Reporter["follow"]) => void>;
}

/** Starts Ghostlight on this page. Asks the visitor where there is no choice yet. */
export function wireGhostlight(entry: EntryPart, parts: Parts): Ghostlight {
  const { note, follow } = createReporter();
  const guard = createGuard(note);
  const clock = createClock();
  const hold = createHold(entry.beforeChoice);
  const journal = createJournal(note);
  /** Calls agreed to that are not yet both on their way and in the ghost. */
  const unsettled = new Set<Call>();
  /** For what the page gives us to run. */
  const guardHost = createGuard(note, "listener");
  const { on, emit } = createListeners<Events>(guardHost);
  const consent = createConsent(entry, createChoiceStore(note), clock.now, changed);
  let standing: Standing | undefined;
  let engine: Engine | undefined;
  let engineLoads = false;
  let closeDialog: (() => void) | undefined;
  let viewed = false;

  const hasWork = ({ purposes }: ConsentState): boolean =>
    purposes.includes("analytics") || purposes.includes("personalization");

  function changed(state: ConsentState): void {
    journal.erase();
    if (!hasWork(state)) {
      hold.drop();
      unsettled.clear();
      if (!engine) deleteDatabase();
    }
    engine?.consent();
    close();
    emit("consent", state);
    proceed(state);
  }

  function forget(): void {
    journal.erase();
    deleteDatabase();
  }

  /** What the state of consent asks for next: a question, an engine, or nothing. */
  function proceed(state: ConsentState): void {
    if (!state.chosen) guard(openDialog)(false);
    if (!hasWork(state)) return;
    hold.release(state.purposes).forEach(agree);
    guard(runEngine)();
  }

  /** A part of ours, or undefined where it does not come: the page goes on without it. */
  function arrival<T>(part: Promise<T>): Promise<T | undefined> {
    return part.catch((error) => {
      note("chunk", error);
      return undefined;
    });
  }

  async function runEngine(): Promise<void> {
    if (engine || engineLoads) return;
    engineLoads = true;
    const start = await arrival(parts.loadEngine());
    engineLoads = false;
    // Consent may have gone while the engine came.
    if (!start || !hasWork(consent.get())) return;
    engine = start({
      endpoint: parts.endpoint,
      version: VERSION,
      asked: entry.purposes,
      now: clock.now,
      allows: (purpose) => consent.get().purposes.includes(purpose),
      guard,
      note,
      stand,
    });
    const carried = [...journal.take(), ...unsettled];
    unsettled.clear();
    carried.forEach(agree);
  }

  function agree(call: Call): void {
    unsettled.add(call);
    engine?.take(call).then(() => unsettled.delete(call));
  }

  function stand(next: Standing | undefined): void {
    const previous = standing?.stage;
    standing = next;
    if (next?.stage !== previous) emit("stage", { stage: next?.stage, previous });
  }

  async function openDialog(byVisitor: boolean): Promise<void> {
    const mount = await arrival(parts.loadBanner());
    const { chosen, purposes } = consent.get();
    if (!mount || (!byVisitor && (closeDialog || chosen))) return;
    close();
    closeDialog = mount({
      answered: chosen ? purposes.length > 0 : undefined,
      focus: byVisitor,
      guard,
      answer(yes) {
        consent.set(Object.fromEntries(entry.purposes.map((purpose) => [purpose, yes])));
        close();
      },
      close,
    });
  }

  function close(): void {
    closeDialog?.();
    closeDialog = undefined;
  }

  function take(type: Call["type"], name: string | undefined, properties: Properties = {}): void {
    const fault = faultOf(type, name, properties);
    if (fault) {
      note("bad-event", fault);
      return;
    }
    // Another tab may have chosen since.
    consent.refresh();
    const state = consent.get();
    // As it would travel: the page may go on to change its own.
    const copy: Properties = JSON.parse(JSON.stringify(properties));
    const facts = { id: createId(), at: clock.now(), page: readPage(), purposes: state.purposes };
    const call: Call = { type, ...(name && { name }), properties: copy, ...facts };
    if (hasWork(state)) agree(call);
    else if (!state.chosen) hold.keep(call);
    else note("no-consent", name);
  }

  /** The page's own view comes before anything that happened on it. */
  function viewPage(): void {
    if (!viewed) {
      viewed = true;
      take("page", undefined);
    }
  }

  const open = guard(() => openDialog(true));
  const api: Ghostlight = {
    push: (...items) => items.forEach(run),
    track: guard((event: string, properties?: Properties) => {
      viewPage();
      take("track", event, properties);
    }),
    page: guard((name?: string, properties?: Properties) => {
      viewPage();
      take("page", name, properties);
    }),
    on,
    stage: () => standing?.stage,
    segments: () => standing?.segments ?? [],
    consent: { get: consent.get, set: guard(consent.set), open, reset: guard(consent.reset) },
    travel: guard((ms: number) => {
      clock.travel(ms);
      consent.refresh();
      engine?.refresh();
    }),
    debug: guard(async () => (await arrival(parts.loadDebug()))?.(follow)),
    version: VERSION,
  };
  const run = createCommands(api, guardHost, note);
  onParsed(guard(viewPage));
  // A grant may have run out, or its page may have closed before all was erased.
  if (!hasWork(consent.get()) && !consent.isOutdated()) onParsed(guard(forget));
  onShown(guard(consent.refresh));
  onHidden(
    guard(() => {
      // Another tab may have withdrawn: then there is nothing left to carry over.
      consent.refresh();
      journal.write([...unsettled]);
    }),
  );
  onOpener("preferences", open);
  emit("consent", consent.get());
  proceed(consent.get());
  return api;
}
