/** Wires what loads after a grant: delivery under `analytics`, ghost and experiences under `personalization`. */
import {
  type Context,
  createLanguage,
  type EnginePart,
  elapse,
  type Judges,
  type Life,
  type Purpose,
  type RARE_OPERATORS,
  type Standing,
  standingOf,
  type Transition,
} from "@ghostlight/rules";
import type { Events } from "./api/api.ts";
import type { Listeners } from "./api/listeners.ts";
import type { Call } from "./collect/call.ts";
import { createCarried } from "./collect/carried/store.ts";
import { type CollectorHost, createCollector, type Heard } from "./collect/collector.ts";
import type { Message } from "./collect/message.ts";
import type { Journal } from "./collect/store.ts";
import { LOCAL } from "./env/calendar.ts";
import { createDatabase } from "./env/database.ts";
import type { PageFacts } from "./env/facts.ts";
import { createQueue } from "./env/queue.ts";
import { createGhostStore } from "./ghost/store.ts";
import { eraseSnapshot } from "./personalize/early/store.ts";
import type { CreateExperiences, ExperiencesHost } from "./personalize/experiences.ts";
import type { CreateReach } from "./preferences/reach/store.ts";
import { followVisitor, signalOf } from "./segments/follow.ts";
import { createWake } from "./segments/watch.ts";
import type { Look } from "./segments/why/why.ts";

/** What the engine is given: functions, never the client. */
export interface EngineHost extends CollectorHost, Pick<ExperiencesHost, "slots"> {
  /** Purposes for which there is something to do here. */
  readonly serves: readonly Purpose[];
  /** Tells the other tabs that something changed: each of them then asks its engine to look again. */
  readonly tellTabs: () => void;
  /** What pages leave behind. */
  readonly journal: Journal;
  /** Tells the page. `passes`: nobody who comes later hears of it. */
  readonly emit: Listeners<Events>["emit"];
  /** Where the visitor stands, whenever that was looked at; undefined: nothing is known any more. */
  readonly stand: (standing?: Standing) => void;
}

export interface Engine {
  /** Resolves when the call is in the outbox and in the ghost, with the message where there is one. Never rejects. */
  readonly take: (call: Call) => Promise<Message | undefined>;
  /** Sends what waits; resolves when nothing does, or all of it has to. */
  readonly flush: () => Promise<void>;
  /** Consent changed: whatever lost its purpose stops, is undone and erased. */
  readonly consent: () => void;
  /** Time went by. */
  readonly refresh: () => void;
  /** Where the visitor stands, to be explained; undefined where nothing is known. */
  readonly look: () => Promise<Look | undefined>;
  /** Makes something else of where the visitor stands, if that may be known. */
  readonly change: (to: (look: Look) => Life) => Promise<void>;
  /** Everything kept on the device under these purposes. */
  readonly dump: () => Promise<Readonly<Record<string, unknown>>>;
  /** Erases all of that and starts anew; consent stays as it is. */
  readonly erase: () => Promise<void>;
}

/** The data of the engine, and the code that this site uses. */
export interface EngineScript extends EnginePart {
  /** For a site whose conditions ask for one of them. */
  readonly operators: typeof RARE_OPERATORS | undefined;
  /** For a site whose clauses ask what the visitor likes: on the page of another it is not there, and nothing calls it. */
  readonly likes: Judges["likes"];
  /** For a site whose clauses ask where the visitor can be reached. */
  readonly reach?: CreateReach | undefined;
  /** For a site whose conditions ask what the page tells of itself. */
  readonly pageFacts?: (() => PageFacts) | undefined;
  /** For a site with experiences. */
  readonly render?: CreateExperiences | undefined;
  /** For a site with experiences and a snapshot, in its place. */
  readonly foresee?: CreateExperiences | undefined;
}

/** Looks where the visitor stands with the first call that it takes, or when it is told to. */
export function startEngine(part: EngineScript, host: EngineHost): Engine {
  const { consent, now, guard, note } = host;
  const collector = createCollector(part.suspect, host);
  const allows = (purpose: Purpose): boolean => consent.get().purposes.includes(purpose);
  const show = (part.foresee ?? part.render)?.(part, host, elapse, standingOf);
  const store = createGhostStore(note);
  // Left while the site had one: it would stay for good, since nothing else here knows of it.
  part.foresee || eraseSnapshot();
  /** The latest that was told of. */
  let stage: string | undefined;
  let held = consent.get().purposes;
  /** Storage work goes one after another, in the order of the calls. */
  const enqueue = createQueue();

  const holds = createLanguage(part.operators);
  const readReach = part.reach?.(createDatabase);
  const context = async (): Promise<Context> => ({
    purposes: consent.get().purposes,
    channels: [],
    ...(await readReach?.()),
    facts: { ...part.pageFacts?.() },
    calendar: LOCAL,
    holds,
    likes: part.likes,
  });
  /** Tells what happened; a stage that another tab told of is new here all the same. */
  function announce(next?: string, transitions: readonly Transition[] = []): void {
    const previous = stage;
    stage = next;
    const entered = transitions.filter(({ kind, id }) => kind === "stage" && id === next).at(-1);
    const { at, cause, event } = entered ?? {};
    if (next !== previous) host.emit("stage", { stage, previous, ...(entered && { at, cause, event }) });
    for (const one of transitions) if (one.kind === "segment") host.emit("segment", one);
  }

  const follow = followVisitor({
    plan: part.plan,
    store,
    now,
    context,
    show(standing, life, here) {
      if (!allows("personalization")) return;
      show?.(standing, life, here);
      wakeAt(standing.flip);
      host.stand(standing);
      announce(standing.stage, life.transitions);
    },
    tell: host.tellTabs,
  });

  const fold = async ({ call, content }: Heard, may: (purpose: Purpose) => boolean): Promise<void> => {
    const signal = signalOf(call, content);
    // Another tab may have withdrawn since: nothing may bring back what it erased.
    consent.refresh();
    if (signal && may("personalization")) await follow.take(signal);
  };

  const refresh = guard(() =>
    enqueue(async () => {
      if (allows("personalization")) await follow.refresh();
    }),
  );

  function withdraw(): void {
    wakeAt(Number.POSITIVE_INFINITY);
    host.stand();
    announce();
    show?.();
  }

  function eraseGhost(): Promise<void> {
    eraseSnapshot();
    return enqueue(store.erase);
  }

  /** Decided now, done in its turn: a grant right after a withdrawal must not find what was withdrawn. */
  const erase = guard(() =>
    Promise.all([allows("analytics") || collector.erase(), allows("personalization") || eraseGhost()]),
  );

  const wakeAt = createWake(now, guard, host.onShown, refresh);
  const carried = createCarried(host.journal, host.parse, note);
  /** Calls that are not yet both kept and in the ghost. What a withdrawal takes out is not finished, even if it is allowed again. */
  const unsettled = new Set<Call>();
  let hidden = false;
  host.onHidden(
    guard(() => {
      // Another tab may have withdrawn: then there is nothing left to carry over.
      consent.refresh();
      hidden = true;
      host.journal.write([...unsettled]);
    }),
  );

  async function take(call: Call): Promise<Message | undefined> {
    const may = (purpose: Purpose): boolean =>
      unsettled.has(call) && call.purposes.includes(purpose) && allows(purpose);
    let message: Message | undefined;
    unsettled.add(call);
    try {
      const heard = await collector.hear(call);
      // The next page tries again.
      if (heard === null) {
        refresh();
        return undefined;
      }
      if (heard) {
        [message] = await Promise.all([
          collector.deliver(heard, may),
          may("personalization") && enqueue(() => fold(heard, may)),
        ]);
      }
    } catch (error) {
      note("exception", error);
    }
    unsettled.delete(call);
    // The journal may hold it: another page would do it again.
    if (hidden) carried.settle(call.id);
    if (message) host.emit(message.type, message, true);
    return message;
  }

  carried.take().forEach(take);
  return {
    take,
    flush: collector.flush,
    consent() {
      if (host.serves.some((one) => held.includes(one) && !allows(one))) unsettled.clear();
      held = consent.get().purposes;
      erase();
      if (!allows("personalization")) guard(withdraw)();
      refresh();
    },
    refresh,
    async look() {
      const here = await context();
      const life = allows("personalization") ? follow.life() : undefined;
      return life && { plan: part.plan, life, now: now(), context: here };
    },
    change: (to) =>
      enqueue(async () => {
        if (allows("personalization"))
          await follow.step((life, here) => to({ plan: part.plan, life, now: now(), context: here }));
      }),
    async dump() {
      const ghost = allows("personalization") ? await enqueue(() => store.dump()) : {};
      return { ...ghost, ...host.slots?.dump(), events: await collector.read() };
    },
    async erase() {
      unsettled.clear();
      await Promise.all([collector.erase(), eraseGhost()]);
      refresh();
    },
  };
}
