/** Runs what a page pushed: commands by name, and functions. */

import type { Guard } from "../env/guard.ts";
import type { Reporter } from "../env/report.ts";
import type { Command, Ghostlight } from "./api.ts";

export function createCommands(
  api: Ghostlight,
  guard: Guard,
  note: Reporter["note"],
): (item: Command | ((ghostlight: Ghostlight) => unknown)) => void {
  return guard((item) => {
    if (typeof item === "function") return item(api);
    const [name, ...args] = item;
    const method = methodOf(api, name);
    return method ? method(...args) : note("unknown-command", name);
  });
}

function methodOf(api: Ghostlight, name: string): ((...args: readonly unknown[]) => unknown) | undefined {
  let target: unknown = api;
  // Only what the API itself has: "constructor" is nobody's command.
  for (const step of name.split(".")) {
    target = target && Object.hasOwn(target, step) && (target as Record<string, unknown>)[step];
  }
  return typeof target === "function" ? (target as ReturnType<typeof methodOf>) : undefined;
}
