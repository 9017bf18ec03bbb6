import { type Call, faultOf, type Properties } from "./collect/call.ts";
import { createHold } from "./collect/hold.ts";
import { eraseJournal, writeJournal } from "./collect/store.ts";
import type { Consent, ConsentState } from "./consent/consent.ts";
import type { Engine, EngineHost } from "./engine.ts";
import { DATABASE, deleteDatabase } from "./env/delete-database.ts";
import { createId } from "./env/ids.ts";
import { onHidden, onParsed, readPage } from "./env/page.ts";

export interface IntakeHost extends EngineHost {
  /** The engine, or undefined where it does not come. */
  readonly load: EngineHost["load"] & ((name: "engine") => Promise<((host: EngineHost) => Engine) | undefined>);
  readonly consent: Pick<Consent, "entry" | "get" | "refresh" | "isOutdated">;
}

export interface Intake {
  readonly take: (type: Call["type"], name: string | undefined, properties?: Properties) => void;
  /** Goes on with what consent allows from here on. */
  readonly proceed: (state: ConsentState) => void;
  /** Consent changed: what it no longer allows is dropped and erased. */
  readonly changed: (state: ConsentState) => void;
  /** The engine, once it is there. */
  readonly engine: () => Engine | undefined;
  readonly erase: () => Promise<void>;
}

export function createIntake(host: IntakeHost): Intake {
  const { consent, now, guard, note } = host;
  const hold = createHold(consent.entry.beforeChoice);
  /** Calls agreed to that are not yet both on their way and in the ghost. */
  const unsettled = new Set<Call>();
  let engine: Engine | undefined;
  let engineLoads = false;
  let viewed = false;

  const hasWork = ({ purposes }: ConsentState): boolean =>
    purposes.includes("analytics") || purposes.includes("personalization");

  const runEngine = guard(async () => {
    if (engine || engineLoads) return;
    engineLoads = true;
    const start = await host.load("engine");
    engineLoads = false;
    // Consent may have gone while the engine came.
    if (!start || !hasWork(consent.get())) return;
    engine = start(host);
    const carried = [...engine.carried, ...unsettled];
    unsettled.clear();
    carried.forEach(agree);
  });

  function agree(call: Call): void {
    unsettled.add(call);
    engine?.take(call).then(() => unsettled.delete(call));
  }

  function proceed(state: ConsentState): void {
    if (!hasWork(state)) return;
    hold.release(state.purposes).forEach(agree);
    runEngine();
  }

  function record(type: Call["type"], name: string | undefined, properties: Properties = {}): void {
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
    const facts = { id: createId(), at: now(), page: readPage(), purposes: state.purposes };
    const call: Call = { type, ...(name && { name }), properties: copy, ...facts };
    if (hasWork(state)) agree(call);
    else if (!state.chosen) hold.keep(call);
    else note("no-consent", name);
  }

  /** The page's own view comes before anything that happened on it. */
  function viewPage(): void {
    if (viewed) return;
    viewed = true;
    record("page", undefined);
  }

  async function erase(): Promise<void> {
    eraseJournal();
    unsettled.clear();
    await (engine ? engine.erase() : deleteDatabase(DATABASE));
  }

  onParsed(guard(viewPage));
  // A grant may have run out, or its page may have closed before all was erased.
  if (!hasWork(consent.get()) && !consent.isOutdated()) onParsed(guard(erase));
  onHidden(
    guard(() => {
      // Another tab may have withdrawn: then there is nothing left to carry over.
      consent.refresh();
      writeJournal([...unsettled], note);
    }),
  );

  return {
    take(type, name, properties) {
      viewPage();
      record(type, name, properties);
    },
    proceed,
    changed(state) {
      eraseJournal();
      if (!hasWork(state)) {
        hold.drop();
        unsettled.clear();
        if (!engine) deleteDatabase(DATABASE);
      }
      engine?.consent();
    },
    engine: () => engine,
    erase,
  };
}
