/**
 * Brings the outbox to the edge. When the page is left, the browser is handed whatever this tab took; all of it stays in
 * the outbox until the edge has confirmed it. So it may arrive more than once, and the edge stores it once.
 */
import type { Guard } from "../env/guard.ts";
import { onHidden, onShown } from "../env/page.ts";
import type { Reporter } from "../env/report.ts";
import { fitting } from "./batch.ts";
import { createMailStore } from "./mail/store.ts";
import type { Message } from "./message.ts";
import { confess, enlist, type Item, type Mail, NO_MAIL, nextBatch, resume, settle, waitOf } from "./outbox.ts";
import type { Seal } from "./seal.ts";
import { createWire } from "./wire/transport.ts";

export interface TransportHost {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  readonly now: () => number;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  /** Whether anything may be kept or leave, looked up anew. */
  readonly may: () => boolean;
  /** The event that tells how many were given up. */
  readonly report: (count: number) => Seal;
}

export interface Transport {
  /** Resolves with the message once it is kept, or with undefined where nothing is. Sends within a second, or when the page is left. */
  readonly take: (seal: Seal) => Promise<Message | undefined>;
  /** Sends what waits, but for what the edge told to wait; resolves when that is done, or failed. */
  readonly flush: () => Promise<void>;
  /** Everything kept; undefined where nothing is. */
  readonly read: () => Promise<Mail | undefined>;
  /** Forgets all at once, calls back what is on its way, and deletes what is kept, for every tab. */
  readonly erase: () => Promise<void>;
}

/** ms to wait for company before a batch goes. */
const LINGER = 500;

/** ms for which one tab alone sends where there are no locks: longer than a request can take. */
const LEASE = 20_000;

/** ms after which to look again at what another tab is sending. */
const BUSY = 1_000;

export function createTransport({ endpoint, now, guard, note, may, report }: TransportHost): Transport {
  const { locks } = navigator as Partial<Navigator>;
  const wire = createWire(endpoint, now, note);
  const store = createMailStore(note, may, forget);
  /** Taken by this tab and not kept yet. */
  const fresh = new Set<Seal>();
  /** Ids of what this tab took and nobody carries yet. */
  const mine = new Set<string>();
  /** The outbox as it was last seen. */
  let latest = NO_MAIL;
  let keeping: Promise<boolean> | undefined;
  let sending: Promise<void> | undefined;
  let timer = 0;

  async function change(step: (mail: Mail) => Mail): Promise<Mail | undefined> {
    const mail = await store.change(step);
    latest = mail ?? NO_MAIL;
    return mail;
  }

  async function take(seal: Seal): Promise<Message | undefined> {
    let message: Message | undefined;
    fresh.add((before) => {
      try {
        const sealed = seal(before);
        message = sealed.message;
        if (message) mine.add(message.messageId);
        return sealed;
      } catch (error) {
        // It must not take the others with it.
        note("exception", error);
        return { identity: before, weight: 0 };
      }
    });
    keeping ??= keep().finally(() => {
      keeping = undefined;
    });
    return (await keeping) ? message : undefined;
  }

  /** What is called in one breath is kept in one transaction. False where it was not. */
  async function keep(): Promise<boolean> {
    let mail: Mail | undefined;
    await undefined;
    while (fresh.size) {
      const seals = [...fresh];
      mail = await change((before) => enlist(before, seals));
      for (const seal of seals) fresh.delete(seal);
    }
    insure();
    if (mail && !timer) later(LINGER);
    return !!mail;
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(guard(look), ms);
  }

  function look(): Promise<void> {
    sending ??= send().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function flush(): Promise<void> {
    await keeping;
    await change(resume);
    await look();
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    let wait: number | undefined = 0;
    while (wait === 0) {
      // Neither waited for nor held between batches: a page with a lock does not go into the back-forward cache. Where none
      // is allowed, nothing else is that tabs could share.
      wait = await (locks
        ?.request("ghostlight-sender", { ifAvailable: true }, (lock) => (lock ? turn() : BUSY))
        .catch(turn) ?? turn());
    }
    if (wait || waiting().length) later(wait ?? LINGER);
  }

  /** Sends a batch; else the ms until one may go, or undefined where none waits. */
  async function turn(): Promise<number | undefined> {
    let wait = 0;
    let batch: readonly Item[] = [];
    const mail = await change((before) => {
      wait = waitOf(before, Date.now());
      batch = nextBatch(before);
      return locks || wait || !batch.length ? before : { ...before, until: Date.now() + LEASE };
    });
    if (!mail || !batch.length) return undefined;
    return wait || deliver(batch);
  }

  async function deliver(batch: readonly Item[]): Promise<0> {
    const own = batch.filter(({ id }) => mine.delete(id));
    insure();
    // What may outlive its page is limited, and the page may have used that up: after a failure, an ordinary request.
    const answer = await wire.post(batch, !latest.failures);
    if (answer) {
      const { status } = answer;
      if (status !== 200) for (const { id } of own) mine.add(id);
      await change((before) => {
        const after = settle(before, batch, answer, Date.now(), Math.random());
        return status === 200 ? confess(after, report) : after;
      });
    }
    insure();
    return 0;
  }

  const waiting = (): readonly Item[] => latest.items.filter(({ id, parked }) => mine.has(id) && !parked);

  /** Against a crash of this tab, while it lingers; not for long, as the edge takes this for the time of sending. */
  function insure(): void {
    wire.insure(latest.failures ? [] : fitting(waiting()));
  }

  /** The page may never run again. */
  function leave(): void {
    if (!may()) return;
    // Who is speaking is known from when the outbox was last seen; else the journal carries it to the next page.
    const seals = latest.identity ? [...fresh] : [];
    let { items } = enlist({ ...latest, items: waiting() }, seals);
    while (items.length) {
      const batch = fitting(items);
      if (!wire.beacon(batch)) {
        guard(deliver)(batch);
        break;
      }
      for (const { id } of batch) mine.delete(id);
      items = items.slice(batch.length);
    }
    insure();
  }

  function forget(): void {
    clearTimeout(timer);
    timer = 0;
    fresh.clear();
    mine.clear();
    latest = NO_MAIL;
    wire.recall();
  }

  onHidden(guard(leave));
  onShown(guard(look));
  addEventListener("online", guard(flush));
  later(LINGER);
  return {
    take,
    flush,
    async read() {
      const mail = await change((before) => before);
      return mail === NO_MAIL ? undefined : mail;
    },
    erase() {
      forget();
      return store.erase();
    },
  };
}
