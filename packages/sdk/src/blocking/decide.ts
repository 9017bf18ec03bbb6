/** What a marked element waits for. */
import type { Purpose } from "@ghostlight/rules";
import type { Permissions } from "../consent/consent.ts";

/** The `data-` attributes of an element, as its `dataset` has them. */
export interface Marks {
  readonly purpose?: string | undefined;
  readonly service?: string | undefined;
}

/** The purpose of each service, by the service's id. */
export type Services = Readonly<Record<string, Purpose>>;

/** Why an element is there: its `data-purpose`, else the purpose of its service. */
export function purposeOf({ purpose, service }: Marks, services: Services): Purpose | undefined {
  return purpose ?? services[service ?? ""];
}

/**
 * The purpose in `data-purpose`, the service in `data-service`, both, or neither where nothing is declared. The purpose
 * that a service has anyway is left out: an answer to the service counts for more than one to its purpose.
 */
export function waitsFor({ purpose, service }: Marks, services: Services): Marks {
  const own = services[service ?? ""];
  return { purpose: purpose === own ? undefined : purpose, service };
}

/** What of it is not among `allowed`; nothing: the element may go. */
export function missingOf({ purpose, service }: Marks, allowed: Permissions): Permissions {
  const lacks = (one: string | undefined, list: readonly string[]): readonly string[] =>
    one === undefined || list.includes(one) ? [] : [one];
  return { purposes: lacks(purpose, allowed.purposes), services: lacks(service, allowed.services) };
}
