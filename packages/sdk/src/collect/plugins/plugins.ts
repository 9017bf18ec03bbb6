/** What the page adds to collecting: functions that change messages, and tools that hear them. Comes where there is any. */
import type { Purpose } from "@ghostlight/rules";
import { createQueue } from "../../env/queue.ts";
import type { Reporter } from "../../env/report.ts";
import type { Message } from "../message.ts";
import type { Redact } from "../redact.ts";
import { createHandover } from "./handover.ts";
import { adopt, type Middleware, passThrough } from "./middleware.ts";
import type { Plugin } from "./plugin.ts";

export interface PluginsHost {
  /** Those that the page has registered and added so far. */
  readonly plugins: readonly Plugin[];
  readonly middleware: readonly Middleware[];
  readonly note: Reporter["note"];
}

/** Makes the message to keep of the one that would be kept. */
export type Change = (fresh: Message) => Message;

export interface Plugins {
  /** Shows a message to every middleware, in the order of the calls; undefined where one of them dropped it, or failed. */
  readonly pass: (message: Message, redact: Redact) => Promise<Change | undefined>;
  /** Hands a message to each plugin that may have it. */
  readonly handOver: (message: Message, may: (purpose: Purpose) => boolean) => void;
}

export function createPlugins({ plugins, middleware, note }: PluginsHost): Plugins {
  const enqueue = createQueue();
  return {
    pass: (seen, redact) =>
      enqueue(async () => {
        try {
          const passed = await passThrough(seen, middleware);
          const changed = passed && redact(passed, seen.traits !== undefined);
          return changed && ((fresh) => adopt(seen, changed, fresh));
        } catch (error) {
          // What was to be cleaned and was not must not leave.
          note("listener", error);
          return undefined;
        }
      }),
    handOver: createHandover(plugins, note),
  };
}
