/** Wires what loads after a grant: delivery under `analytics`, ghost and experiences under `personalization`. */
import type { Context, EnginePart, Explanation, Purpose, Standing, Transition } from "@ghostlight/rules";
import type { Told } from "./api/api.ts";
import type { Call } from "./collect/call.ts";
import { createMessage } from "./collect/message.ts";
import { redactCall } from "./collect/redact.ts";
import { settleJournal, takeJournal } from "./collect/store.ts";
import { createTransport } from "./collect/transport.ts";
import type { Consent } from "./consent/consent.ts";
import { createTabs } from "./consent/watch.ts";
import { LOCAL } from "./env/calendar.ts";
import { readFacts } from "./env/facts.ts";
import type { Guard } from "./env/guard.ts";
import { onHidden } from "./env/page.ts";
import type { Reporter } from "./env/report.ts";
import { VERSION } from "./env/version.ts";
import { createGhostStore, type GhostStore } from "./ghost/store.ts";
import { createSlots } from "./personalize/apply.ts";
import { chooseExperiences } from "./personalize/plan.ts";
import type { About } from "./preferences/known.ts";
import { createReach, NO_REACH } from "./preferences/reach/store.ts";
import { followVisitor } from "./segments/follow.ts";
import { createWake } from "./segments/watch.ts";
import type { Look, WhyChunk } from "./segments/why/why.ts";

/** What the engine is given: functions, never the client. */
export interface EngineHost {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  /** What explains, or undefined where it does not come. */
  readonly load: (name: "why") => Promise<WhyChunk | undefined>;
  readonly consent: Pick<Consent, "entry" | "get" | "refresh">;
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
      wakeAt(standing.flip);
      host.stand(standing, toldOf(standing.stage, transitions));
    },
    tell: () => tell(),
  });

  const fold = async (call: Call, before: number): Promise<void> => {
    // Another tab may have withdrawn since: nothing may bring back what it erased.
    consent.refresh();
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
    take(call) {
      const before = withdrawals;
      const may = (purpose: Purpose): boolean => call.purposes.includes(purpose) && allows(purpose);
      const clean = redactCall(call, part.redact);
      const delivered = may("analytics") && deliver(clean);
      const folded = may("personalization") && enqueue(() => fold(clean, before));
      return Promise.all([delivered, folded])
        .catch((error) => note("exception", error))
        .then(() => hidden && settleJournal(call.id, note));
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
