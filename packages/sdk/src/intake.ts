import type { Purpose } from "@ghostlight/rules";
import { type Call, toJson, type Verb } from "./collect/call.ts";
import type { Message } from "./collect/message.ts";
import type { Consent, ConsentState } from "./consent/consent.ts";
import type { Engine, EngineHost } from "./engine.ts";
import { DATABASE, dropDatabase, EVENTS_DATABASE } from "./env/delete-database.ts";
import { createId } from "./env/ids.ts";
import { isAhead, onHidden, onParsed, readPage } from "./env/page.ts";

export interface IntakeHost extends EngineHost {
  /** The engine, or undefined where it does not come. */
  readonly load: EngineHost["load"] & ((name: "engine") => Promise<((host: EngineHost) => Engine) | undefined>);
  readonly consent: Pick<Consent, "entry" | "get" | "lookAgain" | "look">;
}

export interface Intake {
  /** Resolves with the message once it is kept, or with undefined where nothing comes of it. Never throws or rejects. */
  readonly take: (type: Verb, args: readonly unknown[]) => Promise<Message | undefined>;
  /** Goes on with what consent allows from here on. */
  readonly proceed: (state: ConsentState) => void;
  /** Consent changed: what it no longer allows is dropped and erased. */
  readonly withdraw: (state: ConsentState) => void;
  /** The engine, once it is there. */
  readonly engine: () => Engine | undefined;
  readonly erase: () => Promise<void>;
}

export function createIntake(host: IntakeHost): Intake {
  const { consent, now, guard, note } = host;
  /** Calls agreed to, until the engine comes. Another list, once they may not be handed to it any more. */
  let waiting: Call[] = [];
  /** The view of this page, in memory only, until its visitor has chosen. */
  let view: Call | undefined;
  let engine: Engine | undefined;
  let coming: Promise<void> | undefined;
  let viewed = false;

  const hasWork = ({ purposes }: Pick<Call, "purposes">): boolean => host.serves.some((one) => purposes.includes(one));

  async function start(): Promise<void> {
    const startEngine = await host.load("engine");
    // Consent may have gone while it came, and a page that is made ahead may never be seen. What does not come is tried
    // again when there is a reason, as when the page is shown, or by the next one.
    if (startEngine && hasWork(consent.get()) && !isAhead()) {
      engine = startEngine(host);
      // To look where the visitor stands is part of taking a view.
      if (waiting[0]?.type !== "page") engine.lookAgain();
    } else coming = undefined;
  }

  /** Also for what waited for one that did not come. */
  function begin(): void {
    if (coming) return;
    const left = waiting.splice(0);
    coming = start().catch((error) => note("exception", error));
    for (const call of left) agree(call);
  }

  async function agree(call: Call): Promise<Message | undefined> {
    const list = waiting;
    if (!engine) {
      begin();
      list.push(call);
      await coming;
    }
    return list === waiting && hasWork(call) ? engine?.take(call) : undefined;
  }

  function proceed(state: ConsentState): void {
    if (!hasWork(state)) return;
    begin();
    if (view) agree({ ...view, purposes: state.purposes });
    view = undefined;
  }

  async function take(type: Verb, args: readonly unknown[]): Promise<Message | undefined> {
    viewPage();
    // Of the others, the first argument may be personal.
    const name = type === "track" && args[0];
    try {
      const copy = toJson(args);
      // Another tab may have chosen since. What one withdrew is seen when it is kept: to read a cookie costs more than all else.
      if (!hasWork(consent.get())) consent.lookAgain();
      const state = consent.get();
      const call = (): Call => ({
        id: createId(),
        type,
        args: copy,
        at: now(),
        page: readPage(),
        purposes: state.purposes,
      });
      if (hasWork(state)) return await agree(call());
      if (!state.chosen && type === "page" && consent.entry.beforeChoice !== "drop") view = call();
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

  /** Where there is no engine. */
  function drop(allowed: readonly Purpose[]): void {
    if (!allowed.includes("analytics")) dropDatabase(EVENTS_DATABASE);
    if (!allowed.includes("personalization")) dropDatabase(DATABASE);
  }

  async function erase(): Promise<void> {
    host.journal.erase();
    waiting = [];
    if (engine) await engine.erase();
    else drop([]);
  }

  onParsed(
    guard(() => {
      viewPage();
      // A grant may have run out, or its page may have closed before all was erased.
      consent.look().outdated || drop(consent.get().purposes);
    }),
  );
  onHidden(
    guard(() => {
      // Another tab may have withdrawn: then there is nothing left to carry over.
      consent.lookAgain();
      // As it begins, a page has better to do: the first touch of it takes 5 ms of a slow phone.
      if (!hasWork(consent.get())) host.journal.erase();
      if (engine) return;
      // From there the engine takes them, should it come to this page after all.
      host.journal.write(waiting.filter(hasWork));
      waiting = [];
    }),
  );

  return {
    take,
    proceed,
    withdraw(state) {
      engine?.consent();
      // What was withdrawn meanwhile is not done, even if it is allowed again.
      for (const call of waiting) {
        call.stamp ??= call.purposes;
        call.purposes = call.purposes.filter((one) => state.purposes.includes(one));
      }
      if (!engine) drop(state.purposes);
      if (hasWork(state)) return;
      view = undefined;
      host.journal.erase();
    },
    engine: () => engine,
    erase,
  };
}
