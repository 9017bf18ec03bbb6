/** Whether the answers of a visitor find room in the one cookie that keeps them. */
import { formatChoice, type ServiceAnswers } from "../choice.ts";
import type { Purpose } from "../contract.ts";
import { askedPurposes } from "./purposes.ts";
import type { Site } from "./schema.ts";
import { resolveServices, type Service } from "./services.ts";

/** Bytes that the choice cookie may have, with its name. */
export const COOKIE_BYTES = 300;

const LARGEST = 999_999;

/** Bytes of the cookie, with its name, where every purpose and each of these services has an answer of its own. */
export function cookieBytes(asked: readonly Purpose[], switched: readonly Pick<Service, "id" | "purpose">[]): number {
  const answers = Object.fromEntries(asked.map((id) => [id, true]));
  const services: Record<Purpose, ServiceAnswers> = {};
  for (const { id, purpose } of switched) services[purpose] = { ...services[purpose], [id]: false };
  return `ghostlight=${formatChoice({ day: LARGEST, revision: LARGEST, answers, services, gpc: true })}`.length;
}

/** Services that a visitor can say no to. */
export function switchableServices(site: Site): readonly Service[] {
  const asked = askedPurposes(site);
  return resolveServices(site).filter(({ purpose }) => asked.includes(purpose));
}

/** Whether visitors may answer service by service, because even all those answers fit. */
export function hasSwitches(site: Site): boolean {
  return cookieBytes(askedPurposes(site), switchableServices(site)) <= COOKIE_BYTES;
}
