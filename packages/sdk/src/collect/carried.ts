/** Reads calls back from text: whatever else the page's scripts may have put there is not ours. */
import type { Call, Verb } from "./call.ts";

export function parseCalls(text: string | null): readonly Call[] {
  const value: unknown = JSON.parse(text ?? "[]");
  return Array.isArray(value) ? value.filter(isCall) : [];
}

const VERBS: readonly unknown[] = ["track", "page", "identify", "group", "alias", "reset"] satisfies readonly Verb[];

function isCall(value: Partial<Call> | null): value is Call {
  return (
    typeof value?.id === "string" &&
    VERBS.includes(value.type) &&
    typeof value.at === "number" &&
    typeof value.args === "string" &&
    typeof value.page === "object" &&
    Array.isArray(value.purposes)
  );
}
