/** Which purpose a marked element waits for, and when only a reload stops what has run. */
import type { Purpose } from "@ghostlight/rules";

/** The `data-` attributes of an element, as its `dataset` has them. */
export interface Marks {
  readonly purpose?: string;
  readonly service?: string;
}

/** By `data-purpose`, else by the purpose of the service in `data-service`, by its id. */
export function purposeOf(
  { purpose, service }: Marks,
  services: Readonly<Record<string, Purpose>>,
): Purpose | undefined {
  return purpose ?? services[service ?? ""];
}

/** Whether something of a withdrawn purpose is still at work in this page: no script can be taken back. */
export function needsReload(ran: readonly Purpose[], gone: readonly Purpose[]): boolean {
  return gone.some((purpose) => ran.includes(purpose));
}
