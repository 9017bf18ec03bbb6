/** Wires what loads after a grant: delivery under `analytics`, ghost and experiences under `personalization`. */
import type { EnginePart, Life, Purpose } from "@ghostlight/rules";
import type { Call } from "./collect/call.ts";
import { createCarried } from "./collect/carried/store.ts";
import { type CollectorHost, createCollector } from "./collect/collector.ts";
import type { Message } from "./collect/message.ts";
import type { Journal } from "./collect/store.ts";
import { GIVEN } from "./env/given.ts";
import { eraseSnapshot } from "./personalize/early/store.ts";
import type { CreateProfile, ProfileHost, ProfileScript } from "./profile.ts";
import type { Look } from "./segments/why/why.ts";

/** What the engine is given: functions, never the client. */
export interface EngineHost extends CollectorHost, Omit<ProfileHost, keyof CollectorHost> {
  /** Purposes for which there is something to do here. */
  readonly serves: readonly Purpose[];
  /** What pages leave behind. */
  readonly journal: Journal;
}

export interface Engine {
  /** Resolves when the call is in the outbox and in the ghost, with the message where there is one. Never rejects. */
  readonly take: (call: Call) => Promise<Message | undefined>;
  /** Sends what waits; resolves when nothing does, or all of it has to. */
  readonly flush: () => Promise<void>;
  /** Consent changed: whatever lost its purpose stops, is undone and erased. */
  readonly consent: () => void;
  /** Time went by. */
  readonly lookAgain: () => void;
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
export type EngineScript = Pick<EnginePart, "suspect"> & (Knowing | Ignorant);

/** Of a site that asks for `personalization`. */
interface Knowing extends ProfileScript {
  readonly profile: (...given: typeof GIVEN) => CreateProfile;
}

/** Of any other: nothing is known of a visitor, and neither the code for it comes nor the data. */
interface Ignorant {
  readonly profile?: undefined;
  readonly foresee?: undefined;
}

/** Looks where the visitor stands with the first call that it takes, or when it is told to. */
export function startEngine(part: EngineScript, host: EngineHost): Engine {
  const { consent, guard, note } = host;
  const collector = createCollector(part.suspect, host);
  const allows = (purpose: Purpose): boolean => consent.get().purposes.includes(purpose);
  const profile = part.profile ? part.profile(...GIVEN)(part, host) : undefined;
  // Left while the site had one: it would stay for good, since nothing else here knows of it.
  part.foresee || eraseSnapshot();
  const lookAgain = (): void => profile?.lookAgain();

  async function eraseProfile(): Promise<void> {
    eraseSnapshot();
    await profile?.erase();
  }

  /** Decided now, done in its turn: a grant right after a withdrawal must not find what was withdrawn. */
  const erase = guard(() =>
    Promise.all([allows("analytics") || collector.erase(), allows("personalization") || eraseProfile()]),
  );

  const carried = createCarried(host.journal, host.parse, note);
  /** Calls that are not yet both kept and in the ghost. */
  const unsettled = new Set<Call>();
  /** What was left each time: a tool may be handed a call long after it is settled. */
  const choices: (readonly Purpose[])[] = [];
  let held = consent.get().purposes;
  let hidden = false;
  host.onHidden(
    guard(() => {
      // Another tab may have withdrawn: then there is nothing left to carry over.
      consent.lookAgain();
      hidden = true;
      host.journal.write([...unsettled]);
    }),
  );

  async function take(call: Call): Promise<Message | undefined> {
    const before = choices.length;
    const may = (purpose: Purpose): boolean =>
      allows(purpose) && [call.purposes, ...choices.slice(before)].every((left) => left.includes(purpose));
    let message: Message | undefined;
    unsettled.add(call);
    try {
      const heard = await collector.hear(call);
      // The next page tries again.
      if (heard === null) {
        lookAgain();
        return undefined;
      }
      if (heard) {
        [message] = await Promise.all([
          collector.deliver(heard, may),
          may("personalization") && profile?.take(heard, may),
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

  /** What is withdrawn is not finished, even if it is allowed again; what is left of a call goes on. */
  function leave(left: readonly Purpose[]): void {
    choices.push(left);
    for (const call of unsettled) {
      call.stamp ??= call.purposes;
      call.purposes = call.purposes.filter((one) => left.includes(one));
      if (!call.purposes.some((one) => host.serves.includes(one))) unsettled.delete(call);
    }
  }

  carried.take().forEach(take);
  return {
    take,
    flush: collector.flush,
    consent() {
      const before = held;
      held = consent.get().purposes;
      leave(held);
      if (!before.every(allows)) host.journal.erase();
      erase();
      if (!allows("personalization")) profile?.withdraw();
      lookAgain();
    },
    lookAgain,
    look: async () => profile?.look(),
    change: async (to) => profile?.change(to),
    dump: async () => ({ ...(await profile?.dump()), ...host.slots?.dump(), events: await collector.read() }),
    async erase() {
      leave([]);
      await Promise.all([collector.erase(), eraseProfile()]);
      lookAgain();
    },
  };
}
