/** From a call to what the outbox keeps: in part only the identity decides it, which is known inside the transaction. */
import type { Reporter } from "../env/report.ts";
import type { Content } from "./arguments.ts";
import type { Call } from "./call.ts";
import { type Identity, type IdentityHost, nextIdentity } from "./identity.ts";
import { createMessage, type Message, type Surroundings } from "./message.ts";

export interface Sealed {
  /** Who the visitor is from here on; undefined: nobody any more (`reset`), the next message begins anew. */
  readonly identity?: Identity | undefined;
  /** What is to be sent, and its JSON; none for `reset`, or where the call turned out to be at fault (which was noted). */
  readonly message?: Message;
  readonly text?: string;
  /** What is lost last if not all can be kept: 0 page views, 1 most, 2 orders and who is who. */
  readonly weight: 0 | 1 | 2;
}

/**
 * Run inside the transaction that keeps the identity and the outbox, so that both are right across tabs. `dropped`: how
 * many events were given up since the last message, as there were too many.
 */
export type Seal = (identity: Identity | undefined, dropped: number) => Sealed;

export interface SealHost extends Surroundings, IdentityHost {
  readonly note: Reporter["note"];
}

/**
 * `content`: without what must not travel, as the page of `call`. `isKnown`: whether the message may tell one visitor
 * from another; else it names nobody. `change`: what is made of the message before it is kept.
 */
export function sealCall(
  call: Call,
  content: Content,
  host: SealHost,
  isKnown = true,
  change = (message: Message): Message => message,
): Seal {
  const { type, properties, event = "" } = content;
  const isOrder = event.startsWith("Order") || "revenue" in properties;
  return (before, dropped) => {
    const weight = dropped ? 2 : type === "page" ? 0 : type !== "track" || isOrder ? 2 : 1;
    if (type === "reset") return { weight };
    try {
      const identity = isKnown ? nextIdentity(before, call, content, host) : undefined;
      const message = change(
        createMessage(call, content as Content & { type: Message["type"] }, identity, dropped, host),
      );
      if (type === "group" && !message.groupId) throw new TypeError("no groupId");
      return { identity, message, text: host.toJson(message), weight };
    } catch (error) {
      host.note("bad-event", [type, error]);
      return { identity: before, weight };
    }
  };
}
