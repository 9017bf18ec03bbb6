/** What only sites that ask for `personalization` need of the engine: where the visitor stands, and what follows. */
import {
  type Context,
  createLanguage,
  type EnginePart,
  elapse,
  JUDGING,
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
import type { Heard } from "./collect/collector.ts";
import type { Consent } from "./consent/consent.ts";
import { LOCAL } from "./env/calendar.ts";
import { createDatabase } from "./env/database.ts";
import type { PageFacts } from "./env/facts.ts";
import type { onShown } from "./env/page.ts";
import { createQueue } from "./env/queue.ts";
import { createGhostStore } from "./ghost/store.ts";
import type { CreateExperiences, ExperiencesHost } from "./personalize/experiences.ts";
import type { CreateReach } from "./preferences/reach/store.ts";
import { followVisitor, signalOf } from "./segments/follow.ts";
import { createWake } from "./segments/watch.ts";
import type { Look } from "./segments/why/why.ts";

/** What it is given: functions, never the client. */
export interface ProfileHost extends Pick<ExperiencesHost, "guard" | "now" | "note" | "toJson" | "onHidden" | "slots"> {
  readonly consent: Pick<Consent, "get" | "lookAgain">;
  readonly onShown: typeof onShown;
  /** Tells the other tabs that something changed: each of them then asks its engine to look again. */
  readonly tellTabs: () => void;
  /** Tells the page. `passes`: nobody who comes later hears of it. */
  readonly emit: Listeners<Events>["emit"];
  /** Where the visitor stands, whenever that was looked at; undefined: nothing is known any more. */
  readonly stand: (standing?: Standing) => void;
}

/** The data that it goes by, and the code that this site uses. */
export interface ProfileScript extends EnginePart {
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

/** What is known of the visitor, as the engine uses it. None of it throws for want of consent: it does nothing then. */
export interface Profile {
  /** Time went by. */
  readonly lookAgain: () => void;
  /** Where the visitor stands, to be explained; undefined where nothing is known. */
  readonly look: () => Promise<Look | undefined>;
  /** Makes something else of where the visitor stands, if that may be known. */
  readonly change: (to: (look: Look) => Life) => Promise<void>;
  /** Everything kept on the device, if it may be known. */
  readonly dump: () => Promise<Readonly<Record<string, unknown>>>;
  /** Erases all of that, in its turn. */
  readonly erase: () => Promise<void>;
  /** Resolves when the call is in the ghost. `may`: under what it happened and is still allowed. */
  readonly take: (heard: Heard, may: (purpose: Purpose) => boolean) => Promise<void>;
  /** It may not be known any more: undoes what is seen of it. */
  readonly withdraw: () => void;
}

/** Starts with nothing read: the first call, or a look, opens what is stored. */
export type CreateProfile = (part: ProfileScript, host: ProfileHost) => Profile;

export const createProfile: CreateProfile = (part, host) => {
  const { consent, now, guard, note } = host;
  const { plan } = part;
  const isAllowed = (): boolean => consent.get().purposes.includes("personalization");
  const show = (part.foresee ?? part.render)?.(part, host, elapse, standingOf);
  const store = createGhostStore(note);
  /** The latest that was told of. */
  let stage: string | undefined;
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
    plan,
    store,
    now,
    context,
    show(standing, life, here) {
      if (!isAllowed()) return;
      show?.(standing, life, here);
      wakeAt(standing.flip);
      host.stand(standing);
      announce(standing.stage, life.transitions);
    },
    tell: host.tellTabs,
  });

  const fold: Profile["take"] = async ({ call, content }, may) => {
    const signal = signalOf(call, content);
    // Another tab may have withdrawn since: nothing may bring back what it erased.
    consent.lookAgain();
    if (signal && may("personalization")) await follow.take(signal);
  };

  const lookAgain = guard(() =>
    enqueue(async () => {
      if (isAllowed()) await follow.lookAgain();
    }),
  );
  const wakeAt = createWake(now, guard, host.onShown, lookAgain);

  return {
    take: (heard, may) => enqueue(() => fold(heard, may)),
    lookAgain,
    withdraw: guard(() => {
      wakeAt(Number.POSITIVE_INFINITY);
      host.stand();
      announce();
      show?.();
    }),
    async look() {
      const here = await context();
      const life = isAllowed() ? follow.life() : undefined;
      return life && { plan, life, now: now(), context: here, judging: JUDGING };
    },
    change: (to) =>
      enqueue(async () => {
        if (isAllowed())
          await follow.step((life, here) => to({ plan, life, now: now(), context: here, judging: JUDGING }));
      }),
    dump: async () => (isAllowed() ? enqueue(() => store.dump()) : {}),
    erase: () => enqueue(store.erase),
  };
};
