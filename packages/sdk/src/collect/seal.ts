/** From a call to what the outbox keeps, in two steps: what can be known before, and what only the identity decides. */
import { byteLength } from "../env/bytes.ts";
import { campaignOf } from "../env/campaign.ts";
import type { Reporter } from "../env/report.ts";
import type { Content } from "./arguments.ts";
import { type Call, toJson } from "./call.ts";
import { type Identity, nextIdentity } from "./identity.ts";
import { createMessage, type Message, type Surroundings } from "./message.ts";
import { type Middleware, passThrough } from "./middleware.ts";

export interface Sealed {
  /** Who the visitor is from here on; undefined: nobody any more (`reset`), the next message begins anew. */
  readonly identity: Identity | undefined;
  /** What is to be sent, and its JSON; none for `reset`, or where the call turned out to be at fault (which was noted). */
  readonly message?: Message;
  readonly text?: string;
  /** What is lost last if not all can be kept: 0 page views, 1 most, 2 orders and who is who. */
  readonly weight: 0 | 1 | 2;
}

/** Run inside the transaction that keeps the identity and the outbox, so that both are right across tabs. */
export type Seal = (identity: Identity | undefined) => Sealed;

export interface SealerHost extends Surroundings {
  /** Takes out what must not travel. */
  readonly redact: <T extends object>(value: T, where: "properties" | "traits" | "page") => T;
  /** Those that the page has added so far. */
  readonly middleware: readonly Middleware[];
  /** Who the visitor was when that was last kept. */
  readonly identity: () => Promise<Identity | undefined>;
  readonly newId: () => string;
  readonly note: Reporter["note"];
}

/** Bytes of the largest message that the edge takes: for a larger one it would refuse the whole batch. */
const LARGEST = 32_768;

/** `isKnown`: whether messages may tell one visitor from another; else they name nobody. */
export type Sealer = (call: Call, content: Content, isKnown: boolean) => Seal | Promise<Seal | undefined>;

/** Seals calls in their order; undefined where a middleware dropped one. A promise only where there is a middleware. */
export function createSealer(host: SealerHost): Sealer {
  const { redact, middleware, note } = host;
  let turn: Promise<unknown> = Promise.resolve();

  async function change(call: Call, content: Content, isKnown: boolean): Promise<Seal | undefined> {
    const own = sealCall(call, content, host, isKnown);
    const { message } = own(isKnown ? await host.identity() : undefined);
    if (!message) return own;
    try {
      const changed = await passThrough(message, middleware);
      const adopted = (fresh: Message): Message => (changed ? adopt(message, changed, fresh, redact) : fresh);
      return changed && sealCall(call, content, host, isKnown, adopted);
    } catch (error) {
      // What was to be cleaned and was not must not leave.
      note("listener", error);
      return undefined;
    }
  }

  return (call, content, isKnown) => {
    if (!middleware.length) return sealCall(call, content, host, isKnown);
    const done = turn.then(() => change(call, content, isKnown));
    turn = done;
    return done;
  };
}

/** `change` is what a middleware made of the message. */
export function sealCall(
  call: Call,
  content: Content,
  host: SealerHost,
  isKnown = true,
  change = (message: Message): Message => message,
): Seal {
  const { type, properties, options, event = "" } = content;
  const { newId, note, redact } = host;
  if (type === "reset") return () => ({ identity: undefined, weight: 2 });
  const isOrder = event.startsWith("Order") || "revenue" in properties || "total" in properties;
  const weight = type === "page" ? 0 : type !== "track" || isOrder ? 2 : 1;
  const where = type === "identify" || type === "group" ? "traits" : "properties";
  return (before) => {
    // Only now: the page does not wait for this.
    const clean = { ...content, properties: redact(properties, where), options: redact(options, where) };
    const page = redact(call.page, "page");
    const when = { at: call.at, campaign: campaignOf(call.page.search).key, newId };
    const identity = isKnown ? nextIdentity(before, clean, when) : undefined;
    try {
      const message = change(createMessage({ ...call, page }, type, clean, identity, host));
      const text = toJson(message);
      if (type === "group" && !message.groupId) throw new TypeError("no groupId");
      if (byteLength(text) > LARGEST) throw new TypeError("over 32 KiB");
      return { identity, message, text, weight };
    } catch (error) {
      note("bad-event", [`${type} "${event}"`, error]);
      return { identity: before, weight };
    }
  };
}

/** What a middleware made of `seen`; who said it, if left alone, as it turned out in the end: another tab may have been first. */
function adopt(seen: Message, changed: Message, fresh: Message, redact: SealerHost["redact"]): Message {
  const own = (["anonymousId", "userId", "previousId"] as const).filter((key) => changed[key] === seen[key]);
  const { consent, sessionId } = fresh.context;
  const { properties, traits, context } = changed;
  return {
    ...changed,
    ...Object.fromEntries(own.map((key) => [key, fresh[key]])),
    type: fresh.type,
    messageId: fresh.messageId,
    ...(properties && { properties: redact(properties, "properties") }),
    ...(traits && { traits: redact(traits, "traits") }),
    context: { ...context, page: redact(context.page, "page"), consent, sessionId },
  };
}
