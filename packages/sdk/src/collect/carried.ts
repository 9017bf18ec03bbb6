/** Reads calls back from text: whatever else the page's scripts may have put there is not ours. */
import type { Call } from "./call.ts";

export function parseCalls(text: string | null): readonly Call[] {
  const value: unknown = JSON.parse(text ?? "[]");
  return Array.isArray(value) ? value.filter(isCall) : [];
}

function isCall(value: Partial<Call> | null): value is Call {
  return (
    typeof value?.id === "string" &&
    (value.type === "track" || value.type === "page") &&
    typeof value.at === "number" &&
    typeof value.properties === "object" &&
    typeof value.page === "object" &&
    Array.isArray(value.purposes)
  );
}
