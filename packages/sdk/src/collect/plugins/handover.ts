/** Hands messages on to tools that the page has registered, each under its purpose. */
import type { Purpose } from "@ghostlight/rules";
import type { Reporter } from "../../env/report.ts";
import { copyOf } from "../call.ts";
import type { Message } from "../message.ts";
import { type Plugin, purposeOf } from "./plugin.ts";

/** A function that hands a message to those of `plugins` that may have it; to each in its own time, in order. */
export function createHandover(
  plugins: readonly Plugin[],
  note: Reporter["note"],
): (message: Message, may: (purpose: Purpose) => boolean) => void {
  const turns = new Map<Plugin, Promise<unknown>>();
  return (message, may) => {
    for (const plugin of plugins) {
      const isAllowed = (): boolean => may(purposeOf(plugin));
      const step = async (run: () => unknown): Promise<void> => {
        try {
          if (isAllowed()) await run();
        } catch (error) {
          note("listener", error);
        }
      };
      if (!isAllowed()) continue;
      const before = turns.get(plugin) ?? step(() => plugin.load?.());
      // A copy each: what one makes of it is nothing to the others.
      turns.set(
        plugin,
        before.then(() => step(() => plugin[message.type]?.(copyOf(message)))),
      );
    }
  };
}
