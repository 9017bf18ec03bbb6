import type { Purpose } from "@ghostlight/rules";
import { type Call, copyArguments, type Verb } from "./collect/call.ts";
import { createHold } from "./collect/hold.ts";
import type { Message } from "./collect/message.ts";
import { eraseJournal, writeJournal } from "./collect/store.ts";
import type { Consent, ConsentState } from "./consent/consent.ts";
import type { Engine, EngineHost } from "./engine.ts";
import { DATABASE, deleteDatabase, EVENTS_DATABASE } from "./env/delete-database.ts";
import { createId } from "./env/ids.ts";
import { onHidden, onParsed, readPage } from "./env/page.ts";
import { oncePerMoment } from "./env/patience.ts";

export interface IntakeHost extends EngineHost {
  /** The engine, or undefined where it does not come. */
  readonly load: EngineHost["load"] & ((name: "engine") => Promise<((host: EngineHost) => Engine) | undefined>);
  readonly consent: Pick<Consent, "entry" | "get" | "refresh" | "isOutdated">;
  /** Purposes for which there is something for the engine to do. */
  readonly serves: readonly Purpose[];
  /** A message is kept, and will be sent. */
  readonly sealed: (message: Message) => void;
}

export interface Intake {
  /** Resolves with the message once it is kept, or with undefined where nothing comes of it. Never throws or rejects. */
  readonly take: (type: Verb, args: readonly unknown[]) => Promise<Message | undefined>;
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
  /** Calls agreed to that are not yet both kept and in the ghost, and who waits for that. */
  const unsettled = new Map<Call, (message?: Message) => void>();
  let engine: Engine | undefined;
  let engineLoads = false;
  let viewed = false;

  const hasWork = ({ purposes }: ConsentState): boolean => host.serves.some((one) => purposes.includes(one));

  const runEngine = guard(async () => {
    if (engine || engineLoads) return;
    engineLoads = true;
    const start = await host.load("engine");
    engineLoads = false;
    // Nobody waits for what does not come; the next try, or the next page, may take the calls.
    if (!start) answerAll();
    // Consent may have gone while the engine came.
    if (!start || !hasWork(consent.get())) return;
    engine = start(host);
    const waiting = [...unsettled.keys()];
    engine.carried.forEach(agree);
    waiting.forEach(hand);
  });

  function answerAll(): void {
    for (const answer of unsettled.values()) answer();
  }

  function drop(): void {
    answerAll();
    unsettled.clear();
  }

  function agree(call: Call): Promise<Message | undefined> {
    return new Promise((resolve) => {
      unsettled.set(call, resolve);
      hand(call);
    });
  }

  function hand(call: Call): void {
    engine?.take(call).then((message) => {
      unsettled.get(call)?.(message);
      unsettled.delete(call);
      if (message) host.sealed(message);
    });
  }

  function proceed(state: ConsentState): void {
    if (!hasWork(state)) return;
    hold.release(state.purposes).forEach(agree);
    runEngine();
  }

  /** Another tab may have chosen since. Not for each call: to read a cookie costs more than all else of it. */
  const look = oncePerMoment(consent.refresh);

  async function take(type: Verb, args: readonly unknown[]): Promise<Message | undefined> {
    viewPage();
    // Of the others, the first argument may be personal.
    const name = type === "track" && args[0];
    try {
      const copy = copyArguments(type, args);
      look();
      const state = consent.get();
      const call: Call = { id: createId(), type, args: copy, at: now(), page: readPage(), purposes: state.purposes };
      if (hasWork(state)) return await agree(call);
      if (!state.chosen) hold.keep(call);
      else note("no-consent", [type, name]);
    } catch (error) {
      note("bad-event", [type, name, error]);
    }
    return undefined;
  }

  /** The page's own view comes before anything that happened on it. */
  function viewPage(): void {
    if (viewed) return;
    viewed = true;
    take("page", []);
  }

  async function erase(): Promise<void> {
    eraseJournal();
    drop();
    await (engine ? engine.erase() : Promise.all([DATABASE, EVENTS_DATABASE].map(deleteDatabase)));
  }

  onParsed(guard(viewPage));
  // A grant may have run out, or its page may have closed before all was erased.
  if (!hasWork(consent.get()) && !consent.isOutdated()) onParsed(guard(erase));
  onHidden(
    guard(() => {
      // Another tab may have withdrawn: then there is nothing left to carry over.
      consent.refresh();
      writeJournal([...unsettled.keys()], note);
    }),
  );

  return {
    take,
    proceed,
    changed(state) {
      eraseJournal();
      if (!hasWork(state)) {
        hold.drop();
        drop();
        if (!engine) [DATABASE, EVENTS_DATABASE].forEach(deleteDatabase);
      }
      engine?.consent();
    },
    engine: () => engine,
    erase,
  };
}
