/** Functions of the page that see each message before it is kept, and may change or drop it. */
import { copyOf } from "../call.ts";
import type { Message } from "../message.ts";

/** The same, free to be changed. */
type Draft<T> = T extends object ? { -readonly [Key in keyof T]: Draft<T[Key]> } : T;

export interface Payload {
  readonly obj: Draft<Message>;
}

/** Calls `next` with the payload; with null, or not at all, where the message is to be dropped. May return a promise. */
export type Middleware = (step: {
  readonly payload: Payload;
  readonly next: (payload: Payload | null) => void;
}) => unknown;

/** One after the other; undefined where one of them drops it. */
export async function passThrough(message: Message, all: readonly Middleware[]): Promise<Message | undefined> {
  let payload: Payload | null = { obj: copyOf(message) as Payload["obj"] };
  for (const middleware of all) {
    const given = payload;
    payload = null;
    if (given) {
      await middleware({
        payload: given,
        next: (passed) => {
          payload = passed;
        },
      });
    }
  }
  return (payload as Payload | null)?.obj;
}

/**
 * What is kept of `changed`, which a middleware made of `seen`. Who said it, if left alone, is as it turned out in the
 * end: another tab may have been first.
 */
export function adopt(seen: Message, changed: Message, fresh: Message): Message {
  const own = (["anonymousId", "userId", "previousId"] as const).filter((key) => changed[key] === seen[key]);
  const { type, messageId, context } = fresh;
  return {
    ...changed,
    ...Object.fromEntries(own.map((key) => [key, fresh[key]])),
    type,
    messageId,
    context: { ...changed.context, consent: context.consent, sessionId: context.sessionId },
  };
}
