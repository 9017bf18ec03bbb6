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
import type { Call } from "./collect/call.ts";
import { createMessage } from "./collect/message.ts";
import { takeJournal } from "./collect/store.ts";
import { createTransport } from "./collect/transport.ts";
import type { Consent } from "./consent/consent.ts";
import { createTabs } from "./consent/watch.ts";
import { LOCAL } from "./env/calendar.ts";
import { readFacts } from "./env/facts.ts";
import type { Guard } from "./env/guard.ts";
import type { Reporter } from "./env/report.ts";
import { VERSION } from "./env/version.ts";
import { createGhostStore, type GhostStore } from "./ghost/store.ts";
import { createSlots } from "./personalize/apply.ts";
import { chooseExperiences } from "./personalize/plan.ts";
import type { About } from "./preferences/known.ts";
import { createReach, NO_REACH } from "./preferences/reach/store.ts";
import { followVisitor } from "./segments/follow.ts";
import { interestsOf } from "./segments/interests.ts";
import { reasonsOf } from "./segments/reasons.ts";
import { createWake } from "./segments/watch.ts";

/** What the engine is given: functions, never the client. */
export interface EngineHost {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  readonly consent: Pick<Consent, "entry" | "get">;
  readonly now: () => number;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  /** Where the visitor stands, whenever that was looked at, and what is to be told of it; undefined: nothing is known any more. */
  readonly stand: (standing: Standing | undefined, told: readonly Told[]) => void;
}

export interface Engine {
  /** What earlier pages could not finish, oldest first. */
  readonly carried: readonly Call[];
  /** Resolves when the call is on its way and in the ghost, or dropped. Never rejects. */
  readonly take: (call: Call) => Promise<unknown>;
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
  const { consent, now, guard, note } = host;
  const asked = consent.entry.purposes;
  const allows = (purpose: Purpose): boolean => consent.get().purposes.includes(purpose);
  const transport = createTransport(host.endpoint, now, guard, note);
  const slots = createSlots(note);
  let store: GhostStore | undefined;
  let pseudonym: Promise<string> | undefined;
  /** The latest that was told of. */
  let stage: string | undefined;
  let held = heldPurposes();
  /** Withdrawals so far: what began before the last one is not finished after it, even if it is allowed again. */
  let withdrawals = 0;
  /** Storage work goes one after another, in the order of the calls. */
  let work = Promise.resolve();

  const open = (): GhostStore => {
    store ??= createGhostStore(note);
    return store;
  };
  const enqueue = <T>(step: () => Promise<T>): Promise<T> => {
    const done = work.then(step);
    work = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  };

  function heldPurposes(): readonly Purpose[] {
    return ["analytics", "personalization"].filter(allows);
  }

  /** Does not wait for the ghost: once the pseudonym is known, a message is queued before the page can close. */
  async function deliver(call: Call): Promise<void> {
    const before = withdrawals;
    pseudonym ??= enqueue(() => open().pseudonym());
    const anonymousId = await pseudonym;
    if (withdrawals !== before) return;
    transport.send(createMessage(call, anonymousId, asked, VERSION));
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

  const fold = async (call: Call, before: number): Promise<void> => {
    if (withdrawals !== before) return;
    await learn();
    await follow.take(call);
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

  async function eraseAll(): Promise<void> {
    const gone = open();
    store = undefined;
    await gone.erase();
  }

  /** Decided now, done in its turn: a grant right after a withdrawal must not find what was withdrawn. */
  const erase = guard(() => {
    const keeps = held;
    return enqueue(async () => {
      if (!keeps.length) await eraseAll();
      else if (!keeps.includes("personalization")) await open().eraseGhost();
      else if (!keeps.includes("analytics")) await open().erasePseudonym();
    });
  });

  const wake = createWake(now, guard, refresh);
  // Also at the start: a purpose may have gone while no engine was there.
  erase();
  refresh();
  return {
    carried: takeJournal(note),
    take(call) {
      const before = withdrawals;
      const may = (purpose: Purpose): boolean => call.purposes.includes(purpose) && allows(purpose);
      const delivered = may("analytics") && deliver(call);
      const folded = may("personalization") && enqueue(() => fold(call, before));
      return Promise.all([delivered, folded]).catch((error) => note("exception", error));
    },
    consent() {
      const has = heldPurposes();
      if (held.some((purpose) => !has.includes(purpose))) withdrawals++;
      held = has;
      if (!has.includes("analytics")) {
        transport.clear();
        pseudonym = undefined;
      }
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
    dump: () => enqueue(() => open().dump()),
    async erase() {
      withdrawals++;
      transport.clear();
      pseudonym = undefined;
      await enqueue(eraseAll);
      refresh();
    },
  };
}
