/** Wires what loads after a grant: delivery under `analytics`, ghost and experiences under `personalization`. */
import type { Context, EnginePart, Explanation, Purpose, Standing, Transition } from "@ghostlight/rules";
import type { Told } from "./api/api.ts";
import type { Call } from "./collect/call.ts";
import { type CollectorHost, createCollector, type Heard } from "./collect/collector.ts";
import type { Message } from "./collect/message.ts";
import { settleJournal, takeJournal } from "./collect/store.ts";
import { createTabs } from "./consent/watch.ts";
import { LOCAL } from "./env/calendar.ts";
import { readFacts } from "./env/facts.ts";
import { onHidden } from "./env/page.ts";
import { createQueue } from "./env/queue.ts";
import { createGhostStore, type GhostStore } from "./ghost/store.ts";
import { createSlots } from "./personalize/apply.ts";
import { chooseExperiences } from "./personalize/plan.ts";
import type { About } from "./preferences/known.ts";
import { createReach, NO_REACH } from "./preferences/reach/store.ts";
import { followVisitor, signalOf } from "./segments/follow.ts";
import { createWake } from "./segments/watch.ts";
import type { Look, WhyChunk } from "./segments/why/why.ts";

/** What the engine is given: functions, never the client. */
export interface EngineHost extends CollectorHost {
  /** What explains, or undefined where it does not come. */
  readonly load: CollectorHost["load"] & ((name: "why") => Promise<WhyChunk | undefined>);
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
  /** Why the visitor is, or is not, in a segment or a stage; undefined where there is none of that name, or nothing is known. */
  readonly why: (id: string) => Promise<Explanation | undefined>;
  /** What is found out about the visitor, in words and in shares; undefined where nothing is known. */
  readonly about: () => Promise<About | undefined>;
  /** The visitor does, or does not, want to be known for a value of an affinity, by its id. */
  readonly interest: (affinity: string, value: string, wanted: boolean) => Promise<void>;
  /** Everything kept on the device under these purposes. */
  readonly dump: () => Promise<Readonly<Record<string, unknown>>>;
  /** Erases all of that and starts anew; consent stays as it is. */
  readonly erase: () => Promise<void>;
}

export function startEngine(part: EnginePart, host: EngineHost): Engine {
  const { consent, now, guard, note } = host;
  const collector = createCollector(part.redact, host);
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
      wakeAt(standing.flip);
      host.stand(standing, toldOf(standing.stage, transitions));
    },
    tell: () => tell(),
  });

  const fold = async ({ call, content }: Heard, isCurrent: () => boolean): Promise<void> => {
    const signal = signalOf(call, content);
    // Another tab may have withdrawn since: nothing may bring back what it erased.
    consent.refresh();
    if (!isCurrent() || !signal) return;
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

  async function explain<Answer>(say: (chunk: WhyChunk, look: Look) => Answer): Promise<Answer | undefined> {
    const chunk = await host.load("why");
    const life = follow.life();
    if (!chunk || !life || !allows("personalization")) return undefined;
    return say(chunk, { plan: part.plan, life, now: now(), context: context() });
  }

  function withdraw(): void {
    wakeAt(Number.POSITIVE_INFINITY);
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
    Promise.all([allows("analytics") || collector.erase(), allows("personalization") || eraseGhost()]),
  );

  const wakeAt = createWake(now, guard, refresh);
  let hidden = false;
  // From then on the journal may hold what is still on the way here; another page would do it again.
  onHidden(() => {
    hidden = true;
  });
  // Also at the start: a purpose may have gone while no engine was there.
  erase();
  refresh();
  return {
    carried: takeJournal(note),
    async take(call) {
      const before = withdrawals;
      const isCurrent = (): boolean => withdrawals === before;
      const may = (purpose: Purpose): boolean => call.purposes.includes(purpose) && allows(purpose);
      let message: Message | undefined;
      try {
        // The page does not wait for the rest, nor can it close in between.
        await undefined;
        const heard = isCurrent() && collector.hear(call);
        if (heard) {
          [message] = await Promise.all([
            collector.deliver(heard, may, isCurrent),
            may("personalization") && enqueue(() => fold(heard, isCurrent)),
          ]);
        }
      } catch (error) {
        note("exception", error);
      }
      if (hidden) settleJournal(call.id, note);
      return message;
    },
    flush: collector.flush,
    consent() {
      const has = heldPurposes();
      if (held.some((purpose) => !has.includes(purpose))) withdrawals++;
      held = has;
      erase();
      if (!allows("personalization")) guard(withdraw)();
      refresh();
    },
    refresh,
    why: (id) => explain((chunk, look) => chunk.why(look, id)),
    about: () => explain((chunk, look) => chunk.about(look)),
    async interest(...wish) {
      const chunk = await host.load("why");
      await enqueue(async () => {
        if (!chunk || !allows("personalization")) return;
        await follow.step((life, here) =>
          chunk.interest({ plan: part.plan, life, now: now(), context: here }, ...wish),
        );
      });
    },
    async dump() {
      const ghost = allows("personalization") ? await enqueue(() => open().dump()) : {};
      return { ...ghost, events: await collector.read() };
    },
    async erase() {
      withdrawals++;
      await Promise.all([collector.erase(), eraseGhost()]);
      refresh();
    },
  };
}
