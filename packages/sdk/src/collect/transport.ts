/**
 * Brings the outbox to the edge. When the page is left, the browser is handed whatever this tab took; all of it stays in
 * the outbox until the edge has confirmed it. So it may arrive more than once, and the edge stores it once.
 */
import { EVENTS_DATABASE } from "../env/delete-database.ts";
import type { Guard } from "../env/guard.ts";
import { createQueue } from "../env/queue.ts";
import type { Reporter } from "../env/report.ts";
import { fitting, parseRetryAfter } from "./batch.ts";
import { createMailStore } from "./mail/store.ts";
import type { Message } from "./message.ts";
import { enlist, type Item, isRefusal, type Mail, NO_MAIL, nextBatch, resume, settle, waitOf } from "./outbox.ts";
import type { Seal, Sealed } from "./seal.ts";

export interface TransportHost {
  /** Absolute address that takes batches. */
  readonly edgeUrl: string;
  /** By the clock of the events, so that the edge can tell how wrong it goes. */
  readonly now: () => number;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  /** Whether anything may be kept or leave, looked up anew. */
  readonly may: () => boolean;
  /** This and `fetch`: as they were before the page could replace them. */
  readonly parse: typeof JSON.parse;
  readonly fetch: typeof globalThis.fetch;
  /** The page may never run again. */
  readonly onHidden: (run: () => void) => void;
  readonly onShown: (run: () => void) => void;
}

export interface Transport {
  /**
   * Resolves with the message once it is kept, or with undefined where nothing is. Sends within a second, or when the page
   * is left. `more`: others follow before anybody else has a turn, and the last of them says that there are none.
   */
  readonly take: (seal: Seal, more?: boolean) => Promise<Message | undefined>;
  /** Sends what waits, but for what the edge told to wait; resolves when that is done, or failed. */
  readonly flush: () => Promise<void>;
  /** Everything kept; undefined where nothing is. */
  readonly read: () => Promise<Mail | undefined>;
  /** Forgets all at once, calls back what is on its way, and deletes what is kept, for every tab. */
  readonly erase: () => Promise<void>;
}

/** ms to wait for company before a batch goes, and before looking again at what another tab is sending. */
const LINGER = 500;

/** ms after which a request has failed: some servers never answer. */
const TIMEOUT = 15_000;

/** ms for which one tab alone sends where there are no locks: longer than a request can take. */
const LEASE = 20_000;

/** https://fetch.spec.whatwg.org/#dom-window-fetchlater */
type Insurer = { readonly fetchLater?: (address: string, options: RequestInit) => unknown };

export function createTransport(host: TransportHost): Transport {
  const { edgeUrl, now, parse, fetch, guard, note, may, onHidden, onShown } = host;
  const { locks } = navigator as Partial<Navigator>;
  const store = createMailStore(note, may, forget);
  const keepInTurn = createQueue();
  const sendInTurn = createQueue();
  /** Taken by this tab and not kept yet. */
  const fresh = new Set<Seal>();
  /** Texts of what this tab took and nobody carries yet; another set once all was forgotten. */
  let mine = new Set<string | undefined>();
  /** The outbox as it was last seen; `NO_MAIL` itself where nothing is kept. */
  let seen = NO_MAIL;
  let flights = new AbortController();
  let insurance = new AbortController();
  /** What the browser was told to send. */
  let insured = "";
  let timer = 0;

  const envelope = (batch: readonly Item[]): string =>
    `{"sentAt":"${new Date(now()).toISOString()}","batch":[${batch.map(({ text }) => text).join()}]}`;

  /** Plain text, which needs no permission of another origin first (CORS preflight). `keepalive`: it outlives the page. */
  const request = (batch: readonly Item[], { signal }: AbortController, keepalive: boolean): RequestInit => ({
    method: "POST",
    credentials: "omit",
    redirect: "error",
    keepalive,
    signal,
    body: envelope(batch),
  });

  async function change(step: (mail: Mail) => Mail, kept: readonly Seal[] = []): Promise<void> {
    seen = await store.change(step);
    for (const seal of kept) fresh.delete(seal);
    insure();
  }

  async function take(seal: Seal, more?: boolean): Promise<Message | undefined> {
    let sealed: Sealed | undefined;
    let given: unknown;
    fresh.add((identity, dropped) => {
      // The same again: who is who may be decided by chance, as after `reset`.
      if (!sealed || given !== identity) {
        sealed = seal(identity, dropped);
        given = identity;
        mine.add(sealed.text);
      }
      return sealed;
    });
    const kept = keepInTurn(keep);
    if (!more) insure();
    await kept;
    return seen === NO_MAIL ? undefined : sealed?.message;
  }

  /** What waits for a transaction goes into the next one, all of it. */
  async function keep(): Promise<void> {
    const seals = [...fresh];
    if (!seals[0]) return;
    await change((mail) => enlist(mail, seals), seals);
    if (!timer) later(LINGER);
  }

  /** 0: not at all. */
  function later(ms: number): void {
    clearTimeout(timer);
    timer = ms && setTimeout(guard(look), ms);
  }

  const look = (): Promise<void> => sendInTurn(send);

  async function flush(): Promise<void> {
    await keepInTurn(keep);
    await change(resume);
    await look();
  }

  async function send(): Promise<void> {
    // Neither waited for nor held between batches: a page with a lock does not go into the back-forward cache. Where none
    // is allowed, nothing else is that tabs could share.
    const isSent = await (locks
      ?.request(EVENTS_DATABASE, { ifAvailable: true }, (lock) => lock && turn())
      .catch(turn) ?? turn());
    if (isSent && nextBatch(seen)[0]) return send();
    later(nextBatch(seen).length && (waitOf(seen, Date.now()) || LINGER));
  }

  /** Sends a batch, where one may go. */
  async function turn(): Promise<unknown> {
    let batch: readonly Item[] = [];
    await change((mail) => {
      batch = waitOf(mail, Date.now()) ? [] : nextBatch(mail);
      return batch[0] && !locks ? { ...mail, until: Date.now() + LEASE } : mail;
    });
    return seen !== NO_MAIL && batch[0] && deliver(batch);
  }

  async function deliver(batch: readonly Item[]): Promise<true> {
    const own = batch.filter(({ text }) => mine.delete(text));
    const before = mine;
    const stop = setTimeout(recall, TIMEOUT);
    insure();
    let fault = "";
    let wait = Number.NaN;
    try {
      // What may outlive its page is limited, and the page may have used that up: after a failure, an ordinary request.
      const response = await fetch(edgeUrl, request(batch, flights, !seen.delay));
      const text = await response.text();
      fault = `${response.status} ${text.slice(0, 500)}`;
      wait = parseRetryAfter(response.headers.get("Retry-After") ?? "", Date.now());
      // A network that wants a login first answers everything itself, and well.
      const { ok, stored, duplicate } = response.ok && parse(text);
      if (ok && stored + duplicate === batch.length) fault = "";
    } catch (error) {
      fault = String(error);
    }
    clearTimeout(stop);
    // What was forgotten meanwhile has no answer.
    if (mine === before) {
      if (isRefusal(fault)) note("delivery-refused", fault);
      else if (fault) {
        note("delivery-retry", fault);
        for (const { text } of own) mine.add(text);
      }
      await change((mail) => settle(mail, batch, fault, wait, Date.now(), Math.random()));
    }
    return true;
  }

  function recall(): void {
    flights.abort();
    flights = new AbortController();
  }

  /**
   * As much of what this tab has to see to as a browser carries at once. As if all were kept already: the tab may be gone
   * before. Who is speaking is known from when the outbox was last seen.
   */
  const load = (): readonly Item[] =>
    fitting(enlist(seen, seen.identity ? fresh : []).items.filter(({ text }) => mine.has(text)));

  /**
   * What the browser is to send should this tab crash while it lingers, in place of what it was told before; not for long,
   * as the edge takes this for the time of sending. For views alone it is not told: they are kept in a moment, for the next
   * page to send, and of a page that dies before nobody has seen much.
   */
  function insure(): void {
    const batch = seen.delay ? [] : load();
    const texts = batch.some(({ weight }) => weight) ? batch.map(({ text }) => text).join() : "";
    // To tell the browser takes 6 ms of a slow phone, and is due after each step of a message's way.
    if (texts === insured) return;
    insured = texts;
    insurance.abort();
    insurance = new AbortController();
    try {
      if (texts) (globalThis as Insurer).fetchLater?.(edgeUrl, request(batch, insurance, true));
    } catch {
      // Not allowed here, or too much of it: then the next page sends it.
    }
  }

  function leave(): void {
    if (!may()) return;
    // What nobody is known to have said, the journal carries to the next page.
    for (let batch = load(); batch[0]; batch = load()) {
      if (!navigator.sendBeacon?.(edgeUrl, envelope(batch))) {
        guard(deliver)(batch);
        break;
      }
      for (const { text } of batch) mine.delete(text);
    }
    insure();
  }

  function forget(): void {
    later(0);
    fresh.clear();
    mine = new Set();
    seen = NO_MAIL;
    recall();
    insure();
  }

  onHidden(guard(leave));
  onShown(guard(look));
  addEventListener("online", guard(flush));
  later(LINGER);
  return {
    take,
    flush,
    async read() {
      await change((mail) => mail);
      return seen === NO_MAIL ? undefined : seen;
    },
    erase: store.erase,
  };
}
