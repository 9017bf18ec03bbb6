/** Wires what loads after a grant: delivery under `analytics`, ghost and experiences under `personalization`. */
import { type EnginePart, evaluatePlan, type Ghost, PAGE_VIEWED, type Purpose, type Standing } from "@ghostlight/rules";
import type { Call } from "./collect/call.ts";
import { createMessage } from "./collect/message.ts";
import { createTransport } from "./collect/transport.ts";
import type { Guard } from "./env/guard.ts";
import { createId } from "./env/ids.ts";
import type { Reporter } from "./env/report.ts";
import { createGhostStore, type GhostStore } from "./ghost/store.ts";
import { createSlots } from "./personalize/apply.ts";
import { chooseExperiences } from "./personalize/plan.ts";
import { createWake } from "./segments/watch.ts";

/** What the engine is given: functions, never the client. */
export interface EngineHost {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  readonly version: string;
  /** Every purpose that the site asks about. */
  readonly asked: readonly Purpose[];
  readonly now: () => number;
  readonly allows: (purpose: Purpose) => boolean;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  /** Where the visitor stands, whenever that was looked at; undefined: nothing is known any more. */
  readonly stand: (standing: Standing | undefined) => void;
}

export interface Engine {
  readonly take: (call: Call) => void;
  /** Consent changed: whatever lost its purpose stops, is undone and erased. */
  readonly consent: () => void;
  /** Time went by. */
  readonly refresh: () => void;
}

export function startEngine(part: EnginePart, host: EngineHost): Engine {
  const { now, allows, guard, note } = host;
  const transport = createTransport(host.endpoint, now, guard, note);
  const slots = createSlots(note);
  const wake = createWake(now, guard, () => refresh());
  let store: GhostStore | undefined;
  /** Storage work goes one after another, in the order of the calls. */
  let work = Promise.resolve();

  const open = (): GhostStore => {
    store ??= createGhostStore(note);
    return store;
  };
  const enqueue = (step: () => Promise<void>): void => {
    work = work.then(step).catch((error) => note("exception", error));
  };

  async function deliver(call: Call): Promise<void> {
    const anonymousId = await open().pseudonym();
    // Consent may be gone since: what was asked of storage then is of no use now.
    if (!allows("analytics")) return;
    transport.send(createMessage(call, { messageId: createId(), anonymousId }, host.asked, host.version));
  }

  async function fold(call: Call): Promise<void> {
    const name = call.type === "page" ? PAGE_VIEWED : (call.name ?? "");
    const signal = { id: createId(), name, at: call.at, properties: { ...call.page, ...call.properties } };
    show(await open().fold(signal, part.plan, now()));
  }

  function show(ghost: Ghost): void {
    if (!allows("personalization")) return;
    const standing = evaluatePlan(part.plan, ghost, now());
    slots.show(chooseExperiences(part.experiences, standing));
    wake.at(standing.flip);
    host.stand(standing);
  }

  function refresh(): void {
    enqueue(async () => {
      if (allows("personalization")) show(await open().read(now()));
    });
  }

  function withdraw(): void {
    wake.at(Number.POSITIVE_INFINITY);
    host.stand(undefined);
    slots.show(new Map());
  }

  /** Decided now, done in its turn: a grant right after a withdrawal must not find what was withdrawn. */
  function erase(): void {
    const [analytics, personalization] = [allows("analytics"), allows("personalization")];
    enqueue(async () => {
      if (!analytics && !personalization) {
        const gone = open();
        store = undefined;
        await gone.erase();
      } else if (!personalization) await open().eraseGhost();
      else if (!analytics) await open().erasePseudonym();
    });
  }

  // Also at the start: a purpose may have gone while no engine was there.
  erase();
  refresh();
  return {
    take(call) {
      enqueue(async () => {
        if (call.purposes.includes("analytics") && allows("analytics")) await deliver(call);
        if (call.purposes.includes("personalization") && allows("personalization")) await fold(call);
      });
    },
    consent() {
      if (!allows("analytics")) transport.clear();
      erase();
      if (!allows("personalization")) guard(withdraw)();
      refresh();
    },
    refresh,
  };
}
