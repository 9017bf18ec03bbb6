/** Which purpose a marked element waits for. */
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
