/** Puts the choice into a compiled call. */
import type { ConsentSignalCall, Purpose } from "@ghostlight/rules";

/** Calls as they are made now: copies, because the tools may change what they are given. */
export function fillCalls(calls: readonly ConsentSignalCall[], granted: readonly Purpose[]): unknown[][] {
  const filled: unknown[][] = JSON.parse(JSON.stringify(calls), (_key, value) =>
    value?.["?"] ? value["?"][granted.includes(value["?"][0]) ? 2 : 1] : value,
  );
  return filled.filter((call) => !call.includes(null));
}
