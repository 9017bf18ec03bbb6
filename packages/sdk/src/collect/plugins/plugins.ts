/** What the page adds to collecting: functions that change messages, and tools that hear them. Comes where there is any. */
import type { Purpose } from "@ghostlight/rules";
import { createQueue } from "../../env/queue.ts";
import type { Reporter } from "../../env/report.ts";
import type { Message } from "../message.ts";
import type { Seal } from "../seal.ts";
import type { Transport } from "../transport.ts";
import { createHandover } from "./handover.ts";
import { adopt, type Middleware, passThrough } from "./middleware.ts";
import type { Plugin } from "./plugin.ts";

export interface PluginsHost {
  /** Those that the page has registered and added so far. */
  readonly plugins: readonly Plugin[];
  readonly middleware: readonly Middleware[];
  readonly note: Reporter["note"];
}

/** Without what must not travel; undefined where that can't be told. `isOfTraits`: it says who somebody is. */
export type Clean = <Value>(value: Value, isOfTraits?: boolean) => Promise<Value | undefined>;

/** Makes the message to keep of the one that would be kept. */
export type Change = (fresh: Message) => Message;

export interface Plugins {
  /**
   * Shows a message to every middleware, in the order of the calls, keeps what they make of it, and hands that to the
   * plugins that may have it. Resolves with the message once it is kept; undefined where it was dropped, or a middleware
   * failed: what was to be cleaned and was not must not leave.
   */
  readonly deliver: (
    seal: (isKnown: boolean, change?: Change) => Seal,
    transport: Pick<Transport, "take" | "read">,
    clean: Clean,
    may: (purpose: Purpose) => boolean,
  ) => Promise<Message | undefined>;
}

export function createPlugins({ plugins, middleware, note }: PluginsHost): Plugins {
  const enqueue = createQueue();
  const handOver = createHandover(plugins, note);

  async function pass(seen: Message, clean: Clean): Promise<Change | undefined> {
    try {
      const passed = await passThrough(seen, middleware);
      // The session's name sounds like a secret's; what a middleware makes of it does not count.
      const given = passed && { ...passed, context: { ...passed.context, sessionId: undefined } };
      const changed = given && (await clean(given, seen.traits !== undefined));
      return changed && ((fresh) => adopt(seen, changed, fresh));
    } catch (error) {
      note("listener", error);
      return undefined;
    }
  }

  return {
    async deliver(seal, transport, clean, may) {
      const isKnown = may("analytics");
      const change = await enqueue(async () => {
        const identity = isKnown ? (await transport.read())?.identity : undefined;
        const { message } = seal(isKnown)(identity, 0);
        // Nobody sees a reset. What is at fault was noted.
        return message && middleware.length ? pass(message, clean) : (one: Message) => one;
      });
      if (!change) return undefined;
      let message = isKnown && may("analytics") ? await transport.take(seal(true, change)) : undefined;
      // What a middleware made of it says who it was: where that was withdrawn meanwhile, it is for nobody.
      if (!may("analytics")) {
        message = isKnown && middleware.length ? undefined : seal(false, change)(undefined, 0).message;
      }
      if (message) handOver(message, may);
      return may("analytics") ? message : undefined;
    },
  };
}
