/** Wires what loads after a grant: delivery under `analytics`, ghost and experiences under `personalization`. */
import {
  type Context,
  type EnginePart,
  type Explanation,
  type Purpose,
  type Standing,
  type Transition,
  why,
} from "@ghostlight/rules";
import type { Told } from "./api/api.ts";
import { type Content, readArguments } from "./collect/arguments.ts";
import type { Call } from "./collect/call.ts";
import type { Message } from "./collect/message.ts";
import type { Middleware } from "./collect/middleware.ts";
import { createHandover, type Plugin, purposeOf } from "./collect/plugins.ts";
import { redact } from "./collect/redact.ts";
import { createSealer, type SealerHost, sealCall } from "./collect/seal.ts";
import { takeJournal } from "./collect/store.ts";
import { createTransport } from "./collect/transport.ts";
import type { Consent } from "./consent/consent.ts";
import { createTabs } from "./consent/watch.ts";
import { LOCAL } from "./env/calendar.ts";
import { readDevice } from "./env/device.ts";
import { readFacts } from "./env/facts.ts";
import type { Guard } from "./env/guard.ts";
import { createId } from "./env/ids.ts";
import { parse } from "./env/json.ts";
import { readPage } from "./env/page.ts";
import { createQueue } from "./env/queue.ts";
import type { Reporter } from "./env/report.ts";
import { VERSION } from "./env/version.ts";
import { createGhostStore, type GhostStore } from "./ghost/store.ts";
import { createSlots } from "./personalize/apply.ts";
import { chooseExperiences } from "./personalize/plan.ts";
import type { About } from "./preferences/known.ts";
import { createReach, NO_REACH } from "./preferences/reach/store.ts";
import { followVisitor, signalOf } from "./segments/follow.ts";
import { interestsOf } from "./segments/interests.ts";
import { reasonsOf } from "./segments/reasons.ts";
import { createWake } from "./segments/watch.ts";

/** What the engine is given: functions, never the client. */
export interface EngineHost {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  readonly consent: Pick<Consent, "entry" | "get" | "refresh">;
  readonly now: () => number;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  /** What the page has registered and added so far: more may come. */
  readonly plugins: readonly Plugin[];
  readonly middleware: readonly Middleware[];
  /** Where the visitor stands, whenever that was looked at, and what is to be told of it; undefined: nothing is known any more. */
  readonly stand: (standing: Standing | undefined, told: readonly Told[]) => void;
}

export interface Engine {
  /** What earlier pages could not finish, oldest first. */
  readonly carried: readonly Call[];
  /** Resolves when the call is in the outbox and in the ghost: with the message where there is one. Never rejects. */
  readonly take: (call: Call) => Promise<Message | undefined>;
  /** Sends what waits; resolves when nothing does, or all of it has to. */
  readonly flush: () => Promise<void>;
  /** Consent changed: whatever lost its purpose stops, is undone and erased. */
  readonly consent: () => void;
  /** Time went by. */
  readonly refresh: () => void;
  /** Why the visitor is, or is not, in a segment or a stage; undefined where there is none of that name. */
  readonly why: (id: string) => Explanation | undefined;
  /** What is found out about the visitor, in words and in shares. */
  readonly about: () => About;
  /** The visitor does, or does not, want to be known for a value of an affinity, by its id. */
  readonly interest: (affinity: string, value: string, wanted: boolean) => Promise<void>;
  /** Everything kept on the device under these purposes. */
  readonly dump: () => Promise<Readonly<Record<string, unknown>>>;
  /** Erases all of that and starts anew; consent stays as it is. */
  readonly erase: () => Promise<void>;
}

export function startEngine(part: EnginePart, host: EngineHost): Engine {
  const { endpoint, consent, now, guard, note, plugins, middleware } = host;
  const allows = (purpose: Purpose): boolean => consent.get().purposes.includes(purpose);
  const slots = createSlots(note);
  let store: GhostStore | undefined;
  /** The latest that was told of. */
  let stage: string | undefined;
  let held = heldPurposes();
  /** Withdrawals so far: what began before the last one is not finished after it, even if it is allowed again. */
  let withdrawals = 0;
  /** Storage work goes one after another, in the order of the calls. */
  const enqueue = createQueue();

  const open = (): GhostStore => {
    store ??= createGhostStore(note);
    return store;
  };
  function heldPurposes(): readonly Purpose[] {
    return ["analytics", "personalization"].filter(allows);
  }

  const sealing: SealerHost = {
    asked: consent.entry.purposes,
    device: readDevice(),
    version: VERSION,
    redact: (value, where) => redact(value, part.redact, where),
    middleware,
    identity: async () => (await transport.read())?.identity,
    newId: createId,
    note,
  };
  const seal = createSealer(sealing);
  const handOver = createHandover(plugins, note);
  const transport = createTransport({
    endpoint,
    now,
    guard,
    note,
    may() {
      consent.refresh();
      return allows("analytics");
    },
    report(count) {
      const { purposes } = consent.get();
      const call: Call = { id: createId(), type: "track", args: "", at: now(), page: readPage(), purposes };
      return sealCall(call, { type: "track", event: "Events Dropped", properties: { count }, options: {} }, sealing);
    },
  });

  /** Never waits for the ghost; nor for anything, before the outbox has it, where no middleware wants to see it first. */
  async function deliver(
    call: Call,
    content: Content,
    may: (purpose: Purpose) => boolean,
    before: number,
  ): Promise<Message | undefined> {
    const isKnown = may("analytics");
    if (!isKnown && !plugins.some((plugin) => may(purposeOf(plugin)))) return undefined;
    const waiting = seal(call, content, isKnown);
    const ready = typeof waiting === "function" ? waiting : await waiting;
    if (!ready || withdrawals !== before) return undefined;
    const message = isKnown ? await transport.take(ready) : ready(undefined).message;
    if (!message || withdrawals !== before) return undefined;
    handOver(message, may);
    return isKnown ? message : undefined;
  }

  /** Whether any rule asks where the visitor can be reached: else nothing has to be read. */
  const readReach = JSON.stringify(part.plan).includes('["channel"') ? createReach(note) : undefined;
  let reach = NO_REACH;
  const learn = async (): Promise<void> => {
    if (readReach) reach = await readReach();
  };
  const context = (): Context => ({
    purposes: consent.get().purposes,
    ...reach,
    facts: { ...readFacts() },
    calendar: LOCAL,
  });
  /** What listeners hear; a stage that another tab told of is new here all the same. */
  function toldOf(next: string | undefined, transitions: readonly Transition[]): readonly Told[] {
    const previous = stage;
    stage = next;
    const entered = transitions.filter(({ kind, id }) => kind === "stage" && id === next).at(-1);
    const { at, cause, event } = entered ?? {};
    const change = { stage, previous, ...(entered && { at, cause, event }) };
    const moved = transitions.filter(({ kind }) => kind === "segment");
    return [
      ...(next === previous ? [] : [["stage", change] as const]),
      ...moved.map((one) => ["segment", one] as const),
    ];
  }

  const follow = followVisitor({
    plan: part.plan,
    store: open,
    now,
    context,
    show(standing, transitions) {
      if (!allows("personalization")) return;
      slots.show(chooseExperiences(part.experiences, standing));
      wake.at(standing.flip);
      host.stand(standing, toldOf(standing.stage, transitions));
    },
    tell: () => tell(),
  });

  const fold = async (call: Call, content: Content, before: number): Promise<void> => {
    const signal = signalOf(call, content);
    if (withdrawals !== before || !signal) return;
    await learn();
    await follow.take(signal);
  };

  const refresh = guard(() =>
    enqueue(async () => {
      if (!allows("personalization")) return;
      await learn();
      await follow.refresh();
    }),
  );
  const tell = createTabs(guard, refresh, "ghostlight-life");

  function explain(id: string): Explanation | undefined {
    const life = follow.life();
    return life && allows("personalization") ? why(part.plan, life, id, now(), context()) : undefined;
  }

  function withdraw(): void {
    wake.at(Number.POSITIVE_INFINITY);
    host.stand(undefined, toldOf(undefined, []));
    slots.show(new Map());
  }

  const eraseGhost = (): Promise<void> =>
    enqueue(async () => {
      const gone = open();
      store = undefined;
      await gone.erase();
    });

  /** Decided now, done in its turn: a grant right after a withdrawal must not find what was withdrawn. */
  const erase = guard(() =>
    Promise.all([allows("analytics") || transport.erase(), allows("personalization") || eraseGhost()]),
  );

  const wake = createWake(now, guard, refresh);
  // Also at the start: a purpose may have gone while no engine was there.
  erase();
  refresh();
  return {
    carried: takeJournal(note),
    async take(call) {
      const before = withdrawals;
      // The page does not wait for the rest, nor can it close in between.
      await undefined;
      if (withdrawals !== before) return undefined;
      try {
        const reading = readArguments(call.type, parse(call.args));
        if (!reading.ok) {
          note("bad-event", reading.fault);
          return undefined;
        }
        const may = (purpose: Purpose): boolean => call.purposes.includes(purpose) && allows(purpose);
        const delivered = deliver(call, reading.content, may, before);
        const folded = may("personalization") && enqueue(() => fold(call, reading.content, before));
        const [message] = await Promise.all([delivered, folded]);
        return message;
      } catch (error) {
        note("exception", error);
        return undefined;
      }
    },
    flush: transport.flush,
    consent() {
      const has = heldPurposes();
      if (held.some((purpose) => !has.includes(purpose))) withdrawals++;
      held = has;
      erase();
      if (!allows("personalization")) guard(withdraw)();
      refresh();
    },
    refresh,
    why: explain,
    about() {
      const life = follow.life();
      const ids = Object.keys(life?.ghost.segments ?? {});
      const reasons = Object.fromEntries(ids.map((id) => [id, reasonsOf(explain(id))]));
      return { names: part.names, interests: interestsOf(part.plan, life), reasons };
    },
    interest: (affinity, value, wanted) =>
      enqueue(async () => {
        if (allows("personalization")) await follow.interest(affinity, value, wanted);
      }),
    async dump() {
      const ghost = allows("personalization") ? await enqueue(() => open().dump()) : {};
      return { ...ghost, events: await transport.read() };
    },
    async erase() {
      withdrawals++;
      await Promise.all([transport.erase(), eraseGhost()]);
      refresh();
    },
  };
}
